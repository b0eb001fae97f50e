import { expect, test } from "vitest"
import { periodText } from "./period.ts"
import { isSlashed, readPeriod } from "./read-period.ts"
import { settlePeriods } from "./settle-periods.ts"

const told = (text: string) => {
  const period = readPeriod(text)
  return period === undefined ? undefined : isSlashed(period) ? "asked" : periodText(period)
}

test.each([
  [
    "2026-Q3",
    "Q3 2026",
    "Q3/26",
    "3Q26",
    "2026 Q3",
    "2026/Q3",
    "3. Quartal 2026",
    "T3 2026",
    "3e trimestre 2026",
    "3. çeyrek 2026",
    "2026 3. çeyrek",
    "3er trimestre de 2026",
    "الربع الثالث 2026",
    "Quarter 3, 2026",
    "q3-2026",
  ],
  [
    "2026-H1",
    "H1 2026",
    "1H26",
    "2026-H1",
    "1. Halbjahr 2026",
    "S1 2026",
    "1er semestre 2026",
    "النصف الأول 2026",
  ],
  [
    "2026-07",
    "Jul 26",
    "Juli 2026",
    "July 2026",
    "juil. 2026",
    "julio de 2026",
    "Temmuz 2026",
    "يوليو 2026",
    "3/2026".replace("3", "7"),
    "07.2026",
    "2026/7",
    "202607",
    "2026M07",
    "Jul-26",
    "2026 July",
    "M07 2026",
  ],
  ["2026-W05", "W05 2026", "KW 5/2026", "2026-W05", "week 5 2026", "semaine 5 2026", "CW5 2026"],
  ["2026", "2026", "FY2026", "FY26", "2026.0", "٢٠٢٦"],
  [
    "2026-07-31",
    "31.07.2026",
    "31/07/2026",
    "07/31/2026",
    "2026-07-31T00:00:00",
    "31 July 2026",
    "31. Juli 2026",
    "July 31, 2026",
    "46234",
    "20260731",
  ],
])("spellings of %s", (canonical, ...spellings) => {
  for (const spelling of spellings) expect([spelling, told(spelling)]).toEqual([spelling, canonical])
})

test("what is no period is none, and a date that may be two days is asked", () => {
  for (const text of [
    "",
    "Sales",
    "13/2026",
    "Q5 2026",
    "31.02.2026",
    "2025/26",
    "H3 2026",
    "May",
    "Marketing 26x",
    "12345678901",
  ])
    expect([text, told(text)]).toEqual([text, undefined])
  expect(told("3/4/2026")).toBe("asked")
})

const settled = (...texts: string[]) => {
  const { periods, ...rest } = settlePeriods(texts, {})
  return { ...rest, periods: periods.map((period) => period && periodText(period)) }
}

test("dates stand for the longest period that all of them end or begin", () => {
  expect(settled("31.01.2026", "28.02.2026").periods).toEqual(["2026-01", "2026-02"])
  expect(settled("2026-03-31", "2026-06-30").periods).toEqual(["2026-Q1", "2026-Q2"])
  expect(settled("2025-12-31", "2026-12-31").periods).toEqual(["2025", "2026"])
  expect(settled("2026-01-01", "2026-02-01").periods).toEqual(["2026-01", "2026-02"])
  expect(settled("2026-01-05", "2026-01-12", "2026-01-19").periods).toEqual([
    "2026-W02",
    "2026-W03",
    "2026-W04",
  ])
  expect(settled("2026-01-05", "2026-01-06").periods).toEqual(["2026-01-05", "2026-01-06"])
  // One alone does not say.
  expect(settled("2026-12-31")).toMatchObject({
    periods: ["2026-12"],
    periodKind: { example: "2026-12-31", kinds: ["month", "quarter", "half", "year", "day"] },
  })
})

test("the order of day and month comes from dates that leave no doubt, from months' starts, or is asked", () => {
  expect(settled("1/2/2026", "15/2/2026")).toMatchObject({
    periods: ["2026-02-01", "2026-02-15"],
    dayFirst: null,
  })
  expect(settled("1/2/2026", "1/15/2026").periods).toEqual(["2026-01-02", "2026-01-15"])
  expect(settled("1/2/2026", "1/3/2026")).toMatchObject({ periods: ["2026-02", "2026-03"], dayFirst: null })
  expect(settled("2/1/2026", "3/1/2026").periods).toEqual(["2026-02", "2026-03"])
  expect(settled("3/4/2026").dayFirst).toEqual({
    ...{ example: "3/4/2026", asDayFirst: "2026-04-03", asMonthFirst: "2026-03-04" },
  })
  const chosen = settlePeriods(["3/4/2026"], { dayFirst: false, periodKind: "month" })
  expect([chosen.dayFirst, chosen.periods.map((period) => period && periodText(period))]).toEqual([
    null,
    ["2026-03"],
  ])
})
