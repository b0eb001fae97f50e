import { withOrganization } from "@throughline/db"
import type { Language } from "@throughline/instrument"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { invitationMail } from "../mail/invitation-mail.ts"
import { Problem } from "../problem.ts"
import { findSurvey, updateSurvey } from "./queries.ts"

/** Sends the invitation to whoever is signed in, with a link that opens nothing. Answers the address. */
export async function sendTestMail(
  deps: Deps,
  session: Session,
  surveyId: string,
  language: Language,
): Promise<string> {
  const { organizationId, organizationName, user } = session
  const survey = await withOrganization(deps.db, "web", organizationId, (tx) =>
    findSurvey(tx, organizationId, surveyId),
  )
  if (survey === undefined) throw new Problem("survey.unknown")
  const mail = invitationMail({
    publicUrl: deps.config.publicUrl,
    secret: "test-mail",
    language,
    to: { name: user.name, address: user.email },
    organization: organizationName,
    survey: survey.name,
    k: survey.k,
    closesAt: survey.closes_at ?? deps.now(),
    test: true,
  })
  try {
    const host = new URL(deps.config.publicUrl).hostname
    await deps.mailer.send({ ...mail, messageId: `<test-${crypto.randomUUID()}@${host}>` })
  } catch (cause) {
    throw new Problem("mail.not-sent", { cause })
  }
  await withOrganization(deps.db, "web", organizationId, (tx) =>
    updateSurvey(tx, organizationId, surveyId, { tested_at: deps.now() }),
  )
  return user.email
}
