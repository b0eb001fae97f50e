import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { organizationCode } from "../invitations/organization-code.ts"
import { findAsked, findMailing, selectWaves } from "../mail/mailing-queries.ts"
import { personalMail } from "../mail/personal-mail.ts"
import { selectSurveys } from "../surveys/queries.ts"
import { markMailsSent, selectLinkParts } from "./queries.ts"

/**
 * Puts the invitations of all open surveys into the outbox, which is kept in memory and empty at each start. Reminders
 * are in it from when they go out.
 */
export async function fillOutbox(deps: Deps, organizationId: string): Promise<void> {
  const code = await organizationCode(deps.db, organizationId)
  const surveys = await withOrganization(deps.db, "web", organizationId, (tx) =>
    selectSurveys(tx, organizationId),
  )
  for (const { survey_id: surveyId, state } of surveys) {
    if (state !== "open") continue
    const { survey, asked, waves, parts } = await withOrganization(
      deps.db,
      "web",
      organizationId,
      async (tx) => ({
        survey: await findMailing(tx, organizationId, surveyId),
        asked: await findAsked(tx, organizationId, surveyId),
        waves: await selectWaves(tx, organizationId, surveyId),
        parts: await selectLinkParts(tx, organizationId, surveyId),
      }),
    )
    if (survey === undefined) continue
    const mailing = {
      ...survey,
      asked,
      lastWaves: waves.filter(({ is_last }) => is_last).map(({ wave }) => wave),
    }
    for (const person of parts) {
      if (person.email === null) continue
      const receiver = { ...person, address: person.email }
      const mail = { wave: 0, message_id: person.message_id }
      await deps.mailer.send(personalMail(deps, { organizationId, surveyId, code, mail, receiver, mailing }))
    }
    await withOrganization(deps.db, "worker", organizationId, (tx) =>
      markMailsSent(tx, organizationId, surveyId),
    )
  }
}
