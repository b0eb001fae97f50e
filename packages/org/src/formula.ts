/** Text that a spreadsheet would compute when somebody opens it there: it begins with = + - or @ and says something. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+@-](?=.*[\p{L}\p{N}])/u.test(text)
}
