import type { Tx } from "@throughline/db"
import { departmentUnits, type FrozenChart, freezeChart } from "@throughline/org"
import type { Session } from "../auth/session.ts"
import { loadChart } from "../people/load-chart.ts"
import { isActivePerson } from "../releases/queries.ts"
import { ownGroup, subtree } from "../releases/release-for.ts"
import type { LoadedUnit } from "./load-kpis.ts"
import { selectFrozenPlaces } from "./place-queries.ts"

/** What a label stands for among the groups of one survey. `unmapped` too: not ours, and who was not in that chart. */
export type ResolvedUnit =
  | { group: string }
  | { cutsAcross: { unit: string; share: number } | null }
  | { unmapped: true }

/** A chart as labels are resolved on it: a position's person, department and place. */
interface Places {
  people: readonly string[]
  departments: readonly (string | null)[]
  chart: FrozenChart
}

/**
 * What each label stands for on the chart that the survey froze: the group `unit:<position>` or `all`. Two labels may
 * stand for the same group, a department and its head for example.
 */
export async function resolveUnits(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  units: readonly LoadedUnit[],
): Promise<Map<number, ResolvedUnit>> {
  const rows = await selectFrozenPlaces(tx, organizationId, surveyId)
  return resolveOn(
    {
      people: rows.map(({ person_id }) => person_id),
      departments: rows.map(({ department }) => department),
      chart: {
        parent: Int32Array.from(rows, ({ manager_position }) => manager_position),
        layer: Int32Array.from(rows, ({ layer }) => layer),
        heads: rows.map(({ unit_name }) => unit_name),
      },
    },
    units,
  )
}

/** The same on the people of today: for whoever sets the mapping. */
export async function resolveToday(
  tx: Tx,
  organizationId: string,
  units: readonly LoadedUnit[],
): Promise<Map<number, ResolvedUnit>> {
  return resolveOn(await placesToday(tx, organizationId), units)
}

/**
 * The numbers of the labels whose values the caller may see: a leader those of the own unit as it is today, and nobody's
 * who has left; HR and analysts all.
 */
export async function inOwnUnit(
  tx: Tx,
  { role, personId, organizationId }: Pick<Session, "role" | "personId" | "organizationId">,
  units: readonly LoadedUnit[],
): Promise<Set<number>> {
  if (role === "hr" || role === "analyst") return new Set(units.map(({ number }) => number))
  if (role !== "leader" || personId === null || !(await isActivePerson(tx, organizationId, personId)))
    return new Set()
  const places = await placesToday(tx, organizationId)
  const position = places.people.indexOf(personId)
  const inside = position < 0 ? null : subtree(places.chart, position)
  if (inside === null) return new Set()
  const groups = new Set([...inside].map((at) => ownGroup(places.chart, at)))
  return new Set(
    [...resolveOn(places, units)].flatMap(([number, unit]) =>
      "group" in unit && groups.has(unit.group) ? [number] : [],
    ),
  )
}

async function placesToday(tx: Tx, organizationId: string): Promise<Places> {
  const { chart, rows } = await loadChart(tx, organizationId)
  const { parent, layer, heads } = freezeChart(chart)
  return {
    people: chart.people.map(({ id }) => rows.get(id)?.person_id ?? ""),
    departments: chart.people.map(({ department }) => department),
    chart: { parent, layer, heads },
  }
}

function resolveOn(
  { people, departments, chart }: Places,
  units: readonly LoadedUnit[],
): Map<number, ResolvedUnit> {
  const positions = new Map(people.map((person, position) => [person, position]))
  const hasPeople = new Set(chart.parent)
  const fits = departmentUnits(chart, departments)
  const resolve = ({ target }: LoadedUnit): ResolvedUnit => {
    if (target === null || target.kind === "none") return { unmapped: true }
    if (target.kind === "whole") return { group: "all" }
    if (target.kind === "unit") {
      const position = positions.get(target.personId)
      const isHead = position !== undefined && chart.layer[position] !== 0 && hasPeople.has(position)
      return isHead ? { group: ownGroup(chart, position) } : { unmapped: true }
    }
    const fit = fits.get(target.department)
    if (fit === undefined)
      return departments.includes(target.department) ? { cutsAcross: null } : { unmapped: true }
    if (fit.fits) return { group: ownGroup(chart, fit.unit) }
    return { cutsAcross: { unit: chart.heads[fit.unit] ?? "", share: fit.covered } }
  }
  return new Map(units.map((unit) => [unit.number, resolve(unit)]))
}
