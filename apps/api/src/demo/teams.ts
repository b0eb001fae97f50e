import type { Person } from "@throughline/org"
import { normal, type Place, seeded } from "./respondent.ts"

/** A team without managers in it, under its head. */
export interface DemoTeam {
  head: Person
  department: string
  people: number
  /** Its people, as the model of answers knows them, lose the message on the way. */
  told: number
}

/** How much teams differ in how well they are told what the work is for, in scale points. */
const SPREAD = 0.25

/** The teams of a company in its order, each with a difference of its own that is there before anybody is asked. */
export function demoTeams(company: readonly Person[]): DemoTeam[] {
  const random = seeded(7)
  const heads = new Set(company.map(({ managerId }) => managerId))
  const sizes = new Map<string, number>()
  const above = new Set<string>()
  for (const { id, managerId } of company) {
    if (managerId === null) continue
    sizes.set(managerId, (sizes.get(managerId) ?? 0) + 1)
    if (heads.has(id)) above.add(managerId)
  }
  return company
    .filter(({ id }) => sizes.has(id) && !above.has(id))
    .map((head) => ({
      head,
      department: head.department,
      people: sizes.get(head.id) ?? 0,
      told: normal(random) * SPREAD,
    }))
}

/** Puts into each place how well the team there is told what the work is for. */
export function withTeams(
  places: ReadonlyMap<string, Place>,
  company: readonly Person[],
  teams: readonly DemoTeam[],
): Map<string, Place> {
  const told = new Map(teams.map((team) => [team.head.id, team.told]))
  const managers = new Map(company.map(({ id, managerId }) => [id, managerId]))
  return new Map(
    [...places].map(([id, place]) => [id, { ...place, told: told.get(managers.get(id) ?? "") ?? 0 }]),
  )
}

/** People of several functions belong to it; it stands in nobody's line. */
export const acrossDepartment = "Retrofit Launch"

const lent = new Set(["Sales Engineer", "Installer"])

/** Some of those without reports belong to a department of several functions, as people files say it. */
export function withAcross(company: readonly Person[]): Person[] {
  const heads = new Set(company.map(({ managerId }) => managerId))
  return company.map((person, at) =>
    lent.has(person.title) && !heads.has(person.id) && at % 2 === 0
      ? { ...person, department: acrossDepartment }
      : person,
  )
}
