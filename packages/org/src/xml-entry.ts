import { SaxesParser } from "saxes"
import { textDecoder } from "./text-decoder.ts"
import { unzip, type ZipEntry } from "./zip.ts"

export interface XmlReader {
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
  /** Asked after every piece: true ends the reading. */
  isDone?(): boolean
}

/** Null when it was read as far as was wanted; else why not. */
export type XmlFault = "too-large" | "damaged" | "doctype"

/**
 * Reads one XML file of a ZIP as it is unpacked. Names come without their prefix. A document type declaration, with
 * which entities could be defined, ends the reading: no spreadsheet has one.
 */
export function readXmlEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  most: number,
  reader: XmlReader,
): XmlFault | null {
  const parser = new SaxesParser({ position: false })
  let fault: XmlFault | null = null
  parser.on("error", () => {
    fault ??= "damaged"
  })
  parser.on("doctype", () => {
    fault ??= "doctype"
  })
  if (reader.open)
    parser.on("opentag", (tag) => reader.open?.(local(tag.name), tag.attributes as Record<string, string>))
  if (reader.text) parser.on("text", (text) => reader.text?.(text))
  if (reader.text) parser.on("cdata", (text) => reader.text?.(text))
  if (reader.close) parser.on("closetag", (tag) => reader.close?.(local(tag.name)))

  let decoder: ReturnType<typeof textDecoder> | undefined
  const outcome = unzip(bytes, entry, most, (piece) => {
    decoder ??= textDecoder(piece[0] === 0xff ? "utf-16le" : piece[0] === 0xfe ? "utf-16be" : "utf-8")
    parser.write(decoder.decode(piece, { stream: true }))
    return fault === null && !reader.isDone?.()
  })
  if (fault) return fault
  if (outcome === "stopped" || outcome === "too-large") return outcome === "stopped" ? null : outcome
  if (outcome === "damaged") return outcome
  parser.close()
  return fault
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1)
}
