import { expect, test } from "vitest"
import { hintsOf, nameFinder } from "./hints.ts"

const names = nameFinder([
  "Anna-Lena Müller",
  "Will O'Brien",
  "İbrahim Yıldız",
  "محمد الأحمد",
  "山田太郎",
  "Zoë Straße",
  "José García",
  "Ayşe Öztürk",
  "Mark Lee",
])
const found = (text: string) =>
  hintsOf(text, names).map(({ from, to, kind }) => [kind, text.slice(from, to)] as const)

test.each([
  [
    "Ask anna.b@example.com or Bob @ mail.example.org",
    [
      ["mail", "anna.b@example.com"],
      ["mail", "Bob @ mail.example.org"],
    ],
  ],
  ["Call +49 (0)30 123 45-67 now", [["phone", "+49 (0)30 123 45-67"]]],
  ["٠٥٠ ١٢٣ ٤٥٦٧", [["phone", "٠٥٠ ١٢٣ ٤٥٦٧"]]],
  [
    "MÜLLER, Mueller and Mu\u0308ller",
    [
      ["name", "MÜLLER"],
      ["name", "Mu\u0308ller"],
    ],
  ],
  ["Will's plan will work", [["name", "Will"]]],
  [
    "ibrahim and YILDIZ",
    [
      ["name", "ibrahim"],
      ["name", "YILDIZ"],
    ],
  ],
  ["zoe lives in strasse", [["name", "strasse"]]],
  ["قال محمد ذلك", [["name", "محمد"]]],
  ["昨日山田太郎さんが", [["name", "山田太郎"]]],
  ["In 2026 we had 12 of 15 goals", []],
])("%s", (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test.each([
  ["en: Ask Mark's deputy on (555) 123-4567", ["name Mark", "phone (555) 123-4567"]],
  [
    "de: Müllers Team, 0151/23 45 67 89, m.mueller@firma.example",
    ["name Müllers", "phone 0151/23 45 67 89", "mail m.mueller@firma.example"],
  ],
  [
    "fr: demandez à Zoé au 06.12.34.56.78 ou +33 6 12 34 56 78",
    ["name Zoé", "phone 06.12.34.56.78", "phone +33 6 12 34 56 78"],
  ],
  ["es: Jose Garcia no contesta, llama al 612 345 678", ["name Jose", "name Garcia", "phone 612 345 678"]],
  [
    "tr: AYŞE'ye sordum, Ayşenin telefonu 0532 123 45 67; Öztürkler de öyle",
    ["name AYŞE", "name Ayşenin", "phone 0532 123 45 67", "name Öztürkler"],
  ],
  [
    "ar: قلت لمحمد ومحمد، الرقم ‎+966 50 123 4567 أو ali@شركة.example",
    ["name لمحمد", "name ومحمد", "phone +966 50 123 4567", "mail ali@شركة.example"],
  ],
])("in each of the six languages, with what it writes in one with a name: %s", (text, expected) => {
  expect(found(text).map((hint) => hint.join(" "))).toEqual(expected)
})

test("what only begins like a name is none: a market is no Mark", () => {
  expect(found("Markets, Marketing and markets; the mark; Leeds")).toEqual([])
})

test("a place holds nothing but where and what kind: no name leaves", () => {
  expect(hintsOf("Will", names)).toEqual([{ from: 0, to: 4, kind: "name" }])
})

test("a long comment of digits, dots and signs is looked through at once", () => {
  const text = `${"1 ".repeat(3000)}${"a.".repeat(4000)}${"@".repeat(2000)}`
  expect(Array.isArray(hintsOf(text, names))).toBe(true)
})
