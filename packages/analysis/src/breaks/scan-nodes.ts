import { atomNodes } from "../scan/atom-nodes.ts"
import type { ScanNodes } from "../scan/people.ts"

/** The managers of the chart and where the atoms stand below them, as the org package makes them. */
export interface Managers {
  /** By node the parent's node; -1 for node 0, the head. Every parent stands before its children. */
  parent: Int32Array
  /** 0 for the head: the layer of the manager's reports less 2. */
  level: Int32Array
  /** By node the position in the chart; -1 for the empty head above several tops. */
  position: Int32Array
  /** By node what its unit is called. */
  names: string[]
  /** By atom the nodes whose direct reports are in it and how many were invited; undefined: of several layers. */
  teams: ({ managers: number[]; invited: number[] } | undefined)[]
}

/** The scan's tree, and by atom its node; -1 for the top group and mixed atoms, which the scan leaves out. */
export function scanNodes({ parent, level, teams }: Omit<Managers, "position" | "names">): {
  nodes: ScanNodes
  nodeOf: Int32Array
} {
  const pure = [...teams.keys()].filter((atom) => teams[atom] !== undefined)
  const { node, ...nodes } = atomNodes(
    parent,
    level,
    pure.flatMap((atom) => teams[atom] ?? []),
  )
  const nodeOf = new Int32Array(teams.length).fill(-1)
  for (const [place, atom] of pure.entries()) nodeOf[atom] = node[place] as number
  return { nodes, nodeOf }
}

/** Respondents with a score in the order of nodes and scores, so that not even the last digit hangs on theirs. */
export function peopleOf(nodeOf: Int32Array, atom: Int32Array, scores: Float64Array) {
  const at = (person: number) => nodeOf[atom[person] as number] as number
  const score = (person: number) => scores[person] as number
  const there = [...atom.keys()].filter((person) => at(person) >= 0 && !Number.isNaN(score(person)))
  there.sort((a, b) => at(a) - at(b) || score(a) - score(b))
  return { node: Int32Array.from(there, at), score: Float64Array.from(there, score) }
}
