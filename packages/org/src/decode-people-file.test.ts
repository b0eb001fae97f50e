import { expect, test } from "vitest"
import { decodePeopleFile } from "./decode-people-file.ts"

const utf16 = (text: string) =>
  [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])
const swapped = (bytes: number[]) => bytes.map((_, at) => bytes[at ^ 1] as number)
const decode = (bytes: number[]) => decodePeopleFile(Uint8Array.from(bytes))

/** A code page as bytes: letters above 127 by the table given, all others as they are. */
const written = (text: string, table: Record<string, number>) =>
  [...text].map((letter) => table[letter] ?? letter.charCodeAt(0))
const TURKISH = { ğ: 0xf0, ı: 0xfd, ş: 0xfe, Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ç: 0xe7, ö: 0xf6, ü: 0xfc }
const LETTERS = "ءآأؤإئابةتثجحخدذرزسشصض"
const ARABIC = {
  ...Object.fromEntries([...LETTERS].map((letter, at) => [letter, 0xc1 + at])),
  ...{ ط: 0xd8, ظ: 0xd9, ع: 0xda, غ: 0xdb, ف: 0xdd, ق: 0xde, ك: 0xdf, ل: 0xe1, م: 0xe3, ن: 0xe4, ه: 0xe5 },
  ...{ و: 0xe6, ى: 0xec, ي: 0xed, "،": 0xa1 },
}

test("UTF-8 and UTF-16 are read without a word, in either byte order, with or without a mark", () => {
  expect(decodePeopleFile(new TextEncoder().encode("Zoë"))).toEqual({ text: "Zoë", note: null })
  expect(decodePeopleFile(new TextEncoder().encode("\uFEFFZoë"))).toEqual({ text: "Zoë", note: null })
  const little = [0xff, 0xfe, ...utf16("Zoë")]
  expect(decode(little)).toEqual({ text: "Zoë", note: null })
  expect(decode(swapped(little))).toEqual({ text: "Zoë", note: null })
  for (const text of ["id,name\n1,Zoë\n", "الرقم,الاسم\n١,أحمد علي\n٢,ليلى حسن\n"]) {
    expect(decode(utf16(text))).toEqual({ text, note: null })
    expect(decode(swapped(utf16(text)))).toEqual({ text, note: null })
  }
})

test("Western letters are read as Windows-1252, and that is said", () => {
  const { text, note } = decode([0x5a, 0x6f, 0xeb, 0x80])
  expect(text).toBe("Zoë€")
  expect(note).toContain("read as Windows-1252")
  const western = { é: 0xe9, ñ: 0xf1, ß: 0xdf, ü: 0xfc, ð: 0xf0, æ: 0xe6 }
  for (const name of ["José Muñoz", "Jürgen Groß", "Sæmundur Sveinbjarnarson ð"])
    expect(decode(written(name, western))).toMatchObject({
      text: name,
      note: expect.stringContaining("1252"),
    })
})

test("Turkish and Arabic letters are told from Western ones, and that is said", () => {
  const turkish = "sicil no;adı soyadı\n1;İbrahim Çağlayan\n2;Ayşe Güneş".replace("Ç", "C")
  expect(decode(written(turkish, TURKISH))).toMatchObject({
    ...{ text: turkish, note: expect.stringContaining("Windows-1254 (Turkish)") },
  })
  const arabic = "الرقم;الاسم;المدير\n1;أحمد علي حسن;\n2;ليلى محمود;أحمد علي حسن\n"
  expect(decode(written(arabic, ARABIC))).toMatchObject({
    ...{ text: arabic, note: expect.stringContaining("Windows-1256 (Arabic)") },
  })
})

test("Cyrillic is not taken for Arabic", () => {
  const russian = [..."Иванов Иван Иванович, Анна Петрова, начальник отдела"].map((letter) =>
    letter >= "А" && letter <= "я" ? letter.charCodeAt(0) - 0x410 + 0xc0 : letter.charCodeAt(0),
  )
  expect(decode(russian).note).not.toContain("Arabic")
})

test("UTF-8 in which a few bytes are spoilt stays UTF-8: only those letters are lost", () => {
  const names = "Zoë, Jürgen, José, Müller, Françoise, Ångström"
  const bytes = [...new TextEncoder().encode(names), 0xfc, 0x6e]
  expect(decode(bytes)).toEqual({ text: `${names}\uFFFDn`, note: null })
})
