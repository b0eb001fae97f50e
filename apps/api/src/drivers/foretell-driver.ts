import { createHash } from "node:crypto"
import type { BehindPlan, DriverResult, UnitPrediction } from "@throughline/analysis"
import { type Tx, withOrganization } from "@throughline/db"
import { parsePeriod, periodOf } from "@throughline/org"
import type { Deps } from "../deps.ts"
import { findTimeZone } from "../members/queries.ts"
import { hasAlert, insertAlert } from "./alert-queries.ts"
import { alertText } from "./alert-text.ts"
import { type DriverData, loadDriverData, stateOf } from "./driver-data.ts"
import { fitDriver } from "./fit-driver.ts"
import {
  type DriverRow,
  keepPrediction,
  lockDriver,
  noteTold,
  selectDrivers,
  selectPredictions,
} from "./queries.ts"
import { todayIn } from "./tell-brief.ts"
import { packPredictions, type Told, unpackPredictions } from "./told.ts"

/** The active drivers of an organization. */
export async function activeDrivers(deps: Deps, organizationId: string): Promise<string[]> {
  return await withOrganization(deps.db, "web", organizationId, async (tx) =>
    (await selectDrivers(tx, organizationId))
      .filter(({ active }) => active)
      .map(({ driver_id }) => driver_id),
  )
}

/**
 * Looks at a driver's data when they are others than last time: fits it, and keeps what it foretells or why it does not.
 * What was foretold is dated and never changed. Then the alert, if one is due, is written to be sent.
 */
export async function foretellDriver(deps: Deps, organizationId: string, driverId: string): Promise<void> {
  const loaded = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const [row] = await selectDrivers(tx, organizationId, { driverId })
    if (row === undefined || !row.active) return undefined
    return { row, data: await loadDriverData(tx, organizationId, row) }
  })
  if (loaded === undefined) return
  const { row, data } = loaded
  const seen = stateOf(data)
  // Not while a transaction holds a connection: thousands of unit-periods take a moment.
  const found = seen === row.seen ? undefined : await lookAt(data)
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    if (!(await lockDriver(tx, organizationId, driverId))) return
    // Meanwhile it may have been switched off, given another receiver, or looked at by another process with newer data.
    const [now] = await selectDrivers(tx, organizationId, { driverId })
    if (now === undefined || !now.active || now.seen !== row.seen) return
    if (found === undefined) return await writeAlert(deps, tx, organizationId, now, data)
    const number =
      found.made &&
      (await keepPrediction(tx, organizationId, driverId, { ...found.made, madeAt: deps.now() }))
    const told: Told =
      found.told.state === "published" ? { ...found.told, number: number ?? null } : found.told
    await noteTold(tx, organizationId, driverId, { seen, told })
    await writeAlert(deps, tx, organizationId, { ...now, told }, data)
  })
}

interface Made {
  base: string
  period: string
  digest: Uint8Array
  fit: Extract<DriverResult, { state: "published" }>["fit"]
  predictions: ReturnType<typeof packPredictions>
  behind: BehindPlan | null
}

/** What the engine says of it, in the numbers and periods that everybody else uses. */
async function lookAt({ aligned, units }: DriverData): Promise<{ told: Told; made: Made | undefined }> {
  if (aligned === undefined) return { told: { state: "waiting", waiting: "other-periods" }, made: undefined }
  if (units.length === 0) return { told: { state: "waiting", waiting: "no-values" }, made: undefined }
  const { periods, input } = aligned
  const result = await fitDriver(input)
  if (result.state === "refused") return { told: result, made: undefined }
  const { fit, base } = result
  const told: Told = { state: "published", fit, number: null }
  if (result.predictions.length === 0) return { told, made: undefined }
  const numberOf = (place: number) => units[place]?.number as number
  const predictions = packPredictions(
    result.predictions.map((one): UnitPrediction => ({ ...one, unit: numberOf(one.unit) })),
  )
  const behind = result.behind && { ...result.behind, units: result.behind.units.map(numberOf) }
  const what = { base: periods[base] as string, period: periods[base + input.horizon] as string }
  const digest = createHash("sha256")
    .update(JSON.stringify([what, predictions, behind]))
    .digest()
  return { told, made: { ...what, digest, fit, predictions, behind } }
}

/** Old figures foretell what has happened by now, and nobody needs a mail about that. */
function isOver(period: string, today: string): boolean {
  const own = parsePeriod(period)
  return own !== undefined && own.ordinal < (periodOf(today, own.kind)?.ordinal ?? own.ordinal)
}

/** Of the prediction that holds, once a period, when there is somebody to be told. */
async function writeAlert(
  deps: Deps,
  tx: Tx,
  organizationId: string,
  row: DriverRow,
  { indicator, outcome, units }: DriverData,
): Promise<void> {
  const { driver_id: driverId, told, receiver_id, receiver_name } = row
  if (receiver_id === null || receiver_name === null) return
  if (told?.state !== "published" || told.number === null) return
  const { number } = told
  const made = (await selectPredictions(tx, organizationId, [driverId])).find((one) => one.number === number)
  if (made === undefined || made.behind === null) return
  const { behind, period, base, fit } = made
  if (isOver(period, todayIn(await findTimeZone(tx, organizationId), deps.now()))) return
  if (await hasAlert(tx, organizationId, driverId, period)) return
  const text = alertText({
    ...{ receiver: receiver_name, driver: row.name, indicator, outcome, base, period, behind, fit },
    ...{ target: row.target, deadline: row.deadline, predictions: unpackPredictions(made.predictions) },
    labels: new Map(units.map(({ number, label }) => [number, label])),
  })
  await insertAlert(tx, {
    ...{ organization_id: organizationId, driver_id: driverId, period, number, ...text },
    ...{ receiver_id, name: receiver_name },
    ...{ message_id: `driver.${crypto.randomUUID()}`, made_at: deps.now() },
  })
}
