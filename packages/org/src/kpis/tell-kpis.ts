import { grouped, quoted } from "../wording.ts"
import type { FileBytes } from "./file-bytes.ts"
import { slotValues } from "./gathered-values.ts"
import type { FileKpi, KpiFile } from "./kpi-file.ts"
import { labelKey } from "./label-key.ts"
import { type Period, type PeriodKind, periodText } from "./period.ts"
import type { ColumnMarks } from "./read-cell.ts"
import type { Context, ReadAll } from "./read-rows.ts"
import { rowIssue } from "./row-issues.ts"
import type { settleDecimals } from "./settle-decimals.ts"

type SettledDecimals = ReturnType<typeof settleDecimals>

/**
 * What was read as it is told: by KPI and period, in the order of time.
 *
 * @param kinds by labelKey of its name the kind of period that a KPI has already
 */
export function tellKpis(
  read: ReadAll,
  { columns, headers, settled }: Context,
  decimals: SettledDecimals,
  file: FileBytes,
  kinds: Readonly<Record<string, PeriodKind>>,
): KpiFile {
  const { issues } = read
  const kpis = read.values.kpis.flatMap((gathered): FileKpi[] => {
    const filled = read.periods.flatMap((_, place) => ((gathered.counts[place] as number) > 0 ? [place] : []))
    if (filled.length === 0) return []
    const key = labelKey(gathered.name)
    // A KPI may be named “constructor”: every object has something under that name.
    const ownKind = Object.hasOwn(kinds, key) ? kinds[key] : undefined
    const kind = ownKind ?? mostly(filled, gathered.counts, read.periods)
    const own: { ordinal: number; place: number }[] = []
    for (const place of filled) {
      const period = read.periods[place] as Period
      if (period.kind === kind) own.push({ ordinal: period.ordinal, place })
      else
        issues.add(() => {
          const row = gathered.firstRows[place] as number
          const count = gathered.counts[place] as number
          return rowIssue(
            "other-period",
            row,
            columns.columns.period ?? null,
            `${quoted(gathered.name)} is told by ${kind}, and ${periodText(period)} is a ${period.kind}: ${grouped(count)} ${count === 1 ? "value" : "values"} from row ${row} on ${count === 1 ? "is" : "are"} not counted.`,
          )
        })
    }
    own.sort((a, b) => a.ordinal - b.ordinal)
    if (own.length === 0) return []
    const count = own.reduce((sum, { place }) => sum + (gathered.counts[place] as number), 0)
    return [
      {
        ...{ name: gathered.name, kind, count, isPercent: gathered.percents > count / 2 },
        ordinals: own.map(({ ordinal }) => ordinal),
        values: own.map(({ place }) => slotValues(gathered.slots[place] as Float64Array, read.units.length)),
      },
    ]
  })
  columns.values.forEach(({ at }, column) => {
    const { good, bad } = read.marks[column] as ColumnMarks
    const header = headers[at] ?? ""
    if (good === 0 && bad > 0)
      issues.add(() => ({
        ...{ code: "no-numbers", row: null, column: header },
        message: `Column ${quoted(header)} holds no number in ${grouped(bad)} ${bad === 1 ? "cell" : "cells"}; it is not read.`,
        repair: "Leave the column out, or say which column it is.",
      }))
  })
  const same =
    read.same === 0
      ? []
      : [
          `${grouped(read.same)} ${read.same === 1 ? "value stands" : "values stand"} twice with the same figure, and ${read.same === 1 ? "counts" : "count"} once.`,
        ]
  return {
    ...{ layout: columns.layout, columns: columns.columns, rows: read.rows, units: read.units, kpis },
    notes: [...file.notes, ...columns.notes, ...settled.notes, ...decimals.notes, ...same],
    ...{ issues: issues.listed, issueCount: issues.count },
    asked: {
      ...{ decimals: decimals.asked, dayFirst: settled.dayFirst, periodKind: settled.periodKind },
      kpi: columns.asksForKpi,
    },
  }
}

/** The kind of period that most values are of. */
function mostly(places: readonly number[], counts: Int32Array, periods: readonly Period[]): PeriodKind {
  const by = new Map<PeriodKind, number>()
  for (const place of places) {
    const { kind } = periods[place] as Period
    by.set(kind, (by.get(kind) ?? 0) + (counts[place] as number))
  }
  return [...by].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}
