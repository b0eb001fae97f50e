import type { DriverLine, Foretold, PredictionRow, ScoredPrediction } from "@throughline/charts"
import { formatFigure } from "@throughline/charts"
import { periodName, shortPeriod } from "@throughline/org"
import type { DriverDetail } from "../api.ts"
import type { FigureTable } from "../frame/figure.tsx"

type Prediction = NonNullable<DriverDetail["prediction"]>

/** By number of a unit what it is called. */
export const labelsOf = ({ units }: DriverDetail): Map<number, string> =>
  new Map(units.map(({ number, label }) => [number, label]))

/** Periods up to the last in which the indicator has a value. */
const known = ({ periods, series }: DriverDetail): number =>
  Math.min(periods.length, series.indicator.findLastIndex((row) => row.some((value) => value !== null)) + 1)

/** The indicator by unit over time; amber is who is behind the target in the newest period of all. */
export function linesOf(driver: DriverDetail): {
  periods: string[]
  units: DriverLine[]
  overall: (number | null)[]
} {
  const { units, series, overall, target, indicator } = driver
  const length = known(driver)
  const isBehind = (value: number | null | undefined) =>
    value != null && target !== null && (indicator.direction === "higher" ? value < target : value > target)
  return {
    periods: driver.periods.slice(0, length).map(shortPeriod),
    units: units.map(({ number, label }, place) => {
      const values = series.indicator.slice(0, length).map((row) => row[place] ?? null)
      return { id: String(number), label, values, behind: isBehind(values.at(-1)) }
    }),
    overall: overall.indicator.slice(0, length),
  }
}

export function indicatorTable(driver: DriverDetail): FigureTable {
  const { units, series, overall, periods, indicator } = driver
  const length = known(driver)
  const shown = periods.slice(0, length)
  return {
    caption: `${indicator.name}${indicator.measure === "" ? "" : `, ${indicator.measure}`}, by unit`,
    columns: ["Unit", ...shown.map(shortPeriod)],
    rows: [
      ["All units, mean", ...shown.map((_, at) => overall.indicator[at] ?? null)],
      ...units.map(({ label }, place) => [
        label,
        ...shown.map((_, at) => series.indicator[at]?.[place] ?? null),
      ]),
    ],
    format: formatFigure,
  }
}

/** Whoever will likely miss the plan first, then as far as each lies from its plan. */
function ordered({ units, behind }: Prediction): Prediction["units"] {
  const named = new Set(behind?.units ?? [])
  const rank = ({ unit, miss, expected }: Prediction["units"][number]) =>
    named.has(unit) ? -2 - (miss ?? 0) : miss === null ? expected * 1e-12 : -miss
  return units.toSorted((a, b) => rank(a) - rank(b))
}

export function predictionRows(driver: DriverDetail, prediction: Prediction): PredictionRow[] {
  const labels = labelsOf(driver)
  const behind = new Set(prediction.behind?.units ?? [])
  return ordered(prediction).map(({ unit, expected, low, high, last, plan, extrapolated }) => ({
    id: String(unit),
    label: labels.get(unit) ?? "",
    ...{ expected, low, high, last, plan, extrapolated },
    attention: behind.has(unit),
  }))
}

export function predictionTable(driver: DriverDetail, prediction: Prediction): FigureTable {
  const { outcome, indicator } = driver
  const labels = labelsOf(driver)
  const behind = new Set(prediction.behind?.units ?? [])
  const hasPlan = prediction.units.some(({ plan }) => plan !== null)
  return {
    caption: `${outcome.name}${outcome.measure === "" ? "" : `, ${outcome.measure}`}, foretold for ${periodName(prediction.period)}`,
    columns: [
      "Unit",
      "Likely",
      "90% from",
      "90% to",
      ...(hasPlan ? ["Plan", "Told as"] : []),
      `Newest, ${shortPeriod(prediction.base)}`,
      indicator.name,
      "Note",
    ],
    rows: ordered(prediction).map((one) => [
      labels.get(one.unit) ?? "",
      ...[one.expected, one.low, one.high],
      ...(hasPlan ? [one.plan, behind.has(one.unit) ? "likely off plan" : "not clearly off plan"] : []),
      ...[one.last, one.indicator],
      one.extrapolated ? "outside what was seen so far" : "",
    ]),
    format: formatFigure,
  }
}

