import type { Tx } from "@throughline/db"
import type { OrgChart } from "@throughline/org"
import { cutPeople } from "../surveys/cut.ts"
import type { SurveyRow } from "../surveys/queries.ts"
import { countSigningKeys } from "./queries.ts"

/** How many of the signing keys that a draft needs are there: one a cohort. */
export async function keyProgress(
  tx: Tx,
  organizationId: string,
  survey: SurveyRow,
  chart: OrgChart,
): Promise<{ made: number; needed: number }> {
  const needed = cutPeople(chart, survey.audience, survey.k).cohorts.length
  const made = await countSigningKeys(tx, organizationId, survey.survey_id, survey.signing_bits, needed)
  return { made, needed }
}
