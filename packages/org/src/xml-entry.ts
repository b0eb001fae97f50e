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

/** No file of a workbook nests its elements deeper, or gives one more attributes. */
const DEEPEST = 50
const ATTRIBUTES = 200
/** Characters that are parsed before it is asked whether to go on. */
const STEP = 16_384

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
  let depth = 0
  let attributes = 0
  parser.on("attribute", () => {
    if (++attributes > ATTRIBUTES) fault ??= "damaged"
  })
  parser.on("opentag", (tag) => {
    attributes = 0
    if (++depth > DEEPEST) fault ??= "damaged"
    else reader.open?.(local(tag.name), tag.attributes as Record<string, string>)
  })
  if (reader.text) parser.on("text", (text) => reader.text?.(text))
  if (reader.text) parser.on("cdata", (text) => reader.text?.(text))
  parser.on("closetag", (tag) => {
    depth--
    reader.close?.(local(tag.name))
  })

  let decoder: ReturnType<typeof textDecoder> | undefined
  const outcome = unzip(bytes, entry, most, (piece) => {
    decoder ??= textDecoder(piece[0] === 0xff ? "utf-16le" : piece[0] === 0xfe ? "utf-16be" : "utf-8")
    const text = decoder.decode(piece, { stream: true })
    for (let at = 0; at < text.length && fault === null; at += STEP) parser.write(text.slice(at, at + STEP))
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
