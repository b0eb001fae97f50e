import type { CutCohort, CutNode } from "../cut-chart.tsx"

const units = [
  "Operations",
  "Rail",
  "Product",
  "Engineering",
  "People",
  "Finance",
  "Cities",
  "Safety and quality",
]

/**
 * A made-up org chart that is already cut, with as many people as asked for, the same every time. The cut is only
 * as good as a drawing needs: leaves of small teams are pooled with their neighbours, small layers across layers.
 */
export function madeUpCut(people: number): { nodes: CutNode[]; cohorts: CutCohort[] } {
  let state = 7
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
  const nodes: CutNode[] = [{ id: 0, parent: -1, layer: 1, people: 1, cohort: 0, name: "Amina Diallo" }]
  const cohorts: CutCohort[] = [{ id: 0, label: "Head and layer 2", size: 1, kind: "top" }]
  const cohortOf = (id: number) => cohorts[id]
  const add = (parent: number, layer: number, size: number, cohort: number, name: string) => {
    nodes.push({ id: nodes.length, parent, layer, people: size, cohort, name })
    const target = cohortOf(cohort)
    if (target) target.size += size
    return nodes.length - 1
  }
  const newCohort = (label: string, kind: CutCohort["kind"], merged: string | null) =>
    cohorts.push({ id: cohorts.length, label, size: 0, kind, merged }) - 1
  const grow = (parent: number, layer: number, room: number, cohort: number, name: string) => {
    let left = room
    const teams = Math.max(1, Math.min(8, Math.round(Math.sqrt(left) / 2)))
    if (left < 26 || layer >= 7) {
      add(parent, layer, Math.max(1, left), cohort, "")
      return
    }
    const mixed = random() < 0.15
    const managers = newCohort(
      `Managers of ${name}`,
      mixed ? "mixed" : "pure",
      mixed ? "too few on this layer: joined with the layer below" : null,
    )
    const pooled =
      left / teams < 16
        ? newCohort(`Teams of ${name}`, "pure", "teams of fewer than eight were joined")
        : null
    for (let team = 0; team < teams; team++) {
      const share =
        team === teams - 1 ? left : Math.max(2, Math.round((left / (teams - team)) * (0.5 + random())))
      const size = Math.min(left, share)
      left -= size
      if (size < 2) continue
      const teamName =
        layer === 2 ? (units[team] ?? `Unit ${team + 1}`) : `${name} ${String.fromCharCode(65 + team)}`
      const manager = add(parent, layer, 1, layer === 2 ? 0 : managers, teamName)
      const below =
        pooled ?? (mixed && random() < 0.3 ? managers : newCohort(`Team of ${teamName}`, "pure", null))
      grow(manager, layer + 1, size - 1, below, teamName)
    }
  }
  grow(0, 2, people - 1, 0, "the head")
  const used = new Set(nodes.map((node) => node.cohort))
  return { nodes, cohorts: cohorts.filter((cohort) => used.has(cohort.id)) }
}
