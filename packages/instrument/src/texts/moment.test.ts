import { expect, test } from "vitest"
import { languages } from "../instrument.ts"
import { counted, number } from "./locale.ts"
import { formatMoment } from "./moment.ts"

const iso = "2026-12-01T18:00:00+03:00"

test("a closing date is written out in the language, with hour and zone", () => {
  expect(formatMoment(iso, "en", "Asia/Riyadh")).toMatch(/^Tuesday,? 1 December 2026 at 18:00 GMT\+3$/)
  const arabic = formatMoment(iso, "ar", "Asia/Riyadh")
  expect(arabic).toContain("الثلاثاء")
  expect(arabic).toContain("ديسمبر")
  expect(arabic).toContain("2026")
})

test("the same moment reads differently in another zone", () => {
  expect(formatMoment(iso, "en", "Asia/Tokyo")).toMatch(/2 December 2026 at 00:00 GMT\+9/)
})

test("what is no date comes back as it is, and an unknown zone is not fatal", () => {
  expect(formatMoment("soon", "en")).toBe("soon")
  expect(formatMoment(iso, "en", "Mars/Olympus")).toContain("2026")
})

test("each language writes it its own way, in the zone that is given", () => {
  const said = Object.fromEntries(
    languages.map((language) => [
      language,
      formatMoment(iso, language, "Europe/Berlin").replace(/\u202f/g, " "),
    ]),
  )
  expect(said).toEqual({
    en: "Tuesday, 1 December 2026 at 16:00 CET",
    de: "Dienstag, 1. Dezember 2026 um 16:00 MEZ",
    fr: "mardi 1er décembre 2026 à 16:00 UTC+1",
    es: "martes 1 de diciembre de 2026 a las 16:00 CET",
    tr: "1 Aralık 2026 Salı 16:00 GMT+1",
    ar: "الثلاثاء، 1 ديسمبر 2026 في 04:00 م غرينتش+1",
  })
})

test("half past one at night, and a half-hour zone, read right too", () => {
  expect(formatMoment("2026-03-02T00:30:00Z", "es", "Europe/Madrid")).toContain("a la 01:30")
  expect(formatMoment("2026-03-02T00:30:00Z", "fr", "Asia/Kolkata")).toMatch(
    /^lundi 2 mars 2026 à 06:00 UTC\+5:30$/,
  )
})

test("counted nouns follow the plural rules of their language", () => {
  const arabic = counted("ar", {
    ...{ zero: "# يوم", one: "يوم واحد", two: "يومين", few: "# أيام", many: "# يومًا", other: "# يوم" },
  })
  expect([0, 1, 2, 3, 10, 11, 99, 100, 103].map(arabic)).toEqual([
    ...["0 يوم", "يوم واحد", "يومين", "3 أيام", "10 أيام", "11 يومًا", "99 يومًا", "100 يوم", "103 أيام"],
  ])
  const french = counted("fr", { one: "# jour", other: "# jours" })
  expect([0, 1, 2, 11].map(french)).toEqual(["0 jour", "1 jour", "2 jours", "11 jours"])
  expect([1, 2].map(counted("tr", { other: "# gün" }))).toEqual(["1 gün", "2 gün"])
  expect([1, 11].map(counted("de", { one: "# Tag", other: "# Tage" }))).toEqual(["1 Tag", "11 Tage"])
  expect(languages.map((language) => number(12_345, language).replace(/\s/u, " "))).toEqual([
    ...["12,345", "12.345", "12 345", "12.345", "12.345", "12,345"],
  ])
})
