import { type Tx, withOrganization } from "@throughline/db"
import { guessDirection, type KpiFile, labelKey, periodText } from "@throughline/org"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { checkSpan } from "./check-span.ts"
import { placedValues, readUpload } from "./import-kpis.ts"
import { type LoadedUnit, loadUnits } from "./load-kpis.ts"
import { mergeValues } from "./merge-values.ts"
import { unpackValues } from "./packed.ts"
import { loadTargets } from "./propose-targets.ts"
import { selectKpis } from "./queries.ts"
import { resolveToday } from "./resolve-units.ts"
import type { CheckedImport, ImportChoices } from "./schemas.ts"
import { unitStanding } from "./unit-standing.ts"
import { selectPeriodRows } from "./write-queries.ts"

/** Corrections and units that are listed; more are counted. */
const LISTED = 200

interface KpiUpload {
  bytes: Uint8Array
  fileName: string
  choices?: ImportChoices | undefined
}

/** What a file would bring: nothing is stored. */
export async function checkImport(deps: Deps, session: Session, upload: KpiUpload): Promise<CheckedImport> {
  const file = await readUpload(deps, session, upload)
  const { organizationId } = session
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { numbers, length, units } = await checkUnits(tx, organizationId, file)
    const corrections: CheckedImport["corrections"] = []
    const kpis: CheckedImport["kpis"] = []
    const known = new Map((await selectKpis(tx, organizationId)).map((row) => [row.key, row]))
    let unchanged = 0
    const spans = file.kpis.map((kpi) => ({ ...kpi, kpiId: known.get(labelKey(kpi.name))?.kpi_id ?? null }))
    await checkSpan(tx, organizationId, spans)
    for (const kpi of file.kpis) {
      const row = known.get(labelKey(kpi.name))
      const there =
        row === undefined ? [] : await selectPeriodRows(tx, organizationId, row.kpi_id, kpi.ordinals)
      const stored = new Map(there.map((one) => [one.ordinal, unpackValues(one.unit_values)]))
      const counts = { added: 0, corrected: 0 }
      kpi.ordinals.forEach((ordinal, at) => {
        const values = placedValues(kpi.values[at] as Float64Array, numbers, length)
        const merged = mergeValues(stored.get(ordinal), values)
        counts.added += merged.addedCount
        counts.corrected += merged.units.length
        unchanged += merged.unchanged
        const period = periodText({ kind: kpi.kind, ordinal })
        for (let one = 0; one < merged.units.length && corrections.length < LISTED; one++) {
          const unit = file.units[numbers.indexOf(merged.units[one] as number)] ?? ""
          const [before, after] = [merged.before[one] as number, merged.after[one] as number]
          corrections.push({ kpi: kpi.name, unit, period, before, after })
        }
      })
      const end = (ordinal = 0) => periodText({ kind: kpi.kind, ordinal })
      kpis.push({
        ...{ name: kpi.name, id: row?.kpi_id ?? null, periodKind: kpi.kind, values: kpi.count, ...counts },
        direction: row?.direction ?? guessDirection(kpi.name),
        measure: row?.measure ?? (kpi.isPercent ? "percent" : ""),
        ...{ first: end(kpi.ordinals[0]), last: end(kpi.ordinals.at(-1)), periods: kpi.ordinals.length },
      })
    }
    const { layout, columns, notes, issues, issueCount, asked, rows } = file
    const sum = (of: (kpi: CheckedImport["kpis"][number]) => number) =>
      kpis.reduce((all, kpi) => all + of(kpi), 0)
    return {
      ...{ layout, columns, notes, issues, issueCount, asked, kpis, units, corrections, rows, unchanged },
      ...{
        values: sum((kpi) => kpi.values),
        added: sum((kpi) => kpi.added),
        corrected: sum((kpi) => kpi.corrected),
      },
    }
  })
}

/** Numbers of the file's labels as an import would give them, and how each of them stands. */
async function checkUnits(tx: Tx, organizationId: string, file: KpiFile) {
  const there = await loadUnits(tx, organizationId)
  const known = new Map(there.map((unit) => [labelKey(unit.label), unit]))
  const targets = await loadTargets(tx, organizationId)
  let next = (there.at(-1)?.number ?? -1) + 1
  const labelled = file.units.map((label): LoadedUnit & { isNew: boolean } => {
    const unit = known.get(labelKey(label))
    if (unit !== undefined) return { ...unit, label, isNew: false }
    return { number: next++, label, target: targets.propose(label) ?? null, isNew: true }
  })
  const resolved = await resolveToday(tx, organizationId, labelled)
  return {
    numbers: Int32Array.from(labelled, ({ number }) => number),
    length: next,
    units: labelled.map((unit) => ({
      ...{ label: unit.label, isNew: unit.isNew, targetName: targets.nameOf(unit.target) },
      standing: unitStanding(unit, resolved.get(unit.number)).standing,
    })),
  }
}
