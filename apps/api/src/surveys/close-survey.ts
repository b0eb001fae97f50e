import type { RunScans } from "@throughline/analysis"
import { type CohortLeaf, type Open, opener, toBase64url } from "@throughline/ballot"
import { type SealingMode, type Tx, withOrganization } from "@throughline/db"
import { type BoxBallot, boxGuards, onlyValid } from "../ballots/only-valid.ts"
import { deleteBallots, selectBallots, selectLeaves } from "../ballots/queries.ts"
import type { Deps } from "../deps.ts"
import { countSigned, forgetSigned } from "../invitations/queries.ts"
import { findOrganization } from "../organizations/queries.ts"
import { Problem } from "../problem.ts"
import { insertComments, insertObservations, insertRelease } from "../releases/queries.ts"
import { deleteSigningKeys } from "../signing/queries.ts"
import { destroySealedShares } from "../trustees/queries.ts"
import { bundleOf } from "./bundle-of.ts"
import { insertBundle } from "./bundle-queries.ts"
import { type CountInput, countBallots, type Results, releaseGuards } from "./count-ballots.ts"
import { lockReleases } from "./earlier-queries.ts"
import { earlierReleases, readEarlier } from "./earlier-surveys.ts"
import { loadFrozen } from "./load-frozen.ts"
import { findFrozen, lockSurvey, updateState } from "./queries.ts"
import { withProgress } from "./tell-progress.ts"

/** Where a test may let the close die. */
export type CloseStage = "stopped" | "read" | "counted" | "written" | "committed"

/**
 * Closes a survey: stops the box, checks the signatures of all ballots under the keys of the manifest, opens and counts
 * them at once, looks for breaks, publishes the release and the bundle it can be checked with, and destroys what could
 * link anybody to an answer. Looking for breaks takes seconds to minutes, in threads of its own and with no transaction
 * open. Up to the one transaction that writes the results nothing is changed but the state
 * "closing", so a crash anywhere is mended by closing again, with the same ballots. The sealing key goes last.
 *
 * `trusteesOpen`: what opens the ballots where the sealing key is not the server's. Without it such a survey stays in
 * "closing" until two trustees have opened them.
 */
export async function closeSurvey(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  reach: (stage: CloseStage) => void = () => {},
  trusteesOpen?: Open,
  guards = { ...boxGuards, ...releaseGuards },
): Promise<void> {
  const already = await stopBox(deps, organizationId, surveyId)
  reach("stopped")
  const input = await readEverything(deps, organizationId, surveyId)
  reach("read")
  if (!already) {
    const checked = await onlyValid(deps, input, guards)
    const results = await withProgress(deps, organizationId, surveyId, (tell) =>
      count(deps, organizationId, surveyId, checked, trusteesOpen, guards, tell),
    )
    if (results === "waits") return
    reach("counted")
    if (results !== "closed") await writeResults(deps, organizationId, surveyId, checked, results, reach)
  }
  reach("committed")
  deps.signer.forget(surveyId)
  await deps.keys.deleteSealingKey(surveyId, input.manifest.sealingKey)
}

/** True: closed already. From here on no ballot is taken: casts hold a share of the survey's row until they are committed. */
function stopBox(deps: Deps, organizationId: string, surveyId: string): Promise<boolean> {
  return withOrganization(deps.db, "close", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    if (survey.state === "draft") throw new Problem("survey.not-open")
    if (survey.state === "open") await updateState(tx, organizationId, surveyId, "closing")
    return survey.state === "closed"
  })
}

type Everything = Omit<CountInput, "open" | "seed" | "ballots" | "run"> & {
  ballots: BoxBallot[]
  leaves: CohortLeaf[]
  words: string[]
  sealing: SealingMode
  /** How many invitations got a signature, by cohort. */
  signed: Map<number, number>
  launchedAt: Date
  /** The releases that this one is judged together with. */
  judged: string[]
}

