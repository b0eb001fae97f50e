import type { Tx } from "@throughline/db"
import { sql } from "kysely"
import type { StoredRelease } from "../releases/stored-release.ts"

/** Releases of other surveys of an organization that were closed since, the oldest first. */
export async function selectReleasesSince(tx: Tx, organizationId: string, surveyId: string, since: Date) {
  const rows = await tx
    .selectFrom("results.release as release")
    .innerJoin("app.survey as survey", (join) =>
      join
        .onRef("survey.organization_id", "=", "release.organization_id")
        .onRef("survey.survey_id", "=", "release.survey_id"),
    )
    .select(["release.survey_id", "release.release_id", "release.body"])
    .where("release.organization_id", "=", organizationId)
    .where("release.survey_id", "!=", surveyId)
    .where("survey.closed_at", ">=", since)
    // Later ones add comments; their figures are the first one's, to the letter (audit-comments.ts).
    .where("release.release_id", "=", 1)
    .orderBy("survey.closed_at")
    .orderBy("release.survey_id")
    .orderBy("release.release_id")
    .execute()
  return rows.map(({ survey_id, release_id, body }) => ({
    surveyId: survey_id,
    releaseId: release_id,
    release: body as StoredRelease,
  }))
}

/** Who stands where in the org chart that a survey froze: ids of people by position. */
export async function selectFrozenIds(tx: Tx, organizationId: string, surveyId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("registry.frozen_person")
    .select("person_id")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("position")
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/**
 * Who was invited, is not in the people file any more, and has not asked for a signature: nobody can say that they answered, and
 * whoever took them out knows so. Only for the close, which forgets who has asked.
 */
export async function selectAbsentIds(tx: Tx, organizationId: string, surveyId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("registry.invitation as invitation")
    .leftJoin("registry.person as person", (join) =>
      join
        .onRef("person.organization_id", "=", "invitation.organization_id")
        .onRef("person.person_id", "=", "invitation.person_id"),
    )
    .select("invitation.person_id")
    .where("invitation.organization_id", "=", organizationId)
    .where("invitation.survey_id", "=", surveyId)
    .where("invitation.signed_message", "is", null)
    .where((eb) => eb.or([eb("person.active", "is", null), eb("person.active", "=", false)]))
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Until the transaction ends nobody else writes a release of this organization. */
export async function lockReleases(tx: Tx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`releases ${organizationId}`}, 0))`.execute(tx)
}
