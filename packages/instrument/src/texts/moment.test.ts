import { expect, test } from "vitest"
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