/** One unit over time: what came, what was planned, and what was foretold of it first, each time. */
export function bandOf(driver: DriverDetail, unit: number) {
  const { units, periods, series, past, prediction } = driver
  const place = units.findIndex(({ number }) => number === unit)
  const next = prediction?.units.find((one) => one.unit === unit)
  const all = prediction && !periods.includes(prediction.period) ? [...periods, prediction.period] : periods
  const at = new Map(all.map((period, index) => [period, index]))
  const nextAt = prediction === null ? undefined : at.get(prediction.period)
  const length = (nextAt ?? all.length - 1) + 1
  const column = (rows: (number | null)[][] | null) =>
    all.slice(0, length).map((_, index) => rows?.[index]?.[place] ?? null)
  const plan = column(series.plan)
  if (next && nextAt !== undefined) plan[nextAt] = next.plan
  return {
    periods: all.slice(0, length),
    values: column(series.outcome),
    plan,
    past: firstOf(past).flatMap(({ period, units: scored }): Foretold[] => {
      const one = scored.find((scoredOne) => scoredOne.unit === unit)
      const index = at.get(period)
      if (one === undefined || index === undefined || index >= length || index === nextAt) return []
      return [{ at: index, expected: one.expected, low: one.low, high: one.high }]
    }),
    next:
      next && nextAt !== undefined
        ? { at: nextAt, expected: next.expected, low: next.low, high: next.high }
        : null,
  }
}

export function bandTable(driver: DriverDetail, unit: number): FigureTable {
  const { periods, values, plan, past, next } = bandOf(driver, unit)
  const foretold = new Map([...past, ...(next ? [next] : [])].map((one) => [one.at, one]))
  return {
    caption: `${driver.outcome.name}, ${labelsOf(driver).get(unit) ?? ""}`,
    columns: ["Period", "Came", "Plan", "Foretold", "90% from", "90% to"],
    rows: periods.map((period, at) => {
      const one = foretold.get(at)
      return [
        shortPeriod(period),
        ...[values[at] ?? null, plan[at] ?? null],
        ...[one?.expected ?? null, one?.low ?? null, one?.high ?? null],
      ]
    }),
    format: formatFigure,
  }
}

type Past = DriverDetail["past"][number]

/** By period, oldest first, what was foretold of each unit first: that is scored, and nothing later that knew more. */
function firstOf(past: readonly Past[]): { period: string; units: Past["units"] }[] {
  const first = new Map<string, Map<number, Past["units"][number]>>()
  for (const { period, units } of past.toSorted((a, b) => a.number - b.number)) {
    const known = first.get(period) ?? new Map()
    first.set(period, known)
    for (const one of units) if (!known.has(one.unit)) known.set(one.unit, one)
  }
  return [...first]
    .map(([period, units]) => ({ period, units: [...units.values()] }))
    .sort((a, b) => (a.period < b.period ? -1 : 1))
}

/** Past predictions whose value has come, by period, oldest first. */
export function scoredOf(driver: DriverDetail): { label: string; predictions: ScoredPrediction[] }[] {
  const labels = labelsOf(driver)
  return firstOf(driver.past).flatMap(({ period, units }) => {
    const predictions = units.flatMap(({ unit, expected, low, high, came }) =>
      came === null ? [] : [{ id: String(unit), label: labels.get(unit) ?? "", expected, low, high, came }],
    )
    return predictions.length === 0 ? [] : [{ label: shortPeriod(period), predictions }]
  })
}

export function scoredTable(driver: DriverDetail): FigureTable {
  const labels = labelsOf(driver)
  return {
    caption: `${driver.outcome.name}: past predictions and what came`,
    columns: ["Unit", "Period", "Foretold", "90% from", "90% to", "Came", "Inside"],
    rows: firstOf(driver.past)
      .toReversed()
      .flatMap(({ period, units }) =>
        units.map(({ unit, expected, low, high, came, inside }) => [
          labels.get(unit) ?? "",
          shortPeriod(period),
          ...[expected, low, high, came],
          inside === null ? "not come yet" : inside ? "hit" : "miss",
        ]),
      ),
    format: formatFigure,
  }
}
