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
  return joinSmall(nodes, cohorts)
}

/** Cohorts of fewer than eight are joined with the next one of their layer, or with the next one at all. */
function joinSmall(nodes: CutNode[], cohorts: CutCohort[]): { nodes: CutNode[]; cohorts: CutCohort[] } {
  const layers = new Map<number, number>()
  for (const node of nodes) if (node.cohort !== null) layers.set(node.cohort, node.layer)
  const into = new Map<number, number>()
  for (const cohort of cohorts) {
    if (cohort.size >= 8 || cohort.kind === "top" || !layers.has(cohort.id)) continue
    const layer = layers.get(cohort.id)
    const later = cohorts.filter((other) => other.id > cohort.id && layers.has(other.id))
    const sibling = later.find((other) => layers.get(other.id) === layer)
    const target =
      sibling ?? later[0] ?? cohorts.find((other) => other.id !== cohort.id && other.kind === "pure")
    if (!target) continue
    target.size += cohort.size
    target.merged = sibling
      ? "teams of fewer than eight were joined"
      : "too few on this layer: joined with another"
    if (!sibling) target.kind = "mixed"
    into.set(cohort.id, target.id)
  }
  const final = (id: number | null): number | null => {
    const next = id === null ? undefined : into.get(id)
    return next === undefined ? id : final(next)
  }
  for (const node of nodes) node.cohort = final(node.cohort)
  const used = new Set(nodes.map((node) => node.cohort))
  return { nodes, cohorts: cohorts.filter((cohort) => used.has(cohort.id)) }
}
