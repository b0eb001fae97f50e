// One unit over time: what its results tell of it, survey by survey, beside the figures it is run by.

import { formatFigure, formatMean, hiddenWords, type TimePanel } from "@throughline/charts"
import { periodName } from "@throughline/org"
import type { UnitProfile } from "../api.ts"
import { counted, listed } from "../format.ts"
import type { FigureTable } from "../frame/figure.tsx"
import { type Finding, inSentence, measureText, shortName } from "./link-words.ts"
import { periodTime, timeTicks } from "./period-time.ts"

type Wave = UnitProfile["measures"][number]["waves"][number]

/** What a survey tells of the unit, in a word. */
function toldText({ told, hidden }: Wave): string {
  if (told !== null) return formatMean(told.mean, told.bound ?? undefined)
  return hidden === "no-unit" ? "no unit then" : hiddenWords(hidden ?? "too-few")
}

export function profilePanels({ measures, kpis }: UnitProfile): TimePanel[] {
  return [
    ...measures.map(({ id, name, waves }): TimePanel => {
      const untold = waves.filter(({ told }) => told === null || told.bound !== null)
      const gaps = untold.map((wave) => `${wave.name}: ${toldText(wave)}`)
      return {
        ...{ id, label: name, strong: true, scale: [1, 5] },
        note: `Scale points, 1 to 5, with 95% intervals${gaps.length === 0 ? "" : `; not drawn: ${gaps.join(", ")}`}`,
        points: waves.map(({ name: label, closedAt, told }) => ({
          ...{ at: Date.parse(closedAt), label },
          // A bound is no point: it stands in the note and in the table.
          value: told === null || told.bound !== null ? null : told.mean,
          ...(told?.interval ? { low: told.interval.low, high: told.interval.high } : {}),
        })),
      }
    }),
    ...kpis.map(
      ({ id, name, label, values, ...kpi }): TimePanel => ({
        id: `${id} ${label}`,
        label: name,
        note: `${measureText(kpi)}${values.some(({ value }) => value !== null) ? "" : "; no value of this unit"}`,
        points: values.flatMap(({ period, value }) => {
          const at = periodTime(period)
          return at === undefined ? [] : [{ at, label: periodName(period), value }]
        }),
      }),
    ),
  ]
}

export function profileTicks(panels: readonly TimePanel[]): { at: number; label: string }[] {
  const times = panels.flatMap(({ points }) => points.map(({ at }) => at))
  return times.length === 0 ? [] : timeTicks(Math.min(...times), Math.max(...times))
}

export function profileTable({ unit, measures, kpis }: UnitProfile): FigureTable {
  return {
    caption: `${unit.name} over time`,
    format: formatFigure,
    columns: ["What", "When", "Value", "95% interval", "Answered"],
    rows: [
      ...measures.flatMap(({ name, waves }) =>
        waves.map((wave) => [
          ...[name, wave.name, wave.told?.bound === null ? wave.told.mean : toldText(wave)],
          wave.told?.interval
            ? `${wave.told.interval.low.toFixed(1)} to ${wave.told.interval.high.toFixed(1)}`
            : "",
          wave.told?.n ?? "",
        ]),
      ),
      ...kpis.flatMap(({ name, values }) =>
        values.map(({ period, value }) => [name, periodName(period), value ?? "no value", "", ""]),
      ),
    ],
  }
}

/** What the unit's results say last, beside how many figures; and what this cannot say. */
export function profileFinding({ unit, measures, kpis }: UnitProfile): Finding {
  const said = measures.flatMap(({ name, waves }) => {
    const last = waves.findLast(({ told }) => told !== null)
    return last ? [{ survey: last.name, says: `${inSentence(shortName(name))} ${toldText(last)}` }] : []
  })
  const surveys = [...new Set(said.map(({ survey }) => survey))]
  const told = surveys.map((survey) => {
    const says = said.filter((one) => one.survey === survey).map((one) => one.says)
    return `${listed(says)} in “${survey}”`
  })
  const withValues = kpis.filter(({ values }) => values.some(({ value }) => value !== null))
  const beside =
    withValues.length === 0
      ? "no KPI has a value of it"
      : `beside ${counted(withValues.length, "KPI", "KPIs")}`
  return {
    headline:
      told.length === 0
        ? `${unit.name}: no survey tells of this unit; ${beside}`
        : `${unit.name}: ${listed(told)}, ${beside}`,
    sure: "Each on its own scale, on one axis of time. That two lines of one unit move together is no finding: whether they go together is asked over all units, under Links.",
  }
}
