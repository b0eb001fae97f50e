import type { Tx } from "@throughline/db"
import { sql } from "kysely"

interface Place {
  person_id: string
  manager_position: number
  layer: number
  unit_name: string
  department: string | null
}

/** The chart that a survey froze. Of one launched by an earlier version the departments are those of today. */
export async function selectFrozenPlaces(tx: Tx, organizationId: string, surveyId: string): Promise<Place[]> {
  return await tx
    .selectFrom("registry.frozen_person as frozen")
    .leftJoin("registry.person as person", (join) =>
      join
        .onRef("person.organization_id", "=", "frozen.organization_id")
        .onRef("person.person_id", "=", "frozen.person_id"),
    )
    .select([
      "frozen.person_id",
      "frozen.manager_position",
      "frozen.layer",
      "frozen.unit_name",
      sql<string | null>`coalesce(frozen.department, person.department)`.as("department"),
    ])
    .where("frozen.organization_id", "=", organizationId)
    .where("frozen.survey_id", "=", surveyId)
    .orderBy("frozen.position")
    .execute()
}
