import { nextPeriod, type PeriodKind, periodOf, periodText } from "@throughline/org"
import { demoBreak } from "./company.ts"
import { normal, seeded } from "./respondent.ts"
import { acrossDepartment, type DemoTeam } from "./teams.ts"

/** A file of figures, the way a controlling department exports one: unit, period and a column for each KPI. */
export interface DemoFile {
  name: string
  kpis: DemoKpi[]
  units: string[]
  /** Oldest first. */
  periods: string[]
  /** By KPI, period and unit. */
  values: number[][][]
}

interface DemoKpi {
  name: string
  measure: string
  direction: "higher" | "lower"
  role: "outcome" | "indicator" | "plan"
}

/** Partners of the company: nobody's unit. */
const partners = "Partner installers"

/** Teams whose people were not yet trained on the newest release. */
const behind = [2, 9, 13, 18]

/** KPIs of the invented company, made from its teams and a seed. What people answered is in none of them. */
export function demoFiles(
  teams: readonly DemoTeam[],
  now: Date,
): { others: DemoFile[]; sales: DemoFile & { ends: Date[] } } {
  return { others: [onTime(teams, now), staff(teams, now), visits(teams, now)], sales: sales(teams, now) }
}

/** What was known when so many periods were over: their figures, and what was planned of the next. */
export function upTo(file: DemoFile, over: number): DemoFile {
  const none = file.units.map(() => Number.NaN)
  return {
    ...file,
    periods: file.periods.slice(0, over + 1),
    values: file.kpis.map(({ role }, kpi) =>
      (file.values[kpi] ?? [])
        .slice(0, over + 1)
        .map((row, at) => (at < over || role === "plan" ? row : none)),
    ),
  }
}

/** Teams that know what the work is for deliver more of it on time; where the message is lost, less is. */
function onTime(teams: readonly DemoTeam[], now: Date): DemoFile {
  const random = seeded(31)
  const periods = periodsTo("month", now, 0, 18)
  const usual = teams.map(({ told, department }) => {
    const lost = department === demoBreak.department ? 7 : 0
    return 86 + 10 * told - lost + 2.5 * normal(random)
  })
  return {
    name: "on-time-by-team",
    kpis: [{ name: "Agreed work delivered on time", measure: "%", direction: "higher", role: "outcome" }],
    units: [...teams.map(({ head }) => head.name), acrossDepartment, partners],
    periods,
    values: [periods.map(() => [...usual, 84, 79].map((level) => bounded(level + 1.8 * normal(random))))],
  }
}

/** By function, of which there are eight: too few to tell anything. Nobody has had a serious accident. */
function staff(teams: readonly DemoTeam[], now: Date): DemoFile {
  const random = seeded(32)
  const units = [...new Set(teams.map(({ department }) => department))]
  const periods = periodsTo("quarter", now, 0, 8)
  const usual = units.map(() => 2.2 + 0.8 * normal(random))
  return {
    name: "staff-by-function",
    kpis: [
      { name: "People who left", measure: "%", direction: "lower", role: "outcome" },
      { name: "Serious accidents", measure: "", direction: "lower", role: "outcome" },
    ],
    units,
    periods,
    values: [
      periods.map(() => usual.map((level) => tenths(Math.max(0.2, level + 0.5 * normal(random))))),
      periods.map(() => units.map(() => 0)),
    ],
  }
}

/** The share trained before each quarter's release, and what was sold in the quarter after. */
function sales(teams: readonly DemoTeam[], now: Date): DemoFile & { ends: Date[] } {
  const random = seeded(33)
  const units = teams
    .filter(({ department }) => department === "Sales" || department === "Field Service")
    .slice(0, 22)
  const periods = periodsTo("quarter", now, 1, 12)
  // What is planned is known a quarter ahead.
  const ahead = [...periods, nextPeriod(periods.at(-1) ?? "") ?? ""]
  const keenness = units.map(() => 4 * normal(random))
  const trained = periods.map((_, at) =>
    units.map((_, unit) => {
      const isLate = at === periods.length - 1 ? behind.includes(unit) : random() < 0.1
      return bounded(70 + (keenness[unit] ?? 0) - (isLate ? 32 : 0) + 8 * normal(random))
    }),
  )
  const sold: number[][] = []
  for (const at of periods.keys()) {
    const quarter = 8 * normal(random)
    sold.push(
      units.map((_, unit) => {
        const last = sold[at - 1]?.[unit] ?? 600 + 30 * normal(random)
        const share = trained[at - 1]?.[unit] ?? 70
        return Math.round(90 + 0.5 * last + 3.1 * share + quarter + 22 * normal(random))
      }),
    )
  }
  const planned = ahead.map((_, at) =>
    units.map((_, unit) => 5 * Math.round((570 + at + 5 * (keenness[unit] ?? 0)) / 5)),
  )
  const none = units.map(() => Number.NaN)
  return {
    name: "retrofit-kit-by-team",
    kpis: [
      { name: "Trained before the release", measure: "%", direction: "higher", role: "indicator" },
      { name: "Sales of the retrofit kit", measure: "thousand €", direction: "higher", role: "outcome" },
      { name: "Planned sales of the retrofit kit", measure: "thousand €", direction: "higher", role: "plan" },
    ],
    units: units.map(({ head }) => head.name),
    periods: ahead,
    ends: periods.map(endOf),
    values: [[...trained, none], [...sold, none], planned],
  }
}

/** Six teams over four quarters: too few to foretell anything from. */
function visits(teams: readonly DemoTeam[], now: Date): DemoFile {
  const random = seeded(34)
  const units = teams
    .filter(({ department }) => department === "Field Service")
    .slice(-6)
    .map(({ head }) => head.name)
  const periods = periodsTo("quarter", now, 1, 4)
  const draw = (level: number, spread: number) =>
    periods.map(() => units.map(() => tenths(level + spread * normal(random))))
  return {
    name: "installations-by-team",
    kpis: [
      { name: "Installations visited by a director", measure: "%", direction: "higher", role: "indicator" },
      { name: "Faults in the first year", measure: "per 100", direction: "lower", role: "outcome" },
    ],
    units,
    periods,
    values: [draw(22, 5), draw(6, 0.8)],
  }
}

/** The last of `count` periods is the one `now` falls in, or lies `back` before it. */
function periodsTo(kind: PeriodKind, now: Date, back: number, count: number): string[] {
  const here = periodOf(now.toISOString(), kind)
  if (here === undefined) throw new Error("no date")
  return Array.from({ length: count }, (_, at) =>
    periodText({ kind, ordinal: here.ordinal - back - count + 1 + at }),
  )
}

/** The last day of a quarter. */
function endOf(period: string): Date {
  const [year = 0, quarter = 1] = period.split("-Q").map(Number)
  return new Date(Date.UTC(year, quarter * 3, 0))
}

const tenths = (value: number) => Math.round(value * 10) / 10
/** A share in percent. */
const bounded = (value: number) => tenths(Math.min(100, Math.max(0, value)))

/** As a CSV file; nothing stands where there is no value. */
export function csvOf({ kpis, units, periods, values }: DemoFile): string {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
  const rows = periods.flatMap((period, at) =>
    units.map((unit, number) => {
      const cells = kpis.map((_, kpi) => values[kpi]?.[at]?.[number] ?? Number.NaN)
      return [quote(unit), period, ...cells.map((cell) => (Number.isNaN(cell) ? "" : String(cell)))].join(",")
    }),
  )
  return [["Unit", "Period", ...kpis.map(({ name }) => quote(name))].join(","), ...rows].join("\r\n")
}
