import fc from "fast-check"
import { expect, test } from "vitest"
import { nextPeriod, type PeriodKind, parsePeriod, periodOf, periodText } from "./period.ts"

const kinds: PeriodKind[] = ["year", "half", "quarter", "month", "week", "day"]

test("a date falls into one period of each kind; a week belongs to the year of its Thursday (ISO 8601)", () => {
  const told = (date: string) => kinds.map((kind) => periodText(periodOf(date, kind) ?? { kind, ordinal: 0 }))
  expect(told("2026-07-14")).toEqual(["2026", "2026-H2", "2026-Q3", "2026-07", "2026-W29", "2026-07-14"])
  // The table of ISO 8601 in "ISO week date": first and last days of years.
  expect(told("2005-01-01")[4]).toBe("2004-W53")
  expect(told("2005-12-31")[4]).toBe("2005-W52")
  expect(told("2008-12-29")[4]).toBe("2009-W01")
  expect(told("2010-01-03")[4]).toBe("2009-W53")
  expect(told("1969-12-29")[4]).toBe("1970-W01")
})

test("a canonical text is read as it was written; what is no period is none", () => {
  for (const text of ["2026", "2026-H1", "2026-Q4", "2026-12", "2020-W53", "2024-02-29"])
    expect(periodText(parsePeriod(text) ?? { kind: "year", ordinal: 0 })).toBe(text)
  for (const text of [
    ...["", "26", "2026-13", "2026-00", "2026-Q5", "2026-H3", "2021-W53", "2026-W00", "2023-02-29", "1066"],
    ...["2026-Q", "2026-7", "2026-02-30", " 2026"],
  ])
    expect([text, parsePeriod(text)]).toEqual([text, undefined])
})

test("the next period and the one before follow over the ends of years", () => {
  expect(nextPeriod("2026-Q4")).toBe("2027-Q1")
  expect(nextPeriod("2026-01", -1)).toBe("2025-12")
  expect(nextPeriod("2020-W53")).toBe("2021-W01")
  expect(nextPeriod("2024-02-28", 2)).toBe("2024-03-01")
  expect(nextPeriod("2026-H2", 3)).toBe("2028-H1")
  expect(nextPeriod("never")).toBeUndefined()
})

test("periods of a kind are counted without gaps, whatever the kind", () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.integer({ min: -25_000, max: 84_000 }), (kind, day) => {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
      const period = periodOf(date, kind)
      if (period === undefined) return date < "1900-01-01"
      expect(parsePeriod(periodText(period))).toEqual(period)
      const next = { kind, ordinal: period.ordinal + 1 }
      expect(nextPeriod(periodText(period))).toBe(periodText(next))
      return periodText(next) > periodText(period)
    }),
  )
})
