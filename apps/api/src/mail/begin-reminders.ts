import { withOrganization } from "@throughline/db"
import { Temporal } from "temporal-polyfill"
import type { Deps } from "../deps.ts"
import { insertReminderWave, selectReminderPlans } from "./mailing-queries.ts"

/** The hour of the day, where the organization is, from which reminders go out. */
const HOUR = 9
/** A reminder that could not begin on its day is left out: the next one comes soon enough. */
const LATEST_HOUR = 20
/** After an extension two days may come close together; nobody is reminded twice in a row. */
const APART = 20 * 3600 * 1000

/** Begins the reminders whose day has come. Asked any number of times, by any number of processes, each begins once. */
export async function beginReminders(deps: Pick<Deps, "db">, organizationId: string): Promise<void> {
  await withOrganization(deps.db, "worker", organizationId, async (tx) => {
    for (const plan of await selectReminderPlans(tx, organizationId)) {
      const day = reminderDay(plan)
      if (day !== undefined) await insertReminderWave(tx, organizationId, plan.survey_id, day)
    }
  })
}

/** The reminder that is to begin now; undefined: none. Days are those of the organization's time zone. */
export function reminderDay(plan: {
  closes_at: Date | null
  launched_at: Date | null
  reminder_days: readonly number[]
  time_zone: string
  now: Date
  last_began_at: Date | null
}): { dueOn: string; isLast: boolean } | undefined {
  const { closes_at, launched_at, reminder_days, time_zone, now, last_began_at } = plan
  if (closes_at === null) return undefined
  const local = (moment: Date) =>
    Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(time_zone)
  const here = local(now)
  if (here.hour < HOUR || here.hour >= LATEST_HOUR) return undefined
  if (last_began_at !== null && now.getTime() - last_began_at.getTime() < APART) return undefined
  const today = here.toPlainDate()
  // Not on the day of the invitation itself.
  if (launched_at !== null && local(launched_at).toPlainDate().equals(today)) return undefined
  const left = today.until(local(closes_at).toPlainDate(), { largestUnit: "days" }).days
  if (!reminder_days.includes(left)) return undefined
  return { dueOn: today.toString(), isLast: left === Math.min(...reminder_days) }
}
