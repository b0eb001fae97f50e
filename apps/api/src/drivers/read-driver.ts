import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { findTimeZone } from "../members/queries.ts"
import { Problem } from "../problem.ts"
import { selectAlerts } from "./alert-queries.ts"
import { type DriverData, loadDriverData } from "./driver-data.ts"
import { inHandOf } from "./in-hand.ts"
import { type PredictionRow, selectDrivers, selectPredictions } from "./queries.ts"
import type { DriverDetail } from "./schemas.ts"
import { scorePast } from "./score.ts"
import { holding, tellBrief, todayIn } from "./tell-brief.ts"
import { unpackPredictions } from "./told.ts"

/** One driver with all that was, all that is foretold, and how what was foretold has fared. Throws driver.unknown. */
export function readDriver(
  deps: Deps,
  session: Session,
  driverId: string,
  inHand = inHandOf,
): Promise<DriverDetail> {
  const { organizationId } = session
  return withOrganization(deps.db, "web", organizationId, async (tx): Promise<DriverDetail> => {
    const [row] = await selectDrivers(tx, organizationId, { inHand: inHand(session), driverId })
    if (row === undefined) throw new Problem("driver.unknown")
    const data = await loadDriverData(tx, organizationId, row)
    const made = await selectPredictions(tx, organizationId, [driverId])
    const alerts = await selectAlerts(tx, organizationId, driverId)
    const today = todayIn(await findTimeZone(tx, organizationId), deps.now())
    const predictions = made.map(dated)
    const current = made.find(({ number }) => number === holding(row))
    const { told } = row
    return {
      ...tellBrief(session, row, data, { newest: current, today }),
      units: data.units.map(({ number, label }) => ({ number, label })),
      leftOut: data.leftOut,
      ...seriesOf(data),
      fit: told === null || told.state === "waiting" ? null : told.fit,
      prediction: current === undefined ? null : { ...dated(current), behind: current.behind },
      ...scorePast(predictions, cameIn(data)),
      alerts: alerts.map(({ period, name, subject, paragraphs, made_at, sent_at }) => ({
        ...{ period, to: name, subject, paragraphs, madeAt: made_at.toISOString() },
        sentAt: sent_at?.toISOString() ?? null,
      })),
    }
  })
}

const dated = ({ number, base, period, made_at, predictions }: PredictionRow) => ({
  ...{ number, base, period, madeAt: made_at.toISOString(), units: unpackPredictions(predictions) },
})

function seriesOf({ aligned }: DriverData): Pick<DriverDetail, "periods" | "series" | "overall"> {
  const { periods = [], input } = aligned ?? {}
  const told = (rows: readonly Float64Array[]) => rows.map((row) => Array.from(row, orNull))
  const means = (rows: readonly Float64Array[]) => rows.map((row) => meanOf(row))
  const [indicator, outcome] = [input?.indicator ?? [], input?.outcome ?? []]
  return {
    periods,
    series: {
      ...{ indicator: told(indicator), outcome: told(outcome) },
      plan: input?.plan ? told(input.plan) : null,
    },
    overall: { indicator: means(indicator), outcome: means(outcome) },
  }
}

const orNull = (value: number) => (Number.isFinite(value) ? value : null)

function meanOf(row: Float64Array): number | null {
  const values = row.filter(Number.isFinite)
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** By period and number of the unit what the KPI became. */
function cameIn({ outcome }: DriverData) {
  const rows = new Map(outcome.periods.map((period, at) => [period, outcome.values[at]]))
  return (period: string, unit: number) => {
    const value = rows.get(period)?.[unit]
    return value !== undefined && Number.isFinite(value) ? value : undefined
  }
}
