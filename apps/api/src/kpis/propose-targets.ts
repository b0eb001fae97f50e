import type { Tx } from "@throughline/db"
import { freezeChart, labelKey } from "@throughline/org"
import { loadChart } from "../people/load-chart.ts"
import type { UnitTarget } from "./load-kpis.ts"

/** What a label can be mapped to, as the people stand today. */
export interface Targets {
  units: { personId: string; name: string; head: string }[]
  departments: string[]
  /** What a label most likely means; undefined: nothing, or several things. */
  propose(label: string): UnitTarget | undefined
  nameOf(target: UnitTarget | null): string | null
}

const WHOLE = new Set(
  [
    "total",
    "all",
    "company",
    "whole organization",
    "whole organisation",
    "organization",
    "organisation",
    "gesamt",
  ]
    .concat([
      "insgesamt",
      "unternehmen",
      "ensemble",
      "entreprise",
      "toda la empresa",
      "empresa",
      "toplam",
      "şirket",
    ])
    .concat(["الإجمالي", "الشركة"])
    .map(labelKey),
)

/** Everything that has people below it, every department, and the rule that maps labels to them. */
export async function loadTargets(tx: Tx, organizationId: string): Promise<Targets> {
  const { chart, rows } = await loadChart(tx, organizationId)
  const frozen = freezeChart(chart)
  const heads = new Set(frozen.parent)
  const units: Targets["units"] = []
  const people = new Map<string, string | null>()
  const unitNames = new Map<string, string | null>()
  const departments = new Set<string>()
  const byName = new Map<string, string | null>()
  /** Under a key that two have stands null: it says neither. */
  const add = (map: Map<string, string | null>, key: string, id: string) => {
    if (key !== "") map.set(key, map.has(key) && map.get(key) !== id ? null : id)
  }
  const managers = new Map<string, string | null>()
  chart.people.forEach((person, position) => {
    const { department } = person
    if (department !== "") {
      departments.add(department)
      add(byName, labelKey(department), department)
    }
    if (!heads.has(position) || frozen.layer[position] === 0) return
    const personId = rows.get(person.id)?.person_id ?? ""
    const name = frozen.heads[position] ?? person.name
    units.push({ personId, name, head: person.name })
    for (const key of [person.id, person.email ?? ""]) add(people, labelKey(key), personId)
    add(managers, labelKey(person.name), personId)
    add(unitNames, labelKey(name), personId)
  })
  const byPerson = new Map(units.map((unit) => [unit.personId, unit]))
  const unit = (personId: string | null | undefined): UnitTarget | undefined =>
    personId === null || personId === undefined ? undefined : { kind: "unit", personId }
  return {
    units,
    departments: [...departments].sort((a, b) => a.localeCompare(b, "en")),
    propose(label) {
      const key = labelKey(label)
      const department = byName.get(key)
      return (
        unit(people.get(key)) ??
        // A department says what it is on each survey's chart, whoever leads it then.
        (typeof department !== "string" ? undefined : ({ kind: "department", department } as const)) ??
        unit(unitNames.get(key)) ??
        unit(managers.get(key)) ??
        (WHOLE.has(key) ? ({ kind: "whole" } as const) : undefined)
      )
    },
    nameOf(target) {
      if (target?.kind === "unit") return byPerson.get(target.personId)?.name ?? null
      if (target?.kind === "department") return target.department
      return target?.kind === "whole" ? "Whole organization" : null
    },
  }
}
