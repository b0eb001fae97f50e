/** How a file begins that is no table, and what it is called. */
const BEGINNINGS: [string, string][] = [
  ["%PDF", "a PDF document"],
  ["\x89PNG", "a picture (PNG)"],
  ["\xff\xd8\xff", "a picture (JPEG)"],
  ["GIF8", "a picture (GIF)"],
  ["II*\0", "a picture (TIFF)"],
  ["MM\0*", "a picture (TIFF)"],
  ["\x1f\x8b", "a compressed file (GZIP)"],
  ["7z\xbc\xaf", "a compressed file (7-Zip)"],
  ["Rar!", "a compressed file (RAR)"],
  ["{\\rtf", "a text document (RTF)"],
]

/** “a PDF document” for bytes that hold no table in any form; null when they may. */
export function foreignKind(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return "a picture (WebP)"
  if (start.slice(4, 8) === "ftyp") return "a picture or a film"
  return BEGINNINGS.find(([beginning]) => start.startsWith(beginning))?.[1] ?? null
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** The container of Excel before 2007; a workbook with a password is wrapped in it as well. */
export function oldOfficeKind(bytes: Uint8Array): string | null {
  const beginning = [0xd0, 0xcf, 0x11, 0xe0]
  if (!beginning.every((byte, at) => bytes[at] === byte)) return null
  const wide = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0])
  for (let at = bytes.indexOf(wide[0] as number); at >= 0; at = bytes.indexOf(wide[0] as number, at + 1))
    if (wide.every((byte, step) => bytes[at + step] === byte)) return "an Excel file with a password"
  return "an old Excel file (.xls)"
}

/** Texts that are no table: web pages that systems call .xls, the XML of old spreadsheets, data for programs. */
export function foreignText(text: string): string | null {
  const start = text.slice(0, 2000).replace(/^\uFEFF?\s+/, "")
  if (/^(<!doctype html|<html|<head|<table|<meta|<style)/i.test(start)) return "a web page (HTML)"
  if (/^<\?xml/i.test(start))
    return /Excel\.Sheet|spreadsheet/i.test(start) ? "an XML spreadsheet" : "an XML file"
  if (/^\[?\s*\{\s*"/.test(start)) return "a JSON file"
  return /^BEGIN:VCARD/i.test(start) ? "a list of business cards (vCard)" : null
}
