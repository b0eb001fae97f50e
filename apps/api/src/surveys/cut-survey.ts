import { withOrganization } from "@throughline/db"
import type { OrgChart } from "@throughline/org"
import type { Deps } from "../deps.ts"
import { loadChart } from "../people/load-chart.ts"
import { Problem } from "../problem.ts"
import { type CutPeople, cohortName, cutPeople } from "./cut.ts"
import { findSurvey } from "./queries.ts"
import type { Cut } from "./schemas.ts"

/** How people would be cut into cohorts if the survey were launched now, with what is merged and why. */
export function cutSurvey(deps: Deps, organizationId: string, surveyId: string): Promise<Cut> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    const { chart } = await loadChart(tx, organizationId)
    const cut = cutPeople(chart, survey.audience, survey.k)
    return {
      refused: cut.refused === null ? null : { people: cut.refused.people, minimum: cut.refused.minimum },
      invited: cut.invited.filter(Boolean).length,
      noEmail: chart.people.filter(({ email }, position) => cut.invited[position] && email === null).length,
      cohorts: cut.cohorts.map((cohort) => ({
        id: cohort.id,
        name: cohortName(cut.frozen, cohort),
        layers: cohort.layers,
        size: cohort.size,
        kind: cohort.kind,
        merged: cohort.merged,
      })),
      nodes: nodes(chart, cut),
    }
  })
}

/** One node a manager; the people without reports of a manager stand together, one node a cohort. */
function nodes({ people }: OrgChart, { frozen, cohortOf }: CutPeople): Cut["nodes"] {
  const manages = new Set(frozen.parent)
  const list: Cut["nodes"] = []
  const leaves = new Map<string, Cut["nodes"][number]>()
  people.forEach(({ name, active }, position) => {
    const layer = frozen.layer[position] ?? 0
    const parent = frozen.parent[position] ?? -1
    const cohort = cohortOf[position] ?? null
    if (layer === 0) return
    if (manages.has(position)) {
      list.push({ id: position, parent, layer, people: 1, cohort, name })
    } else if (active) {
      const key = `${parent}/${cohort}`
      const leaf = leaves.get(key)
      if (leaf === undefined)
        leaves.set(key, { id: people.length + leaves.size, parent, layer, people: 1, cohort, name })
      else leaf.people++
    }
  })
  for (const leaf of leaves.values()) {
    list.push(leaf.people === 1 ? leaf : { ...leaf, name: `${leaf.people} people` })
  }
  return list
}
