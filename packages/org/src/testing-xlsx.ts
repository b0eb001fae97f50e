import { strToU8, zipSync } from "fflate"

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

export interface OddBook {
  /** Name → the XML within `<worksheet>`. */
  sheets: Record<string, string>
  /** The XML within `<sst>`. */
  strings?: string
  /** The XML within `<styleSheet>`. */
  styles?: string
  from1904?: boolean
  hidden?: string[]
}

/** An Excel file for tests, made by hand: for what no library writes. */
export function oddXlsx(book: OddBook, more: Record<string, string | Uint8Array> = {}): Uint8Array {
  const names = Object.keys(book.sheets)
  const files: Record<string, string | Uint8Array> = {
    "xl/workbook.xml": `${HEAD}<workbook xmlns:r="${REL}"><workbookPr${book.from1904 ? ' date1904="1"' : ""}/><sheets>${names
      .map(
        (name, at) =>
          `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${book.hidden?.includes(name) ? ' state="hidden"' : ""}/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships>${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join("")}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${HEAD}<worksheet>${book.sheets[name]}</worksheet>`,
      ]),
    ),
    ...(book.strings ? { "xl/sharedStrings.xml": `${HEAD}<sst>${book.strings}</sst>` } : {}),
    ...(book.styles ? { "xl/styles.xml": `${HEAD}<styleSheet>${book.styles}</styleSheet>` } : {}),
    ...more,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === "string" ? strToU8(text) : text]),
    ),
  )
}

/** Rows of inline strings as sheet XML. */
export function sheetOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `<c t="inlineStr"><is><t>${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</t></is></c>`
  return `<sheetData>${rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("")}</sheetData>`
}
