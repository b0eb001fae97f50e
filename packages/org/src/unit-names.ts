import type { OrgChart } from "./org-chart.ts"

interface Count {
  people: number
  departments: Map<string, number>
  /** The department most of them belong to, so far. */
  most: string
}

/**
 * What the unit below each position is called: a department's name where that department is mainly that unit (more
 * than half of the department stands there, and more than half of the unit belongs to it), else its head's name.
 * A department names one unit at most: the one it fits best. O(n log n).
 */
export function unitNames(chart: OrgChart): string[] {
  const totals = new Map<string, number>()
  chart.people.forEach((person, position) => {
    if (chart.layer[position] !== 0 && person.department !== "")
      totals.set(person.department, (totals.get(person.department) ?? 0) + 1)
  })

  const below = new Map<number, Count>()
  const best = new Map<string, { position: number; fit: number }>()
  for (let position = chart.people.length - 1; position >= 0; position--) {
    const unit = below.get(position)
    below.delete(position)
    const manager = chart.parent[position] as number
    // The head's unit is everybody: no department's name fits it.
    if (unit && manager >= 0) {
      const inUnit = unit.departments.get(unit.most) ?? 0
      const inAll = totals.get(unit.most) ?? 0
      const fit = inUnit / (unit.people + inAll - inUnit)
      const isMainly = inUnit * 2 > unit.people && inUnit * 2 > inAll
      // Walking from the last position up, a unit further up wins a tie.
      if (isMainly && fit >= (best.get(unit.most)?.fit ?? 0)) best.set(unit.most, { position, fit })
    }
    if (manager < 0 || chart.layer[position] === 0) continue
    const all = merge(below.get(manager), unit)
    all.people += 1
    count(all, chart.people[position]?.department ?? "", 1)
    below.set(manager, all)
  }

  const names = chart.people.map((person) => person.name)
  for (const [department, { position }] of best) names[position] = department
  return names
}

function merge(a: Count | undefined, b: Count | undefined): Count {
  if (!a || !b) return a ?? b ?? { people: 0, departments: new Map(), most: "" }
  const [large, small] = a.departments.size >= b.departments.size ? [a, b] : [b, a]
  large.people += small.people
  for (const [department, people] of small.departments) count(large, department, people)
  return large
}

function count(unit: Count, department: string, people: number): void {
  if (department === "") return
  const sum = (unit.departments.get(department) ?? 0) + people
  unit.departments.set(department, sum)
  const most = unit.departments.get(unit.most) ?? 0
  if (sum > most || (sum === most && department < unit.most)) unit.most = department
}
