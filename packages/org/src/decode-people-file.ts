/** What browsers and Node both have; the package itself knows neither. */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean },
) => { decode(bytes: Uint8Array): string }

/**
 * The bytes of a people file → its text. Spreadsheets write UTF-8, UTF-16 with a byte order mark, or the old Windows
 * code page; HR is never asked which. `note` says when the last had to be guessed, null otherwise. Never throws.
 */
export function decodePeopleFile(bytes: Uint8Array): { text: string; note: string | null } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder("utf-16le").decode(bytes), note: null }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder("utf-16be").decode(bytes), note: null }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), note: null }
  } catch {
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      note: "The file is not UTF-8; it is read as Windows-1252. Look at accented letters.",
    }
  }
}
