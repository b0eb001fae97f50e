/** Western digits for those of Arabic and Persian. */
function westernDigits(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/٫/g, ".")
    .replace(/٬/g, ",")
}

const BLANKS = /[\s\u00a0\u202f\u2009'’]/g

/** What stands where a figure was left out. */
export function isBlank(cell: string): boolean {
  return /^(|[-–—*.…x]+|n\s*\/?\s*a|#?n\/?[ad]!?|null|none|nan|nil|suppressed|missing|k\.?\s*a\.?)$/i.test(
    cell.trim(),
  )
}

/** A whole number of people: "77,720", "77.720", "77 720", "n=77720", "77720.0"; undefined for anything else. */
export function readCount(cell: string): number | undefined {
  const text = westernDigits(cell)
    .replace(BLANKS, "")
    .replace(/^\(?n=|\)$/gi, "")
  if (/^\d{1,3}(,\d{3})+(\.0+)?$/.test(text)) return Number(text.replace(/,/g, ""))
  if (/^\d{1,3}(\.\d{3})+(,0+)?$/.test(text)) return Number(text.replace(/,.*/, "").replace(/\./g, ""))
  const plain = /^(\d{1,9})([.,]0+)?$/.exec(text)
  return plain ? Number(plain[1]) : undefined
}

/** "34", "34.5", "34,5", "34 %", "%34" → the number and whether it has a percent sign; undefined for anything else. */
export function readPercent(cell: string): { value: number; isSigned: boolean } | undefined {
  const text = westernDigits(cell).replace(BLANKS, "").replace(/٪|％/g, "%")
  const bare = text.replace(/^%|%$/g, "")
  if (!/^(\d{1,3}([.,]\d*)?|[.,]\d+)(e-\d{1,2})?$/i.test(bare)) return undefined
  return { value: Number(bare.replace(",", ".")), isSigned: bare !== text }
}

/** A place in an order: any number. */
export function readOrder(cell: string): number | undefined {
  const text = westernDigits(cell).replace(BLANKS, "")
  return /^-?\d{1,6}([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : undefined
}
