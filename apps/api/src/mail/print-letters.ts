import { withOrganization } from "@throughline/db"
import type { Language } from "@throughline/instrument"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { type LinkParts, linkSecret, secretHashes } from "../invitations/links.ts"
import { organizationCode } from "../invitations/organization-code.ts"
import { Problem } from "../problem.ts"
import { findSurvey, lockSurvey } from "../surveys/queries.ts"
import {
  countLetters,
  insertPrint,
  markPrinted,
  selectLetterReceivers,
  selectPrints,
} from "./letter-queries.ts"
import { letterTexts } from "./letter-texts.ts"
import { findAsked, findMailing } from "./mailing-queries.ts"
import { mailingFacts } from "./personal-mail.ts"
import type { LetterPlan, Letters } from "./schemas.ts"

/** How many letters there would be, without making any. */
export function planLetters(
  { db }: Pick<Deps, "db">,
  organizationId: string,
  surveyId: string,
): Promise<LetterPlan> {
  return withOrganization(db, "web", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    const prints = await selectPrints(tx, organizationId, surveyId)
    return {
      people: survey.state === "open" ? await countLetters(tx, organizationId, surveyId) : 0,
      prints: prints.map(({ printed_by, printed_at, letters }) => ({
        by: printed_by,
        at: printed_at.toISOString(),
        letters,
      })),
    }
  })
}

/**
 * A letter for everybody whom no mail reaches, whether they have answered or not: leaving some out would say who. From
 * here on their code is their right to answer, and a link that was mailed to a refused address opens nothing any more.
 * Whoever holds the letters could answer with them, so it is noted who fetched them.
 */
export async function writeLetters(
  deps: Pick<Deps, "db" | "keys" | "config" | "now">,
  { organizationId, user }: Pick<Session, "organizationId" | "user">,
  surveyId: string,
): Promise<Letters> {
  const code = await organizationCode(deps.db, organizationId)
  const key = deps.keys.invitationKey
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    const mailing = await findMailing(tx, organizationId, surveyId)
    if (survey.state !== "open" || mailing === undefined) throw new Problem("survey.not-open")
    const asked = await findAsked(tx, organizationId, surveyId)
    const facts = mailingFacts(deps.config, { ...mailing, asked, lastWaves: [] }, deps.now())
    const receivers = await selectLetterReceivers(tx, organizationId, surveyId)
    const partsOf = (personId: string, nonce: Uint8Array): LinkParts => ({
      organizationId,
      surveyId,
      personId,
      nonce,
      printed: true,
    })
    await markPrinted(
      tx,
      organizationId,
      surveyId,
      receivers
        .filter(({ printed }) => !printed)
        .map(({ person_id, nonce }) => ({
          personId: person_id,
          secretHash: secretHashes(key, partsOf(person_id, nonce)).secretHash,
        })),
    )
    await insertPrint(tx, organizationId, surveyId, {
      by: `${user.name} <${user.email}>`,
      letters: receivers.length,
    })
    return {
      letters: receivers.map(({ person_id, nonce, name, department, language: written }) => {
        const language = written as Language
        const secret = linkSecret(key, code, partsOf(person_id, nonce))
        return { name, department, language, ...letterTexts(facts, { language, name, secret }) }
      }),
    }
  })
}
