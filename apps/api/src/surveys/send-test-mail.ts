import { withOrganization } from "@throughline/db"
import type { Language } from "@throughline/instrument"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { sampleMail } from "../mail/sample-mail.ts"
import { Problem } from "../problem.ts"
import { updateSurvey } from "./queries.ts"

/** Sends the invitation to whoever is signed in, with a link that opens nothing. Answers the address. */
export async function sendTestMail(
  deps: Deps,
  session: Session,
  surveyId: string,
  language: Language,
): Promise<string> {
  const { organizationId, user } = session
  const to = { name: user.name, address: user.email }
  const mail = await sampleMail(deps, organizationId, surveyId, {
    kind: "invitation",
    language,
    to,
    test: true,
  })
  try {
    await deps.mailer.send(mail)
  } catch (cause) {
    throw new Problem("mail.not-sent", { cause })
  }
  await withOrganization(deps.db, "web", organizationId, (tx) =>
    updateSurvey(tx, organizationId, surveyId, { tested_at: deps.now() }),
  )
  return user.email
}
