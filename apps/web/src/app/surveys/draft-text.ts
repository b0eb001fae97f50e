import type { SurveySummary } from "../api.ts"
import { zonedMoment } from "../zoned.ts"

/** Where a draft stands, in one line. */
export function draftText(survey: SurveySummary, timeZone: string): string {
  if (survey.scheduled) return `Scheduled, launches ${zonedMoment(survey.launchAt, timeZone)}`
  if (survey.launchFault !== null) return "Not launched as scheduled: it needs you"
  return "Draft, nobody has been invited"
}
