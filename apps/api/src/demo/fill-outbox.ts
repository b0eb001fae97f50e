import { withOrganization } from "@throughline/db"
import type { Language } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { invitationMail } from "../mail/invitation-mail.ts"
import { findOrganization } from "../organizations/queries.ts"
import { selectSurveys } from "../surveys/queries.ts"
import { demoLinks } from "./links.ts"
import { markMailsSent } from "./queries.ts"

/** Puts the mails of all open surveys into the outbox, which is kept in memory and empty at each start. */
export async function fillOutbox(deps: Deps, organizationId: string): Promise<void> {
  const { name, surveys } = await withOrganization(deps.db, "web", organizationId, async (tx) => ({
    name: (await findOrganization(tx, organizationId)).name,
    surveys: await selectSurveys(tx, organizationId),
  }))
  for (const { survey_id: surveyId, name: survey, state, k, closes_at: closesAt } of surveys) {
    if (state !== "open" || closesAt === null) continue
    for (const link of await demoLinks(deps, organizationId, surveyId)) {
      if (link.email === null) continue
      const to = { name: link.name, address: link.email }
      const facts = {
        publicUrl: deps.config.publicUrl,
        secret: link.secret,
        language: link.language as Language,
      }
      await deps.mailer.send(invitationMail({ ...facts, to, organization: name, survey, k, closesAt }))
    }
    await withOrganization(deps.db, "worker", organizationId, (tx) =>
      markMailsSent(tx, organizationId, surveyId),
    )
  }
}
