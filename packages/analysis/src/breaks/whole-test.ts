import { code } from "../coding.ts"
import { atLeastATenth } from "../disclose.ts"
import { figuresOf } from "../figures.ts"
import type { AnalysisInput, AtomInfo, Release } from "../release.ts"
import { toOneDecimal, twoDigits } from "../round.ts"
import { boundaryTest } from "../scan/boundary-test.ts"
import { isAlarm } from "../scan/min-p.ts"
import { scanInput } from "../scan/people.ts"
import { normalQuantile } from "../stats/normal.ts"
import type { Tally } from "../tally.ts"
import { judgedMeasures } from "./judged-measures.ts"
import { peopleOf, scanNodes } from "./scan-nodes.ts"
import type { WholeBoundary, WholeTest } from "./types.ts"

/** Half a standard deviation: what a test should be able to see. */
const worthSeeing = 0.5
const fewestAtoms = 30

/**
 * Does the message drop at one boundary between layers in the whole organization (scan/boundary-test.ts)? In points of the scale.
 *
 * Its figures are sums over atoms with weights of their own, finer than any group. So only atoms that may be told by
 * themselves go in, and of layers only those of which these would be told without a bound: whatever is worked out from
 * the figures is then about unions of what may be told. Later surveys take these atoms for told (waves.ts). null: fewer than
 * 30 atoms, or four layers, are left.
 */
export function wholeTest(
  input: AnalysisInput,
  measure: string,
  tally: Tally,
  canTell: (atoms: readonly number[]) => boolean,
): WholeTest | null {
  const { managers, observations, survey } = input
  const scores = judgedMeasures(input).find((one) => one.measure.id === measure)?.scores
  if (managers === undefined || scores === undefined) return null
  const { nodes, nodeOf } = scanNodes(managers)
  const pure = [...nodeOf.keys()].filter((atom) => (nodeOf[atom] as number) >= 0)
  const byLayer = Map.groupBy(
    pure.filter((atom) => canTell([atom])),
    (atom) => layerOf(nodes.level[nodeOf[atom] as number] as number),
  )
  const told = new Set(
    [...byLayer.values()].flatMap((atoms) => {
      const figures = figuresOf(tally, atoms)
      const bounds = figures && code(figures, "construct", survey.k).bounds
      return bounds?.mean === undefined ? atoms : []
    }),
  )
  if (told.size < fewestAtoms) return null
  const { node, score } = peopleOf(
    nodeOf.map((at, atom) => (told.has(atom) ? at : -1)),
    observations.atom,
    scores,
  )
  const scan = scanInput(nodes, node, score, "points")
  const test = scan && boundaryTest(scan)
  if (test === undefined) return null
  return {
    boundaries: test.boundaries.map((one): WholeBoundary => {
      const { above, below, step, se, pFamily, detectable } = one
      const canSee = detectable <= worthSeeing * (scan?.deviation ?? 1)
      return {
        ...{ fromLayer: layerOf(above), toLayer: layerOf(below), drop: toOneDecimal(step) },
        ...interval(step, se),
        p: twoDigits(pFamily),
        verdict: isAlarm(pFamily) ? "break" : canSee ? "no-evidence" : "too-few",
        detectable: Math.ceil(detectable * 10 - 1e-9) / 10,
      }
    }),
    profile: test.profile.map(({ level, mean, se }) => ({
      ...{ layer: layerOf(level), mean: toOneDecimal(mean) },
      ...interval(mean, se),
    })),
    leftOut: pure.filter((atom) => !told.has(atom)),
  }
}

/** Atoms that the told figures of the whole organization's layers hold, each with a weight of its own. */
export function weighedAtoms(
  { atoms, breaks }: Pick<Release, "atoms" | "breaks">,
  counts: (measure: string) => boolean,
): number[] {
  const [primary] = breaks?.measures ?? []
  if (!breaks?.whole || primary === undefined || !counts(primary.measure)) return []
  const leftOut = new Set(breaks.whole.leftOut)
  return [...atoms.keys()].filter((atom) => {
    const { kind, layers } = atoms[atom] as AtomInfo
    return kind === "pure" && layers[0] === layers[1] && !leftOut.has(atom)
  })
}

/** People led by managers of the scan's level l stand on the product's layer l + 2. */
const layerOf = (level: number) => level + 2

function interval(centre: number, se: number): { low: number; high: number } {
  const half = normalQuantile(0.975) * se
  return atLeastATenth(centre, centre - half, centre + half)
}
