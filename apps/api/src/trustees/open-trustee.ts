import { toBase64url } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { findOrganization } from "../organizations/queries.ts"
import { Problem } from "../problem.ts"
import { findFrozen, findSurvey } from "../surveys/queries.ts"
import type { Trustee } from "./as-trustee.ts"
import { challengeFor } from "./possession.ts"
import { findSealingKey, selectCohortIds, selectTrustees } from "./queries.ts"
import type { OpenedTrustee } from "./schemas.ts"
import { standingOf } from "./standings.ts"

/** What a trustee's page shows; looking changes nothing. Of what the others deal or hand over only what is sealed to this one. */
export async function openTrustee(deps: Deps, trustee: Trustee): Promise<OpenedTrustee> {
  const { organizationId, surveyId, seat } = trustee
  const seen = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("trustee.unknown")
    const organization = await findOrganization(tx, organizationId)
    const rows = await selectTrustees(tx, organizationId, surveyId)
    const isDraft = survey.state === "draft"
    const manifest = isDraft ? null : ((await findFrozen(tx, organizationId, surveyId))?.manifest ?? null)
    const text = (bytes: Uint8Array | null | undefined) => (bytes ? toBase64url(bytes) : null)
    return {
      organization: { id: organizationId, name: organization.name },
      timeZone: organization.timeZone,
      survey: {
        id: surveyId,
        name: survey.name,
        state: survey.state,
        closesAt: survey.closes_at?.toISOString() ?? null,
        outcome: survey.outcome,
      },
      seat,
      trustees: rows.map((row) => ({
        ...standingOf(row),
        publicKey: text(row.public_key),
        commitment: row.dealing && { a: row.dealing.a, b: row.dealing.b },
      })),
      sealingKey: manifest?.sealingKey ?? (await findSealingKey(tx, organizationId, surveyId)),
      parts: rows.map(({ dealing }) => dealing?.sealed[seat - 1] ?? null),
      handed: rows.flatMap(({ seat: from, handed_to, handed_share }) =>
        handed_to === seat && handed_share !== null ? [{ from, sealed: toBase64url(handed_share) }] : [],
      ),
      manifest: manifest === null ? null : { ...manifest },
      cohorts: isDraft ? [] : await selectCohortIds(tx, organizationId, surveyId),
    }
  })
  const own = seen.trustees.find((one) => one.seat === seat)?.publicKey ?? null
  return { ...seen, challenge: own === null ? null : await challengeFor(deps, trustee, own) }
}
