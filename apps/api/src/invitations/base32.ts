/** Crockford's base32: no I, L, O and U, which are read for something else. In lower case. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"

export function toBase32(bytes: Uint8Array): string {
  let text = ""
  let value = 0
  let bits = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(value >> (bits - 5)) & 31]
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text
}

/** @param text as readBase32 gives it */
export function fromBase32(text: string): Uint8Array {
  const bytes: number[] = []
  let value = 0
  let bits = 0
  for (const letter of text) {
    value = (value << 5) | ALPHABET.indexOf(letter)
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 255)
    }
    value &= (1 << bits) - 1
  }
  return Uint8Array.from(bytes)
}

/** What somebody typed, as the alphabet writes it; undefined: not `length` letters of it. */
export function readBase32(typed: string, length: number): string | undefined {
  const text = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Pd}._]/gu, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1")
  return text.length === length && [...text].every((letter) => ALPHABET.includes(letter)) ? text : undefined
}
