import { opener, toBase64url } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import { deleteBallots, selectBallots } from "../ballots/queries.ts"
import type { Deps } from "../deps.ts"
import { forgetAnswered } from "../invitations/queries.ts"
import { findOrganization } from "../organizations/queries.ts"
import { Problem } from "../problem.ts"
import { insertComments, insertObservations, insertRelease } from "../releases/queries.ts"
import { type CountInput, countBallots, type Results } from "./count-ballots.ts"
import { loadFrozen } from "./load-frozen.ts"
import { findFrozen, lockSurvey, updateState } from "./queries.ts"

/** Where a test may let the close die. */
export type CloseStage = "stopped" | "read" | "counted" | "written" | "committed"

/**
 * Closes a survey: stops the box, opens and counts all ballots at once, publishes the release and destroys what could
 * link anybody to an answer. Up to the one transaction that writes the results nothing is changed but the state
 * "closing", so a crash anywhere is mended by closing again, with the same ballots. The sealing key goes last.
 */
export async function closeSurvey(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  reach: (stage: CloseStage) => void = () => {},
): Promise<void> {
  const already = await stopBox(deps, organizationId, surveyId)
  reach("stopped")
  const input = await readEverything(deps, organizationId, surveyId)
  reach("read")
  if (!already) {
    const results = await count(deps, organizationId, surveyId, input)
    reach("counted")
    if (results !== "closed") await writeResults(deps, organizationId, surveyId, input, results, reach)
  }
  reach("committed")
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

type Everything = Omit<CountInput, "open" | "seed">

function readEverything(deps: Deps, organizationId: string, surveyId: string): Promise<Everything> {
  return withOrganization(deps.db, "close", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    const frozen = await findFrozen(tx, organizationId, surveyId)
    if (survey === undefined || frozen === undefined) throw new Problem("survey.unknown")
    const organization = await findOrganization(tx, organizationId)
    const ballots = await selectBallots(tx, organizationId, surveyId)
    return {
      survey: {
        id: surveyId,
        name: survey.name,
        organization: organization.name,
        closedAt: deps.now().toISOString(),
      },
      ...frozen,
      ...(await loadFrozen(tx, organizationId, surveyId)),
      ballots: ballots.map(({ ballot_key, cohort_id, ciphertext }) => ({
        ballotKey: toBase64url(ballot_key),
        cohort: cohort_id,
        ciphertext: toBase64url(ciphertext),
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
): Promise<Results | "too-few" | "closed"> {
  const { manifest, ballots } = input
  if (ballots.length < manifest.k) return "too-few"
  const key = await deps.keys.readSealingKey(surveyId, manifest.sealingKey)
  if (key === undefined) {
    if (await stopBox(deps, organizationId, surveyId)) return "closed"
    throw new Problem("survey.key-missing")
  }
  const seed = new DataView(Uint8Array.from(deps.random(4)).buffer).getUint32(0)
  const results = await countBallots({ ...input, open: opener(key, manifest), seed })
  if (results !== "too-few" && results.findings.length > 0) {
    const codes = [...new Set(results.findings.map(({ code }) => code))].join(", ")
    throw new Problem("server.error", { cause: new Error(`the audit of the release found: ${codes}`) })
  }
  return results
}

/** All or nothing. Another process that closed meanwhile has won: then there is nothing left to write. */
function writeResults(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  input: Everything,
  results: Results | "too-few",
  reach: (stage: CloseStage) => void,
): Promise<void> {
  return withOrganization(deps.db, "close", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey?.state !== "closing") return
    if (results !== "too-few") {
      await insertObservations(tx, organizationId, surveyId, results.observations)
      await insertComments(tx, organizationId, surveyId, results.comments)
      await insertRelease(tx, organizationId, surveyId, new Date(input.survey.closedAt), results.release)
    }
    await deleteBallots(tx, organizationId, surveyId)
    await forgetAnswered(tx, organizationId, surveyId)
    const outcome = results === "too-few" ? "too-few" : "released"
    await updateState(tx, organizationId, surveyId, "closed", {
      closedAt: new Date(input.survey.closedAt),
      outcome,
    })
    reach("written")
  })
}
