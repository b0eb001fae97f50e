import { expect, test } from "vitest"
import { hintsOf, nameFinder } from "./hints.ts"

const names = nameFinder([
  "Anna-Lena Müller",
  "Will O'Brien",
  "İbrahim Yıldız",
  "محمد الأحمد",
  "山田太郎",
  "Zoë Straße",
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

test("a place holds nothing but where and what kind: no name leaves", () => {
  expect(hintsOf("Will", names)).toEqual([{ from: 0, to: 4, kind: "name" }])
})

test("a long comment of digits, dots and signs is looked through at once", () => {
  const text = `${"1 ".repeat(3000)}${"a.".repeat(4000)}${"@".repeat(2000)}`
  expect(Array.isArray(hintsOf(text, names))).toBe(true)
})
