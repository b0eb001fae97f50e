import { withOrganization } from "@throughline/db"
import type { Questionnaire } from "@throughline/instrument"
import { promisedOf } from "../ballots/leaves.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { readSecret } from "./links.ts"
import { findInvitation } from "./queries.ts"
import type { OpenedInvitation } from "./schemas.ts"

/**
 * What a link opens. Only reads: mail scanners open links too, as often as they like. Throws invitation.unknown.
 * `telling`: whether it says that it has been used; `gone`: whether it opens for nobody who has left. Guards, which a
 * test takes away to see the attack succeed.
 */
export async function openInvitation(
  deps: Deps,
  secret: string,
  telling: (invitation: { printed: boolean }) => boolean = isOnlyTheirs,
  gone: (invitation: { is_signed: boolean }) => boolean = () => true,
): Promise<OpenedInvitation> {
  const known = await readSecret(deps.db, secret)
  if (known === undefined) throw new Problem("invitation.unknown")
  const found = await withOrganization(deps.db, "web", known.organizationId, (tx) =>
    findInvitation(tx, known.organizationId, known.hash),
  )
  if (found === undefined) throw new Problem("invitation.unknown")
  const common = {
    organization: { id: known.organizationId, name: found.organization_name },
    survey: {
      id: found.survey_id,
      name: found.survey_name,
      closesAt: found.closes_at?.toISOString() ?? null,
    },
  }
  // The promised date holds also while the sweep that closes the survey has not come yet.
  if (found.state !== "open" || found.is_late) return { ...common, state: "closed" }
  if (found.is_signed && telling(found)) return { ...common, state: "answered" }
  // Also to a code that has been used: were it "open", HR could take somebody out of the people file and see.
  if (!found.is_there && gone(found)) throw new Problem("invitation.withdrawn")
  const promised = await promisedOf(deps.db, known.organizationId, found.survey_id)
  const index = promised?.leaves.findIndex(({ id }) => id === found.cohort_id) ?? -1
  const leaf = promised?.leaves[index]
  if (promised === undefined || leaf === undefined) throw new Problem("invitation.unknown")
  return {
    ...common,
    state: "open",
    leaf,
    index,
    proof: await promised.proofOf(index),
    hasReports: found.has_reports,
    languages: found.languages,
    language: found.language,
    questionnaire: found.questionnaire,
    filledIn: filledIn(found),
    manifest: promised.manifest,
  }
}

/** What the people file says of the person, for the one question about it; the page seals what is left or changed. */
function filledIn({ questionnaire, attribute }: { questionnaire: Questionnaire; attribute: number | null }) {
  const asked = questionnaire.attribute
  const value = attribute === null ? undefined : asked?.values[attribute]
  return asked === undefined || value === undefined ? {} : { [asked.question]: value }
}

/**
 * Whoever prints letters holds their codes beside the names, and could ask day by day who has answered. So a code opens
 * the questionnaire whether it has been used or not; that it has been is said when somebody answers with it again.
 */
function isOnlyTheirs({ printed }: { printed: boolean }): boolean {
  return !printed
}
