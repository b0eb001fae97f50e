import { createSealingKey } from "@throughline/ballot"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import type { SurveyRow } from "../surveys/queries.ts"

/**
 * A survey whose one key nobody could bring back would be lost with one file. A test takes this away to see a survey
 * lost.
 */
export function refuseUntried({ sealing_key, recovery_tried_at }: SurveyRow): void {
  if (sealing_key !== null && recovery_tried_at !== null) return
  throw new Problem("survey.recovery-untried", {
    detail:
      sealing_key === null
        ? "The recovery shares of its key have not been taken yet."
        : "Two of its recovery shares have not been put in again yet.",
  })
}

/** The public half of the key that this draft is launched with; its private half is in the key directory. */
export async function launchKey(deps: Deps, survey: SurveyRow): Promise<string> {
  const { survey_id: surveyId, sealing_key: publicKey } = survey
  if (publicKey === null) {
    const key = await createSealingKey()
    await deps.keys.saveSealingKey(surveyId, key)
    return key.publicKey
  }
  if ((await deps.keys.readSealingKey(surveyId, publicKey)) === undefined) {
    throw new Problem("survey.recovery-untried", {
      detail: "Its key is not in the key directory any more. Put two of the recovery shares in again.",
    })
  }
  return publicKey
}