function readEverything(deps: Deps, organizationId: string, surveyId: string): Promise<Everything> {
  return withOrganization(deps.db, "close", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    const frozen = await findFrozen(tx, organizationId, surveyId)
    if (survey === undefined || frozen === undefined) throw new Problem("survey.unknown")
    const organization = await findOrganization(tx, organizationId)
    const ballots = await selectBallots(tx, organizationId, surveyId)
    const { leaves } = (await selectLeaves(tx, organizationId, surveyId)) ?? { leaves: [] }
    const closedAt = deps.now()
    const launchedAt = survey.launched_at ?? closedAt
    return {
      leaves,
      launchedAt,
      judged: await earlierReleases(tx, organizationId, surveyId, launchedAt),
      ...(await readEarlier(tx, organizationId, surveyId, launchedAt)),
      words: survey.words ?? [],
      sealing: survey.sealing,
      signed: await countSigned(tx, organizationId, surveyId),
      survey: {
        id: surveyId,
        name: survey.name,
        organization: organization.name,
        closedAt: closedAt.toISOString(),
      },
      ...frozen,
      ...(await loadFrozen(tx, organizationId, surveyId)),
      ballots: ballots.map((row) => ({
        ballotKey: toBase64url(row.ballot_key),
        cohort: row.cohort_id,
        sequence: row.sequence,
        credential: toBase64url(row.credential),
        ciphertext: toBase64url(row.ciphertext),
        signature: toBase64url(row.signature),
      })),
    }
  })
}

/** "closed": another process closed the survey meanwhile and has destroyed the key. */
async function count(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  input: Everything,
  trusteesOpen: Open | undefined,
  guards: typeof releaseGuards,
  tell: (share: number) => void,
): Promise<Results | "too-few" | "closed" | "waits"> {
  const { manifest, ballots, leaves } = input
  if (ballots.length < manifest.k) return "too-few"
  const key =
    trusteesOpen === undefined ? await deps.keys.readSealingKey(surveyId, manifest.sealingKey) : undefined
  const open =
    key === undefined
      ? trusteesOpen
      : opener(
          key,
          manifest,
          leaves.map(({ id }) => id),
        )
  if (open === undefined) {
    if (await stopBox(deps, organizationId, surveyId)) return "closed"
    if (input.sealing === "trustees") return "waits"
    throw new Problem("survey.key-missing")
  }
  const seed = new DataView(Uint8Array.from(deps.random(4)).buffer).getUint32(0)
  const run: RunScans = (scans, options) => deps.scanner.run(scans, { ...options, onProgress: tell })
  const results = await countBallots({ ...input, open, seed, run }, guards)
  if (results !== "too-few" && results.findings.length > 0) {
    const codes = [...new Set(results.findings.map(({ code }) => code))].join(", ")
    throw new Problem("server.error", { cause: new Error(`the audit of the release found: ${codes}`) })
  }
  return results
}

/**
 * All or nothing: results, the bundle, and the end of ballots, signing keys and flags. Another process that closed meanwhile has won: then
 * there is nothing left to write.
 */
async function writeResults(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  input: Everything,
  results: Results | "too-few",
  reach: (stage: CloseStage) => void,
): Promise<void> {
  const bundle = results === "too-few" ? undefined : await bundleOf(input, results)
  return await withOrganization(deps.db, "close", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey?.state !== "closing") return
    await refuseUnjudged(tx, organizationId, surveyId, input)
    if (results !== "too-few") {
      await insertObservations(tx, organizationId, surveyId, results.observations)
      await insertComments(tx, organizationId, surveyId, results.comments)
      await insertRelease(tx, organizationId, surveyId, new Date(input.survey.closedAt), results.release)
    }
    if (bundle !== undefined) await insertBundle(tx, organizationId, surveyId, bundle)
    await deleteBallots(tx, organizationId, surveyId)
    await deleteSigningKeys(tx, organizationId, surveyId)
    if (input.sealing === "trustees") await destroySealedShares(tx, organizationId, surveyId)
    await forgetSigned(tx, organizationId, surveyId)
    const outcome = results === "too-few" ? "too-few" : "released"
    await updateState(tx, organizationId, surveyId, "closed", {
      closedAt: new Date(input.survey.closedAt),
      outcome,
    })
    reach("written")
  })
}

/** One close of an organization writes at a time, and none beside a release that it was not judged together with. */
async function refuseUnjudged(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  { judged, launchedAt }: Everything,
): Promise<void> {
  await lockReleases(tx, organizationId)
  const now = await earlierReleases(tx, organizationId, surveyId, launchedAt)
  if (now.join() !== judged.join()) {
    throw new Problem("server.error", { cause: new Error("another release came first; close again") })
  }
}
