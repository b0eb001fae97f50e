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
