/**
 * A text as words are compared in six languages: lower case, without accents, vowel signs and stretching; the Turkish
 * i's are one letter, ß is ss, and the Arabic letters that keyboards mix up are one.
 */
export function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range begins with them
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640\u200e\u200f]/gu, "")
    .toLowerCase()
    .replace(/\u0131/g, "i")
    .replace(/ß/g, "ss")
    .replace(/\u0649/g, "\u064a")
    .replace(/\u0629/g, "\u0647")
}
