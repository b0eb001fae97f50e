import { jsonb, type Tx } from "@throughline/db"
import type { StoredRelease } from "./stored-release.ts"

/** releaseId left out: the newest. */
export async function findRelease(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  releaseId?: number,
): Promise<StoredRelease | undefined> {
  const row = await tx
    .selectFrom("results.release")
    .select("body")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .$if(releaseId !== undefined, (all) => all.where("release_id", "=", releaseId ?? 0))
    .orderBy("release_id", "desc")
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : (row.body as StoredRelease)
}

/** Which release of a survey is the newest, and since when. */
export async function findReleaseStamp(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<{ releaseId: number; createdAt: Date } | undefined> {
  return await tx
    .selectFrom("results.release")
    .select(["release_id as releaseId", "created_at as createdAt"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("release_id", "desc")
    .limit(1)
    .executeTakeFirst()
}

/** Whether a person is among the people today, and active. */
export async function isActivePerson(tx: Tx, organizationId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("registry.person")
    .select("active")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .executeTakeFirst()
  return row?.active === true
}

/** Where a person stood in the org chart that a survey froze. */
export async function findPosition(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  personId: string,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom("registry.frozen_person")
    .select("position")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("person_id", "=", personId)
    .executeTakeFirst()
  return row?.position
}

/** By survey: what the unit below a person was called when it was launched; no entry where nobody stood below. */
export async function selectUnits(
  tx: Tx,
  organizationId: string,
  personId: string,
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("registry.frozen_person as person")
    .select(["person.survey_id", "person.unit_name"])
    .where("person.organization_id", "=", organizationId)
    .where("person.person_id", "=", personId)
    .where((where) =>
      where.exists(
        where
          .selectFrom("registry.frozen_person as report")
          .select("report.position")
          .whereRef("report.organization_id", "=", "person.organization_id")
          .whereRef("report.survey_id", "=", "person.survey_id")
          .whereRef("report.manager_position", "=", "person.position")
          .where("report.layer", ">", 0),
      ),
    )
    .execute()
  return new Map(rows.map(({ survey_id, unit_name }) => [survey_id, unit_name]))
}

export async function insertRelease(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  createdAt: Date,
  release: StoredRelease,
  releaseId = 1,
): Promise<void> {
  await tx
    .insertInto("results.release")
    .values({
      organization_id: organizationId,
      survey_id: surveyId,
      release_id: releaseId,
      created_at: createdAt,
      body: jsonb<unknown>(release),
    })
    .execute()
}

/** One row an item over all respondents: the columns of the analysis as they are. */
export async function insertObservations(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  columns: readonly { item: string; values: Uint8Array }[],
): Promise<void> {
  if (columns.length === 0) return
  await tx
    .insertInto("results.observation")
    .values(
      columns.map(({ item, values }) => ({
        organization_id: organizationId,
        survey_id: surveyId,
        item,
        item_values: values,
      })),
    )
    .execute()
}

export async function insertComments(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  comments: readonly { question: string; coarse: number; body: string }[],
): Promise<void> {
  for (let at = 0; at < comments.length; at += 1000) {
    await tx
      .insertInto("results.comment")
      .values(
        comments.slice(at, at + 1000).map(({ question, coarse, body }) => ({
          organization_id: organizationId,
          survey_id: surveyId,
          question,
          coarse,
          body,
        })),
      )
      .execute()
  }
}
