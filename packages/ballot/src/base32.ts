const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const BITS = 5

/** Bytes in Crockford's base 32: no letters that look alike. The number of bits has to be a multiple of five. */
export function toBase32(bytes: Uint8Array): string {
  let text = ""
  let [held, bits] = [0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    for (; bits >= BITS; bits -= BITS) text += ALPHABET[(held >> (bits - BITS)) & 31]
    held &= 31
  }
  return text
}

/** As somebody types it from paper: small letters, spaces and hyphens, O for 0, I and L for 1. */
export function fromBase32(typed: string): Uint8Array<ArrayBuffer> | undefined {
  const text = typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1")
  if ((text.length * BITS) % 8 !== 0) return undefined
  const bytes: number[] = []
  let [held, bits] = [0, 0]
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) return undefined
    held = (held << BITS) | value
    bits += BITS
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 255)
      held &= 255
    }
  }
  return Uint8Array.from(bytes)
}
