import type { SurveyRow } from "./queries.ts"

/** Whether this draft is to be launched by now. `now` is the database's: a server whose clock is wrong launches nothing early. */
export function isDue({ state, launch_at, launch_scheduled_by }: SurveyRow, now: Date): boolean {
  return state === "draft" && launch_at !== null && launch_scheduled_by !== null && launch_at <= now
}
