import { jsonb, type Tx } from "@throughline/db"
import type { Participation } from "./schemas.ts"

export async function findParticipation(tx: Tx, organizationId: string, surveyId: string) {
  const row = await tx
    .selectFrom("app.participation")
    .select(["day", "body"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .executeTakeFirst()
  return row === undefined ? undefined : { day: row.day, groups: row.body as Participation["groups"] }
}

/** One picture a survey, made once a day: an earlier day's is gone when this is there; one of this day stays. */
export async function saveParticipation(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  day: string,
  groups: Participation["groups"],
): Promise<void> {
  const body = jsonb<unknown>(groups)
  await tx
    .insertInto("app.participation")
    .values({ organization_id: organizationId, survey_id: surveyId, day, body })
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "survey_id"])
        .doUpdateSet({ day, body })
        .where("app.participation.day", "<", day),
    )
    .execute()
}
