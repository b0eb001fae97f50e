import { scanNodes } from "../../packages/analysis/src/breaks/scan-nodes.ts"
import { type ScanInput, type ScanNodes, scanInput, scanTree } from "../../packages/analysis/src/index.ts"
import { seeded } from "../../packages/analysis/src/random.ts"
import { cutAtoms, cutCohorts, type FrozenChart, managerTree } from "../../packages/org/src/index.ts"
import { type BaseName, bases, type Plant, simulateScores } from "./answers.ts"
import { makeOrganization } from "./organization.ts"

export interface Settings {
  seed: number
  people: number
  base: BaseName
  plant: Plant | null
  replicates: number
}

/** What a scan said of one made-up organization. */
export interface Found {
  /** False: too few atoms for a test. */
  tested: boolean
  alarm: boolean
  pFamily: number | null
  windows: number
  /** Only where a break was planted and one was found: by the first one found, */
  hit?: {
    /** does it overlap the planted one in half of the people of both together; */
    overlaps: boolean
    /** does it begin at the right manager; */
    rightManager: boolean
    /** and is the planted one in its boundary set? */
    inBoundarySet: boolean
  }
}

export interface Outcome {
  index: number
  invited: number
  /** On the product's atoms, and as if every team could be told apart: the same answers. */
  atoms: Found
  teams: Found
}

const k = 5
const response = 0.75

/** Replaced in a test that shows that the cutting matters. */
export const cutting = { cutCohorts, cutAtoms }

/** One organization, answered, cut by the product's own functions and scanned. Its seed is made of both numbers. */
export function scanOne(settings: Settings, index: number, cut = cutting): Outcome {
  const { base, people, plant, replicates, seed } = settings
  const own = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0
  const random = seeded(own)
  const chart = makeOrganization(random, people)
  const { parent, layer } = chart
  const managers = new Set(parent)
  const candidates = [...layer.keys()].filter((at) => layer[at] === plant?.layer && managers.has(at))
  const manager = candidates[Math.floor(random() * candidates.length)]
  const broken = plant && manager !== undefined ? { manager, plant } : undefined
  const scores = simulateScores(random, chart, bases[base], broken)
  const answered = parent.map(() => (random() < response ? 1 : 0))

  const scan = (nodes: ScanNodes, nodeOf: Int32Array, start: number): Found => {
    const there = [...nodeOf.keys()].filter(
      (person) => answered[person] === 1 && (nodeOf[person] as number) >= 0,
    )
    const input = scanInput(
      nodes,
      Int32Array.from(there, (person) => nodeOf[person] as number),
      Float64Array.from(there, (person) => scores[person] as number),
    )
    return input === undefined
      ? { tested: false, alarm: false, pFamily: null, windows: 0 }
      : judge(input, { seed: own, replicates }, broken && { ...broken.plant, node: start })
  }
  const byTeam = teamNodes(chart)
  const start = broken ? (byTeam.numbers[broken.manager] as number) : -1
  const byAtom = atomPlaces(chart, answered, cut)
  return {
    ...{ index, invited: parent.length },
    atoms: byAtom
      ? scan(byAtom.nodes, byAtom.nodeOf, start)
      : { tested: false, alarm: false, pFamily: null, windows: 0 },
    teams: scan(byTeam.nodes, byTeam.nodeOf, start),
  }
}

/** Every team by itself: what nobody may see, for comparison. Nodes are numbered as those of `managerTree`. */
function teamNodes(chart: FrozenChart) {
  const tree = managerTree(chart, [], [])
  const numbers = new Int32Array(chart.parent.length).fill(-1)
  for (const [node, position] of tree.position.entries()) if (position >= 0) numbers[position] = node
  const nodeOf = chart.parent.map((manager) => (manager < 0 ? -1 : (numbers[manager] as number)))
  return { nodes: tree, nodeOf, numbers }
}

function atomPlaces(chart: FrozenChart, answered: Int32Array, cut: typeof cutting) {
  const cohorts = cut.cutCohorts(
    chart,
    [...chart.layer].map(() => true),
    k,
  )
  if ("refused" in cohorts) return undefined
  const counts = cohorts.map(({ members }) => members.filter((person) => answered[person] === 1).length)
  const atoms = cut.cutAtoms(chart, cohorts, counts, k)
  if ("refused" in atoms) return undefined
  const { nodes, nodeOf: nodeOfAtom } = scanNodes(managerTree(chart, cohorts, atoms))
  const members = new Map(cohorts.map((cohort) => [cohort.id, cohort.members]))
  const nodeOf = new Int32Array(chart.parent.length).fill(-1)
  for (const [at, { members: own }] of atoms.entries())
    for (const cohort of own)
      for (const person of members.get(cohort) ?? []) nodeOf[person] = nodeOfAtom[at] as number
  return { nodes, nodeOf }
}

function judge(
  input: ScanInput,
  options: { seed: number; replicates: number },
  planted: (Plant & { node: number }) | undefined,
): Found {
  const result = scanTree(input, options)
  const least = result.windows.reduce((p, { pFamily }) => Math.min(p, pFamily ?? 1), 1)
  const found: Found = {
    ...{ tested: result.tested, alarm: result.breaks.length > 0 },
    ...{ pFamily: result.tested ? least : null, windows: result.windows.length },
  }
  const [first] = result.breaks
  const window = first && result.windows[first.window]
  if (planted === undefined || first === undefined || window === undefined) return found
  const people = (nodes: ReadonlySet<number>) =>
    [...nodes].reduce((sum, node) => sum + (input.n[node] as number), 0)
  // People below layer `below` are led by managers on that level less 1, and deeper.
  const truth = within(input, planted.node, planted.below - 1)
  const own = within(input, window.node, window.level)
  const same = (w: number) => {
    const other = result.windows[w]
    if (other === undefined) return false
    const nodes = within(input, other.node, other.level)
    return nodes.size === truth.size && nodes.isSubsetOf(truth)
  }
  return {
    ...found,
    hit: {
      overlaps: people(own.intersection(truth)) >= 0.5 * people(own.union(truth)),
      rightManager: window.node === planted.node,
      inBoundarySet: first.boundarySet.some(same),
    },
  }
}

/** Nodes with answers of the window: below that node, on that level or deeper. */
function within({ parent, level, n }: ScanInput, node: number, from: number): Set<number> {
  const below = new Uint8Array(parent.length)
  const found = new Set<number>()
  for (let at = 0; at < parent.length; at++) {
    const above = parent[at] as number
    if (at === node || (above >= 0 && below[above] === 1)) below[at] = 1
    if (below[at] === 1 && (level[at] as number) >= from && (n[at] as number) > 0) found.add(at)
  }
  return found
}
