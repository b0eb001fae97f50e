import type { Tx } from "@throughline/db"
import { sql } from "kysely"

/** Hash of the page in the promise of the survey that an invitation belongs to, by the hash of its secret. */
export async function findPageOfLink(
  tx: Tx,
  organizationId: string,
  hash: Uint8Array,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("registry.invitation as invitation")
    .innerJoin("app.survey as survey", (join) =>
      join
        .onRef("survey.organization_id", "=", "invitation.organization_id")
        .onRef("survey.survey_id", "=", "invitation.survey_id"),
    )
    .select(sql<string | null>`survey.manifest->>'page'`.as("page"))
    .where("invitation.organization_id", "=", organizationId)
    .where("invitation.secret_hash", "=", hash)
    .executeTakeFirst()
  return row?.page ?? undefined
}

export async function findPageOfSurvey(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("app.survey")
    .select(sql<string | null>`manifest->>'page'`.as("page"))
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .executeTakeFirst()
  return row?.page ?? undefined
}
