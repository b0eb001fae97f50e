import { expect, test } from "vitest"
import { limits } from "./limits.ts"
import { readPeopleFile } from "./read-people-file.ts"

const bytesOf = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))
const messageOf = (bytes: Uint8Array) => {
  const read = readPeopleFile(bytes, "people.dat")
  return "issues" in read ? read.issues[0]?.message : undefined
}

test("a text is handed on as it is", () => {
  const read = readPeopleFile(new TextEncoder().encode("id,name\n1,Zoë"), "people.csv")
  expect(read).toEqual({ text: "id,name\n1,Zoë", note: null, sheet: null })
})

test("what is no table is refused in plain words that name it", () => {
  const wide = [..."EncryptedPackage"].map((letter) => `${letter}\0`).join("")
  for (const [start, words] of [
    ["%PDF-1.7\n", "a PDF document"],
    ["\x89PNG\r\n\x1a\n", "a picture (PNG)"],
    ["\xff\xd8\xff\xe0", "a picture (JPEG)"],
    ["RIFF\x10\0\0\0WEBPVP8 ", "a picture (WebP)"],
    ["\0\0\0\x18ftypheic", "a picture or a film"],
    ["\x1f\x8b\x08", "a compressed file (GZIP)"],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W E", "an old Excel file (.xls)"],
    [`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E ${wide}`, "an Excel file with a password"],
    ["{\\rtf1", "a text document (RTF)"],
    ["\n<html><table><tr><td>Name</td></tr>", "a web page (HTML)"],
    ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "an XML spreadsheet"],
    ['[{"name": "Ada"}]', "a JSON file"],
    ["BEGIN:VCARD\n", "a list of business cards (vCard)"],
    ["id,name\0", "NUL bytes"],
  ] as const) {
    expect(messageOf(bytesOf(start))).toContain(words)
    expect(messageOf(bytesOf(start))).toContain("“people.dat”")
  }
})

test("names, brackets and quotation marks at the beginning of a table are none of these", () => {
  for (const start of ["BMW,Name", "<Name>,id", "{id},name", '"[id]",name', "MM,II", "GIF,name"])
    expect(messageOf(bytesOf(start))).toBeUndefined()
})

test("a file larger than any list of people is refused before it is read", () => {
  expect(messageOf(new Uint8Array(limits.bytes + 1))).toContain("larger than 32 MB")
})
