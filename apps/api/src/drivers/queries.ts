import type { BehindPlan, DriverFit } from "@throughline/analysis"
import { jsonb, type Tx } from "@throughline/db"
import type { PackedPredictions, Told } from "./told.ts"

/** Whose drivers: those that a member keeps or receives the alerts of; null: all. */
export type InHand = string | null

export async function selectDrivers(
  tx: Tx,
  organizationId: string,
  { inHand = null, driverId }: { inHand?: InHand; driverId?: string } = {},
) {
  const rows = await tx
    .selectFrom("app.driver as driver")
    // Both are members of this organization, which their foreign keys see to.
    .leftJoin("auth.app_user as keeper", "keeper.id", "driver.keeper_id")
    .leftJoin("auth.app_user as receiver", "receiver.id", "driver.receiver_id")
    .selectAll("driver")
    .select(["keeper.name as keeper_name", "receiver.name as receiver_name"])
    .where("driver.organization_id", "=", organizationId)
    .$if(driverId !== undefined, (all) => all.where("driver.driver_id", "=", driverId ?? ""))
    .$if(inHand !== null, (all) =>
      all.where(({ eb, or }) =>
        or([eb("driver.keeper_id", "=", inHand), eb("driver.receiver_id", "=", inHand)]),
      ),
    )
    .orderBy("driver.name")
    .orderBy("driver.driver_id")
    .execute()
  return rows.map(({ told, ...row }) => ({ ...row, told: told as Told | null }))
}
export type DriverRow = Awaited<ReturnType<typeof selectDrivers>>[number]

export async function insertDriver(
  tx: Tx,
  organizationId: string,
  driver: {
    name: string
    indicator_id: string
    outcome_id: string
    plan_id: string | null
    horizon: number
    target: number | null
    deadline: string | null
    keeper_id: string | null
    receiver_id: string | null
    created_at: Date
  },
): Promise<string> {
  const { driver_id } = await tx
    .insertInto("app.driver")
    .values({ organization_id: organizationId, ...driver })
    .returning("driver_id")
    .executeTakeFirstOrThrow()
  return driver_id
}

interface DriverUpdate {
  name?: string
  plan_id?: string | null
  target?: number | null
  deadline?: string | null
  keeper_id?: string | null
  receiver_id?: string | null
  active?: boolean
}

/** False: there is no such driver. */
export async function updateDriver(
  tx: Tx,
  organizationId: string,
  driverId: string,
  change: DriverUpdate,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("app.driver")
    .set(change)
    .where("organization_id", "=", organizationId)
    .where("driver_id", "=", driverId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deleteDriver(tx: Tx, organizationId: string, driverId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("app.driver")
    .where("organization_id", "=", organizationId)
    .where("driver_id", "=", driverId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Notes what was found in which state of the data. */
export async function noteTold(
  tx: Tx,
  organizationId: string,
  driverId: string,
  { seen, told }: { seen: string; told: Told },
): Promise<void> {
  await tx
    .updateTable("app.driver")
    .set({ seen, told: jsonb(told as unknown) })
    .where("organization_id", "=", organizationId)
    .where("driver_id", "=", driverId)
    .execute()
}

/** Who works on this driver waits for who already does. False: it is gone. */
export async function lockDriver(tx: Tx, organizationId: string, driverId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("app.driver")
    .select("driver_id")
    .where("organization_id", "=", organizationId)
    .where("driver_id", "=", driverId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** In the order they were made. */
export async function selectPredictions(tx: Tx, organizationId: string, driverIds: readonly string[]) {
  if (driverIds.length === 0) return []
  const rows = await tx
    .selectFrom("app.driver_prediction")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("driver_id", "in", driverIds)
    .orderBy("driver_id")
    .orderBy("number")
    .execute()
  return rows.map(({ fit, predictions, behind, ...row }) => ({
    ...row,
    fit: fit as DriverFit,
    predictions: predictions as PackedPredictions,
    behind: behind as BehindPlan | null,
  }))
}
export type PredictionRow = Awaited<ReturnType<typeof selectPredictions>>[number]

/** Of each driver the newest, without its figures by unit. */
export async function selectNewestPredictions(tx: Tx, organizationId: string) {
  const rows = await tx
    .selectFrom("app.driver_prediction")
    .distinctOn("driver_id")
    .select(["driver_id", "number", "base", "period", "behind", "made_at"])
    .where("organization_id", "=", organizationId)
    .orderBy("driver_id")
    .orderBy("number", "desc")
    .execute()
  return new Map(
    rows.map(({ behind, ...row }) => [row.driver_id, { ...row, behind: behind as BehindPlan | null }]),
  )
}

/** The number of this prediction: a new one, or that of the same made before. */
export async function keepPrediction(
  tx: Tx,
  organizationId: string,
  driverId: string,
  made: {
    base: string
    period: string
    digest: Uint8Array
    fit: DriverFit
    predictions: PackedPredictions
    behind: BehindPlan | null
    madeAt: Date
  },
): Promise<number> {
  const of = tx
    .selectFrom("app.driver_prediction")
    .where("organization_id", "=", organizationId)
    .where("driver_id", "=", driverId)
  const same = await of
    .select("number")
    .where("base", "=", made.base)
    .where("digest", "=", made.digest)
    .executeTakeFirst()
  if (same !== undefined) return same.number
  const newest = await of.select("number").orderBy("number", "desc").executeTakeFirst()
  const number = (newest?.number ?? 0) + 1
  await tx
    .insertInto("app.driver_prediction")
    .values({
      ...{ organization_id: organizationId, driver_id: driverId, number },
      ...{ base: made.base, period: made.period, digest: made.digest, made_at: made.madeAt },
      ...{ fit: jsonb(made.fit as unknown), predictions: jsonb(made.predictions as unknown) },
      behind: made.behind === null ? null : jsonb(made.behind as unknown),
    })
    .execute()
  return number
}
