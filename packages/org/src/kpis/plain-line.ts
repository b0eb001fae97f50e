/** A label or a name of a file as one line: spreadsheets break headers where they like. Cut between letters, not within one. */
export function plainLine(text: string, most: number): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, " ").trim()
  return line.length <= most ? line : line.slice(0, most).replace(/[\ud800-\udbff]$/, "")
}
