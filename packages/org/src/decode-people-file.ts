import { type Encoding, textDecoder } from "./text-decoder.ts"

/**
 * The bytes of a people file → its text. Spreadsheets write UTF-8, UTF-16, or one of the old Windows code pages; HR is
 * never asked which. `note` says when the last had to be guessed, null otherwise. Never throws.
 */
export function decodePeopleFile(bytes: Uint8Array): { text: string; note: string | null } {
  const wide = wideEncoding(bytes)
  if (wide) return { text: textDecoder(wide).decode(bytes), note: null }
  try {
    return { text: textDecoder("utf-8", true).decode(bytes), note: null }
  } catch {
    return decodeOld(bytes)
  }
}

/** UTF-16, by its byte order mark or because every other byte of its blanks and commas is zero. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  const zeros = [0, 0]
  const end = Math.min(bytes.length, 100_000)
  for (let at = 0; at < end; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1
  const [even, odd] = zeros as [number, number]
  // Even text without a Latin letter has a comma, a blank or a line end in twelve letters.
  const many = Math.max(3, end / 25)
  if (odd > many && odd > even * 50) return "utf-16le"
  return even > many && even > odd * 50 ? "utf-16be" : null
}

/** Not UTF-8: one of the Windows code pages, or UTF-8 with a few bytes spoilt. */
function decodeOld(bytes: Uint8Array): { text: string; note: string | null } {
  const { sequences, strays } = countUtf8(bytes)
  // Rows with letters lost are told one by one by whoever reads the rows.
  if (sequences > strays * 4) return { text: textDecoder("utf-8").decode(bytes), note: null }
  const encoding = codePage(bytes)
  const [name, letters] = {
    "windows-1254": ["Windows-1254 (Turkish)", "accented letters"],
    "windows-1256": ["Windows-1256 (Arabic)", "the names"],
    "windows-1252": ["Windows-1252", "accented letters"],
  }[encoding]
  return {
    text: textDecoder(encoding).decode(bytes),
    note: `The file is not UTF-8; it is read as ${name}. Look at ${letters}.`,
  }
}

/** Letters of several bytes as UTF-8 writes them, and bytes above 127 that are none. */
function countUtf8(bytes: Uint8Array): { sequences: number; strays: number } {
  let sequences = 0
  let strays = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number
    if (lead < 0x80) continue
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
    let more = 1
    while (more < length && ((bytes[at + more] ?? 0) & 0xc0) === 0x80) more++
    if (length > 0 && more === length) {
      sequences++
      at += length - 1
    } else strays++
  }
  return { sequences, strays }
}

/**
 * The code page whose letters these are. Arabic words are runs of letters above 127, mostly of ten common ones, alef
 * first. The six letters in which Turkish differs from Western are none of German, French or Spanish; Icelandic, which
 * has them too, also has æ.
 */
function codePage(bytes: Uint8Array): "windows-1252" | "windows-1254" | "windows-1256" {
  const seen = new Uint32Array(256)
  let high = 0
  let inRuns = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    seen[byte] = (seen[byte] as number) + 1
    if (byte < 0x80) continue
    high++
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) inRuns++
  }
  const sum = (codes: number[]) => codes.reduce((total, code) => total + (seen[code] as number), 0)
  const arabic = sum([0xc7, 0xe1, 0xed, 0xe3, 0xe4, 0xe6, 0xd1, 0xca, 0xcf, 0xc8, 0xcd, 0xe5])
  if (inRuns > high * 0.8 && arabic > high / 2 && sum([0xc7]) > high * 0.06) return "windows-1256"
  const turkish = sum([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe])
  return turkish > 0 && sum([0xe6, 0xc6]) === 0 ? "windows-1254" : "windows-1252"
}
