import type { Tx } from "@throughline/db"
import { sql } from "kysely"

/** Who stood at which places of the chart that a survey froze, and the place of the person above. */
export async function selectHeads(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  positions: readonly number[],
) {
  if (positions.length === 0) return []
  return await tx
    .selectFrom("registry.frozen_person")
    .select(["position", "person_id", "manager_position"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("position", "in", positions)
    .execute()
}

/** Changes whenever anything of the KPIs does that links are worked out of: their values, their facts, or what labels mean. */
export async function findKpiStamp(tx: Tx, organizationId: string): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ',
      (select md5(coalesce(jsonb_agg(jsonb_build_array(kpi_id, revision, role, direction, name, measure) order by kpi_id)::text, ''))
        from app.kpi where organization_id = ${organizationId}),
      (select md5(coalesce(jsonb_agg(jsonb_build_array(number, label, target, person_id, department) order by number)::text, ''))
        from app.kpi_unit where organization_id = ${organizationId})) as stamp`.execute(tx)
  return rows[0]?.stamp ?? ""
}
