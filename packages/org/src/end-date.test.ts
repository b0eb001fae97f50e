import { expect, test } from "vitest"
import { hasEnded, isDayFirst, localDay } from "./end-date.ts"

test("without a today a filled last day counts as left, a placeholder does not", () => {
  for (const date of ["6/16/2016", "2024-01-31", "2999-01-01"]) expect(hasEnded(date)).toBe(true)
  for (const date of ["", "-", "N/A", "12/31/9999", "9999-12-31", "0000-00-00"]) {
    expect(hasEnded(date)).toBe(false)
    expect(hasEnded(date, "2026-05-10")).toBe(false)
  }
})

test("a last day counts once it has come, in every form exports write it", () => {
  const today = "2026-05-10"
  const past = [
    ...["2026-05-10", "2026-05-09T23:00:00Z", "2026/5/9", "20260509", "5/10/2026", "5/9/26", "10.5.2026"],
    ...["9.5.26", "31/12/2025", "25-04-2026", "9-May-2026", "May 9, 2026", "45292"],
  ]
  const ahead = [
    ...["2026-05-11", "2026-06-01T00:00:00", "2026/12/1", "20260511", "5/11/2026", "6/1/26", "11.5.2026"],
    ...["1.6.26", "31/05/2026", "25-12-2026", "11-May-2026", "May 11, 2026", "73000"],
  ]
  for (const date of past) expect([date, hasEnded(date, today)]).toEqual([date, true])
  for (const date of ahead) expect([date, hasEnded(date, today)]).toEqual([date, false])
})

test("today is the day on the wall, not in Greenwich", () => {
  expect(localDay(new Date(2026, 0, 5, 0, 1))).toBe("2026-01-05")
  expect(localDay(new Date(2026, 11, 31, 23, 59))).toBe("2026-12-31")
})

test("3/4/2026 is in March unless its column shows a day first", () => {
  expect(isDayFirst(["3/4/2026", "", "3/31/2026"])).toBe(false)
  expect(isDayFirst(["3/4/2026", "", "31/3/2026"])).toBe(true)
  expect([hasEnded("3/4/2026", "2026-03-20"), hasEnded("3/4/2026", "2026-03-20", true)]).toEqual([
    true,
    false,
  ])
})

test("a cell in no known form, or no day of the calendar, counts as left", () => {
  for (const date of ["yes", "Q3 2030", "2031-13-45", "30/30/2031"])
    expect(hasEnded(date, "2026-05-10")).toBe(true)
})
