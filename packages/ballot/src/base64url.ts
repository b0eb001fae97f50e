/** Bytes as base64url without padding (RFC 4648 section 5): the form of every binary value on the wire. */
export function toBase64url(bytes: Uint8Array): string {
  let binary = ""
  for (let at = 0; at < bytes.length; at += 4096) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 4096))
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}

/**
 * The bytes of a base64url text, or undefined. Only the one spelling that `toBase64url` gives is taken: were two
 * spellings of the same bytes allowed, a bit of the text could be flipped without any check noticing it.
 */
export function fromBase64url(text: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== "string" || text.length % 4 === 1 || !/^[A-Za-z0-9_-]*$/.test(text)) return undefined
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"))
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return toBase64url(bytes) === text ? bytes : undefined
}
