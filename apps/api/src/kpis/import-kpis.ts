import { type Tx, withOrganization } from "@throughline/db"
import { guessDirection, type KpiFile, labelKey } from "@throughline/org"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { addUnits } from "./add-units.ts"
import { inWorker } from "./in-worker.ts"
import { checkCount, insertKpi } from "./kpi-queries.ts"
import { lockKpis, selectKpis } from "./queries.ts"
import type { DoneImport, ImportChoices, NewKpi } from "./schemas.ts"
import { type KpiToWrite, writeValues } from "./write-values.ts"

interface KpiUpload {
  bytes: Uint8Array
  fileName: string
  choices?: ImportChoices | undefined
  kpis?: NewKpi[] | undefined
}

/** Reads a file, with the kinds of period that the KPIs have which it may be of. */
export async function readUpload(deps: Deps, session: Session, upload: KpiUpload): Promise<KpiFile> {
  const { organizationId } = session
  const rows = await withOrganization(deps.db, "web", organizationId, (tx) => selectKpis(tx, organizationId))
  const kinds = Object.fromEntries(
    rows.flatMap(({ key, period_kind }) => (period_kind === null ? [] : [[key, period_kind] as const])),
  )
  const { bytes, fileName, choices = {} } = upload
  return await inWorker({ bytes, fileName, choices, kinds })
}

/**
 * Takes a file's values in, all or nothing. Rows and cells that do not count are told. Throws kpis.refused when nothing in it counts or
 * something is left open that HR has to say.
 */
export async function importKpis(deps: Deps, session: Session, upload: KpiUpload): Promise<DoneImport> {
  const file = await readUpload(deps, session, upload)
  const { issues, issueCount } = file
  const { decimals, dayFirst, periodKind, kpi } = file.asked
  const isOpen = decimals.length > 0 || dayFirst !== null || periodKind !== null || kpi
  if (isOpen)
    throw new Problem("kpis.refused", { detail: "Something in the file has to be settled first.", issues })
  if (file.kpis.length === 0) throw new Problem("kpis.refused", { issues })
  const { organizationId, userId } = session
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockKpis(tx, organizationId)
    const { numbers, added, unmapped } = await addUnits(tx, organizationId, file.units)
    const { ids, newKpis } = await addKpis(tx, organizationId, file, upload.kpis ?? [])
    const writer = { source: "file", at: deps.now(), fileName: upload.fileName, userId } as const
    const written = await writeValues(tx, organizationId, writer, placed(file, ids, numbers))
    const values = file.kpis.reduce((sum, { count }) => sum + count, 0)
    const counted = { rows: file.rows, values, ...written, newKpis, newUnits: added.length }
    return { ...counted, unmapped, issues, issueCount }
  })
}

async function addKpis(tx: Tx, organizationId: string, file: KpiFile, said: readonly NewKpi[]) {
  const known = new Map((await selectKpis(tx, organizationId)).map((row) => [row.key, row]))
  const ids = new Map<string, string>()
  let newKpis = 0
  for (const { name, kind, isPercent } of file.kpis) {
    const key = labelKey(name)
    const row = known.get(key)
    // Another file may have come in between, since this one was read.
    if (row?.period_kind && row.period_kind !== kind) throw new Problem("server.busy")
    const own = said.find((one) => labelKey(one.name) === key)
    ids.set(
      name,
      row?.kpi_id ??
        (await insertKpi(tx, organizationId, {
          name,
          direction: own?.direction ?? guessDirection(name),
          measure: own?.measure ?? (isPercent ? "percent" : ""),
          role: own?.role ?? "outcome",
          owner: "",
        })),
    )
    if (row === undefined) newKpis++
  }
  checkCount(known.size + newKpis)
  return { ids, newKpis }
}

/** The file's values by number of the unit, one KPI at a time: all at once would stand in memory twice. */
function placed(file: KpiFile, ids: ReadonlyMap<string, string>, numbers: Int32Array): KpiToWrite[] {
  const length = numbers.reduce((most, number) => Math.max(most, number + 1), 0)
  return file.kpis.map(({ name, kind, ordinals, values }) => ({
    ...{ kpiId: ids.get(name) ?? "", kind },
    periods: ordinals.map((ordinal, at) => ({
      ordinal,
      get values() {
        return placedValues(values[at] as Float64Array, numbers, length)
      },
    })),
  }))
}

export function placedValues(values: Float64Array, numbers: Int32Array, length: number): Float64Array {
  const own = new Float64Array(length).fill(Number.NaN)
  for (let unit = 0; unit < values.length; unit++) own[numbers[unit] as number] = values[unit] as number
  return own
}
