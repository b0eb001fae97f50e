/** The table behind a chart: plain words, one entry a column in every row. The first column names the row. */
export interface ChartTable {
  columns: { id: string; label: string; numeric: boolean }[]
  rows: { id: string; cells: string[] }[]
}
