import type { BehindPlan } from "@throughline/analysis"
import type { Session } from "../auth/session.ts"
import type { LoadedKpi } from "../kpis/load-kpis.ts"
import type { DriverData } from "./driver-data.ts"
import type { DriverRow } from "./queries.ts"
import type { DriverBrief } from "./schemas.ts"
import { standingOf } from "./standing.ts"

interface Newest {
  number: number
  base: string
  period: string
  made_at: Date
  behind: BehindPlan | null
}

/** What the list says of a driver, and the page of it too. */
export function tellBrief(
  session: Session,
  row: DriverRow,
  { indicator, outcome, plan, aligned }: DriverData,
  { newest, today }: { newest: Newest | undefined; today: string },
): DriverBrief {
  const { told, active, target, deadline } = row
  const waits = told === null ? "not-looked-at" : told.state === "waiting" ? told.waiting : null
  const waiting = active ? waits : "inactive"
  return {
    ...{ id: row.driver_id, name: row.name, indicator: named(indicator), outcome: named(outcome) },
    plan: plan && { id: plan.id, name: plan.name },
    ...{ horizon: row.horizon, target, deadline, active },
    keeper: personOf(row.keeper_id, row.keeper_name),
    receiver: personOf(row.receiver_id, row.receiver_name),
    mayFeed: row.keeper_id === session.userId,
    state: waiting === null ? (told?.state ?? "waiting") : "waiting",
    waiting,
    refusals: told?.state === "refused" ? told.refusals : [],
    standing: standingOf({
      ...{ periods: aligned?.periods ?? [], indicator: aligned?.input.indicator ?? [] },
      ...{ direction: indicator.direction, target, deadline, today },
    }),
    foretold:
      newest === undefined || newest.number !== holding(row)
        ? null
        : {
            ...{ base: newest.base, period: newest.period, behind: newest.behind },
            madeAt: newest.made_at.toISOString(),
          },
  }
}

/** The number of the prediction that holds; null: the driver is refused or switched off, or nothing is left to foretell. */
export function holding({ active, told }: Pick<DriverRow, "active" | "told">): number | null {
  return active && told?.state === "published" ? told.number : null
}

const named = ({ id, name, measure, direction }: LoadedKpi) => ({ id, name, measure, direction })
const personOf = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? "" })

/** YYYY-MM-DD where the organization is. */
export function todayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now)
}
