import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findSurvey } from "../surveys/queries.ts"
import {
  countInvitationMails,
  countSuppressed,
  countWithoutAddress,
  findLinkBase,
  selectToMend,
} from "./address-queries.ts"
import { usableBase } from "./link-base.ts"
import { addressOf } from "./mailer.ts"
import { selectWaves } from "./mailing-queries.ts"

/** How this installation sends, and whose invitation could not be delivered. */
export async function readMail({ db, config }: Pick<Deps, "db" | "config">, organizationId: string) {
  return await withOrganization(db, "web", organizationId, async (tx) => ({
    sender: addressOf(config.mailFrom),
    bounceAddress: config.bounceAddress ?? null,
    publicUrl: config.publicUrl,
    linkBase: usableBase(config, await findLinkBase(tx, organizationId)),
    linkHosts: [...config.linkHosts],
    suppressed: await countSuppressed(tx, organizationId),
    toMend: await selectToMend(tx, organizationId),
    withoutAddress: await countWithoutAddress(tx, organizationId),
  }))
}

/**
 * How the invitations of a survey stand, and on which days reminders went out. Of reminders nothing is counted: their
 * number would say how many had answered.
 */
export async function readSurveyMails({ db }: Pick<Deps, "db">, organizationId: string, surveyId: string) {
  return await withOrganization(db, "web", organizationId, async (tx) => {
    if ((await findSurvey(tx, organizationId, surveyId)) === undefined) throw new Problem("survey.unknown")
    const waves = await selectWaves(tx, organizationId, surveyId)
    return {
      invitations: await countInvitationMails(tx, organizationId, surveyId),
      reminders: waves.map(({ due_on, is_last }) => ({ day: due_on, last: is_last })),
    }
  })
}
