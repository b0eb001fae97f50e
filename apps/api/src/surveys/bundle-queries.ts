import type { Bundle } from "@throughline/ballot"
import { jsonb, type Tx } from "@throughline/db"

export async function insertBundle(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  bundle: Bundle,
): Promise<void> {
  await tx
    .insertInto("results.bundle")
    .values({ organization_id: organizationId, survey_id: surveyId, body: jsonb<unknown>(bundle) })
    .execute()
}
