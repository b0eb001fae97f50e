/** What a people file may hold. Above it, it is refused by name: memory and time stay bounded whatever is sent. */
export const limits = {
  /** Of the file, and of the text it holds: the same on the page, at the API and in the shell. */
  bytes: 32 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  /** Characters: what a spreadsheet cell can hold. */
  cell: 32_767,
  /** Rows of an Excel file; more come as CSV. */
  sheetRows: 20_000,
  /** Issues of one kind that are listed; more are counted. */
  listed: 2_000,
}
