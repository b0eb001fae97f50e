import { fromBase64url, type Manifest, toBase64url } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import { boxGuards } from "../ballots/only-valid.ts"
import { selectLeaves } from "../ballots/queries.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findFrozen, findSurvey } from "../surveys/queries.ts"
import type { Trustee } from "./as-trustee.ts"
import { refuseUnlessClosing } from "./hand-share.ts"
import { challengeFor } from "./possession.ts"
import { countSealed, selectBallotPage, selectTrustees } from "./queries.ts"
import type { BallotPage } from "./schemas.ts"

/** Some megabytes: what a slow line brings within a few seconds. */
const PAGE = 500

/**
 * The sealed ballots of a survey that is being closed, for a trustee who has been handed a second share: those that the
 * close counts, whose signatures are good. They are sealed; with them comes what only the survey's key answers.
 */
export async function readBallots(
  deps: Deps,
  trustee: Trustee,
  after?: string,
  refuse = refuseUnlessClosing,
): Promise<BallotPage> {
  const { total, rows, manifest, keys } = await readPage(deps, trustee, after, refuse)
  const ballots = rows.map((row) => ({
    ballotKey: toBase64url(row.ballot_key),
    cohort: row.cohort_id,
    sequence: row.sequence,
    credential: toBase64url(row.credential),
    ciphertext: toBase64url(row.ciphertext),
    signature: toBase64url(row.signature),
  }))
  const good = await Promise.all(
    ballots.map((ballot) => {
      const key = keys.get(ballot.cohort)
      return key !== undefined && boxGuards.isValid(ballot, manifest, key)
    }),
  )
  return {
    challenge: await challengeFor(deps, trustee, manifest.sealingKey),
    total,
    ballots: ballots
      .filter((_, at) => good[at])
      .map(({ ballotKey, cohort, ciphertext }) => ({ ballotKey, cohort, ciphertext })),
    next: ballots.length === PAGE ? (ballots.at(-1)?.ballotKey ?? null) : null,
  }
}

function readPage(
  deps: Deps,
  { organizationId, surveyId, seat }: Trustee,
  after: string | undefined,
  refuse: typeof refuseUnlessClosing,
) {
  return withOrganization(deps.db, "close", organizationId, async (tx) => {
    refuse((await findSurvey(tx, organizationId, surveyId))?.state)
    const trustees = await selectTrustees(tx, organizationId, surveyId)
    if (!trustees.some(({ handed_to }) => handed_to === seat)) throw new Problem("trustee.not-handed")
    const frozen = await findFrozen(tx, organizationId, surveyId)
    if (frozen === undefined) throw new Problem("survey.unknown")
    const { leaves } = (await selectLeaves(tx, organizationId, surveyId)) ?? { leaves: [] }
    const from = after === undefined ? undefined : fromBase64url(after)
    return {
      total: await countSealed(tx, organizationId, surveyId),
      rows: await selectBallotPage(tx, organizationId, surveyId, from, PAGE),
      manifest: frozen.manifest satisfies Manifest,
      keys: new Map(leaves.map(({ id, key }) => [id, key])),
    }
  })
}
