/** What a cell's number means. */
export type NumberForm = "date" | "plain" | { zeros: number }

/** Excel's own formats that show a date; the rest are defined in the file. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Collects the formats of cells from styles.xml: the position in `cellXfs` is what a cell's `s` says. */
export function styleReader() {
  const codes = new Map<number, string>()
  const forms: NumberForm[] = []
  let inCells = false
  return {
    forms,
    open(name: string, attributes: Record<string, string>) {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "")
      if (name === "cellXfs") inCells = true
      if (name === "xf" && inCells) forms.push(formOf(Number(attributes.numFmtId ?? 0), codes))
    },
    close(name: string) {
      if (name === "cellXfs") inCells = false
    },
  }
}

function formOf(id: number, codes: ReadonlyMap<number, string>): NumberForm {
  const code = codes.get(id)
  if (code === undefined) return isBuiltInDate(id) ? "date" : "plain"
  // Quoted words, escapes, colours and locales are no date; a day or a year is.
  const bare = code.slice(0, 200).replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, "")
  if (/[dy]/i.test(bare) && !/general/i.test(bare)) return "date"
  return /^0{2,15}$/.test(bare) ? { zeros: bare.length } : "plain"
}

/** Days since the end of 1899, or of 1903, → YYYY-MM-DD; as it stands when it is no date anybody means. */
export function dayOfSerial(serial: number, from1904: boolean): string {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0)
  // Excel's 1900 has a 29th of February.
  const time = Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000
  if (!(days > 0 && days < 2_958_466)) return String(serial)
  return new Date(time).toISOString().slice(0, 10)
}

/** A number as Excel writes it, 1.0023E4, → as a person reads it, 10023. */
export function plainNumber(text: string): string {
  if (/^-?\d{1,15}$/.test(text)) return text
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  return Number.isInteger(number) && Math.abs(number) < 1e21
    ? number.toFixed(0)
    : String(Number(number.toPrecision(15)))
}
