import { fromBase64url, toBase64url } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { lockSurvey } from "../surveys/queries.ts"
import type { Trustee } from "./as-trustee.ts"
import { refuseUnproven } from "./possession.ts"
import { selectTrustees, updateTrustee } from "./queries.ts"
import { tellTrustees } from "./trustee-mails.ts"

/** Before the close nobody hands a share on: two in one place could open a ballot box that is still filling. */
export function refuseUnlessClosing(state: string | undefined): void {
  if (state !== "closing") throw new Problem("trustee.not-closing")
}

/**
 * Passes a share on, sealed by the giver's browser to the receiver's key; the latest counts. Whoever has only the link
 * could put junk in its place: so the giver proves to hold the key. A mail goes when somebody else is to receive it.
 */
export async function handShare(
  deps: Deps,
  trustee: Trustee,
  { to, sealed, proof }: { to: number; sealed: string; proof: string },
  refuse = refuseUnlessClosing,
  proven = refuseUnproven,
): Promise<void> {
  const { organizationId, surveyId, seat } = trustee
  const giver = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    refuse((await lockSurvey(tx, organizationId, surveyId))?.state)
    const rows = await selectTrustees(tx, organizationId, surveyId)
    const own = rows.find((row) => row.seat === seat)
    if (own?.public_key == null || to === seat || !rows.some((row) => row.seat === to)) {
      throw new Problem("trustee.unknown")
    }
    proven(deps, trustee, toBase64url(own.public_key), proof)
    await updateTrustee(tx, organizationId, surveyId, seat, {
      handed_to: to,
      handed_share: fromBase64url(sealed) ?? null,
    })
    return own.handed_to === to ? undefined : own.name
  })
  if (giver !== undefined) {
    await tellTrustees(deps, organizationId, surveyId, [to], { about: "handed", by: giver })
  }
}
