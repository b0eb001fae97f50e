/** What browsers and Node both have; the package itself knows neither. */
interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}
declare const TextDecoder: new (label: string, options?: { fatal?: boolean }) => Decoder

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1254" | "windows-1256"

export function textDecoder(encoding: Encoding, strict = false): Decoder {
  return new TextDecoder(encoding, { fatal: strict })
}
