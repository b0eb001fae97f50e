import { expect, test } from "vitest"
import { decodePeopleFile } from "./decode-people-file.ts"

const utf16 = (text: string) =>
  [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])

test("UTF-8 and UTF-16 are read without a word, in either byte order", () => {
  expect(decodePeopleFile(new TextEncoder().encode("Zoë"))).toEqual({ text: "Zoë", note: null })
  const little = [0xff, 0xfe, ...utf16("Zoë")]
  const big = little.map((_, index) => little[index ^ 1] as number)
  expect(decodePeopleFile(Uint8Array.from(little))).toEqual({ text: "Zoë", note: null })
  expect(decodePeopleFile(Uint8Array.from(big))).toEqual({ text: "Zoë", note: null })
})

test("anything else is read as Windows-1252, and that is said", () => {
  const { text, note } = decodePeopleFile(Uint8Array.from([0x5a, 0x6f, 0xeb, 0x80]))
  expect(text).toBe("Zoë€")
  expect(note).toContain("read as Windows-1252")
})
