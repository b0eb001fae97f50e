import { withOrganization } from "@throughline/db"
import type { Language } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { findOrganization } from "../organizations/queries.ts"
import { Problem } from "../problem.ts"
import { firstClose } from "./create-survey.ts"
import { findSurvey, insertSurvey } from "./queries.ts"
import { surveyInside } from "./read-survey.ts"
import type { Survey } from "./schemas.ts"

/** A new draft with the settings of a survey in whatever state, and a close of its own. */
export function copySurvey(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  name: string,
): Promise<Survey> {
  const copyId = crypto.randomUUID()
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    // What was asked elsewhere is no questionnaire of ours, and its people are not in the people file.
    if (survey.source === "imported") throw new Problem("survey.imported")
    const { timeZone } = await findOrganization(tx, organizationId)
    await insertSurvey(tx, {
      organizationId,
      surveyId: copyId,
      name,
      k: survey.k,
      languages: survey.languages as Language[],
      closesAt: firstClose(deps.now(), timeZone),
      createdAt: deps.now(),
      audience: survey.audience,
      attribute: survey.attribute,
      mailSpreadMinutes: survey.mail_spread_minutes,
      signingBits: survey.signing_bits,
      reminderDays: survey.reminder_days,
      instrument: { id: survey.instrument_id, version: survey.instrument_version },
    })
    return await surveyInside(tx, organizationId, copyId)
  })
}
