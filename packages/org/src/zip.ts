import { Inflate } from "fflate"
import { textDecoder } from "./text-decoder.ts"

export interface ZipEntry {
  name: string
  /** As the directory says: it may lie. */
  size: number
  packed: number
  method: number
  /** Of the local header. */
  offset: number
}

/** More files than this are in no spreadsheet. */
const ENTRIES = 10_000
/** Packed bytes at a time: unpacked they are four million at most. */
const STEP = 4096

/** The directory at the end of a ZIP file, by name; null when there is none or it makes no sense. */
export function zipEntries(bytes: Uint8Array): Map<string, ZipEntry> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) {
    if (end < bytes.length - 65_600) return null
    end--
  }
  if (end < 0) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > ENTRIES) return null
  const entries = new Map<string, ZipEntry>()
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    const name = view.getUint16(at + 28, true)
    const extra = view.getUint16(at + 30, true)
    const entry: ZipEntry = {
      name: textDecoder("utf-8").decode(bytes.subarray(at + 46, at + 46 + name)),
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
      offset: view.getUint32(at + 42, true),
    }
    entries.set(entry.name, entry)
    at += 46 + name + extra + view.getUint16(at + 32, true)
  }
  return entries
}

/** Why an entry was not read to its end. */
export type Unzipped = "whole" | "stopped" | "too-large" | "damaged"

/**
 * Unpacks one entry piece by piece, so that it never stands in memory as a whole. It stops when more comes out than
 * `most` or than the directory says, and when `take` answers false.
 */
export function unzip(
  bytes: Uint8Array,
  entry: ZipEntry,
  most: number,
  take: (piece: Uint8Array) => boolean,
): Unzipped {
  if (entry.size > most) return "too-large"
  const start = dataStart(bytes, entry)
  if (start === null) return "damaged"
  const packed = bytes.subarray(start, start + entry.packed)
  let size = 0
  let outcome: Unzipped = "whole"
  const receive = (piece: Uint8Array) => {
    if (outcome !== "whole") return
    size += piece.length
    if (size > most || size > entry.size) outcome = "too-large"
    else if (piece.length > 0 && !take(piece)) outcome = "stopped"
  }
  if (entry.method === 0) {
    receive(packed)
    return outcome
  }
  try {
    const inflate = new Inflate(receive)
    for (let at = 0; at < packed.length && outcome === "whole"; at += STEP)
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
  } catch {
    return "damaged"
  }
  return outcome === "whole" && size < entry.size ? "damaged" : outcome
}

function dataStart(bytes: Uint8Array, entry: ZipEntry): number | null {
  if ((entry.method !== 0 && entry.method !== 8) || entry.offset + 30 > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(entry.offset, true) !== 0x04034b50) return null
  // Bit 0: encrypted.
  if ((view.getUint16(entry.offset + 6, true) & 1) === 1) return null
  return entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
}
