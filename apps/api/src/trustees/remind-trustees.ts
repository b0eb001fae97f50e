import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { databaseNow, findSurvey } from "../surveys/queries.ts"
import {
  findSealingKey,
  selectTrustees,
  surveysOfTrustees,
  type TrusteeRow,
  updateTrustee,
} from "./queries.ts"
import { tellTrustees } from "./trustee-mails.ts"

const HOUR = 3600 * 1000
/** While a closed survey waits for two of them, and while a draft waits for one. */
const DAILY = 24 * HOUR
const EVERY_THIRD_DAY = 3 * DAILY

/**
 * Mails to trustees for whom a survey waits: at once when it has closed, then once a day; of a draft every third day.
 * Whoever is reminded is noted first, so that two processes do not both write.
 */
export async function remindTrustees(deps: Deps, organizationId: string): Promise<void> {
  const due = await withOrganization(deps.db, "worker", organizationId, async (tx) => {
    const surveys: { surveyId: string; seats: number[]; about: "waiting" | "unfinished" }[] = []
    const now = await databaseNow(tx)
    for (const surveyId of await surveysOfTrustees(tx, organizationId)) {
      const survey = await findSurvey(tx, organizationId, surveyId)
      if (survey === undefined) continue
      const isClosing = survey.state === "closing"
      const isDealt = (await findSealingKey(tx, organizationId, surveyId)) !== null
      const rows = await selectTrustees(tx, organizationId, surveyId)
      const seats = rows
        .filter((row) => (isClosing ? true : isWaitedFor(row, rows, isDealt)))
        .filter(({ reminded_at: last }) => {
          if (last === null || (isClosing && survey.launched_at !== null && last <= survey.launched_at))
            return true
          return last.getTime() + (isClosing ? DAILY : EVERY_THIRD_DAY) <= now.getTime()
        })
        .map(({ seat }) => seat)
      for (const seat of seats) await updateTrustee(tx, organizationId, surveyId, seat, { reminded_at: now })
      if (seats.length > 0) surveys.push({ surveyId, seats, about: isClosing ? "waiting" : "unfinished" })
    }
    return surveys
  })
  for (const { surveyId, seats, about } of due) {
    await tellTrustees(deps, organizationId, surveyId, seats, { about })
  }
}

/** Of a draft: no key yet, nothing dealt though all three keys are there, or a share not tried yet. */
function isWaitedFor(row: TrusteeRow, rows: readonly TrusteeRow[], isDealt: boolean): boolean {
  if (row.public_key === null) return true
  if (isDealt) return row.tried_at === null
  return row.dealing === null && rows.every(({ public_key }) => public_key !== null)
}
