import type { Tx } from "@throughline/db"
import type { AttributeColumn } from "@throughline/instrument"

export async function updateAttribute(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  attribute: AttributeColumn | null,
): Promise<void> {
  await tx
    .updateTable("app.survey")
    .set({ attribute })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("state", "=", "draft")
    .execute()
}
