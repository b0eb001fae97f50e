import { withOrganization } from "@throughline/db"
import type { Language } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { invitationMail } from "../mail/invitation-mail.ts"
import { linkSecret } from "./links.ts"
import { findWaitingMail, updateMailState } from "./queries.ts"

/**
 * Sends one invitation, unless it is sent already. The link is computed here, at the last moment, so that neither the
 * queue nor the database ever holds it. False: the mail server did not take it and it should be tried again.
 * `last`: this is the last try, and the mail counts as failed afterwards.
 */
export async function sendInvitation(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  personId: string,
  last = false,
): Promise<boolean> {
  const waiting = await withOrganization(deps.db, "worker", organizationId, (tx) =>
    findWaitingMail(tx, organizationId, surveyId, personId),
  )
  if (waiting === undefined) return true
  const state = await tryToSend(deps, organizationId, surveyId, personId, waiting)
  if (state === "later" && !last) return false
  await withOrganization(deps.db, "worker", organizationId, (tx) =>
    updateMailState(tx, organizationId, surveyId, personId, state === "sent" ? "sent" : "failed"),
  )
  return true
}

type Waiting = NonNullable<Awaited<ReturnType<typeof findWaitingMail>>>

async function tryToSend(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  personId: string,
  waiting: Waiting,
): Promise<"sent" | "later" | "never"> {
  if (waiting.email === null) return "never"
  const secret = linkSecret(deps.keys.invitationKey, {
    organizationId,
    surveyId,
    personId,
    nonce: waiting.nonce,
  })
  const mail = invitationMail({
    publicUrl: deps.config.publicUrl,
    secret,
    language: waiting.language as Language,
    to: { name: waiting.name, address: waiting.email },
    organization: waiting.organization_name,
    survey: waiting.survey_name,
    k: waiting.k,
    closesAt: waiting.closes_at ?? deps.now(),
  })
  try {
    await deps.mailer.send(mail)
    return "sent"
  } catch (error) {
    // The server's text may quote the address: only its number is logged.
    const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0
    deps.log(`mail: not taken${code > 0 ? ` (${code})` : ""}`)
    // 5xx: the server will never take it (RFC 5321 4.2.1).
    return code >= 500 ? "never" : "later"
  }
}
