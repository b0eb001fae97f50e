import type { AnalysisInput } from "../release.ts"
import { isAlarm } from "../scan/min-p.ts"
import { scanInput } from "../scan/people.ts"
import { scanTree } from "../scan/scan.ts"
import type { Break, ScanInput, ScanResult } from "../scan/types.ts"
import { holm } from "../stats/adjust-p.ts"
import { judgedMeasures } from "./judged-measures.ts"
import { type Managers, peopleOf, scanNodes } from "./scan-nodes.ts"
import { detectableByUnit, type Placed, placeBreak } from "./scanned-places.ts"

/** The fewest answers of a window, also where fewer may be told. */
const leastPeople = 10

/** Runs the scans, the first with the first seed: the product's in worker threads, `scanHere` in this one. */
export type RunScans = (
  scans: readonly ScanInput[],
  options: { seeds: readonly number[]; replicates: number },
) => Promise<ScanResult[]>

/** What the scans found: not what may be told of it, which is for `analyse` to say. */
export interface FoundBreaks {
  seed: number
  replicates: number
  /** The primary measure first. */
  measures: FoundMeasure[]
}

export interface FoundMeasure {
  measure: string
  primary: boolean
  tested: boolean
  /** Atoms with answers. */
  atoms: number
  /** Shares of the variance of scores that lie between units: handed down, and the atom's own. */
  handedDown: number
  own: number
  /** Smallest family-wise p, among the others adjusted by Holm. undefined: not tested. */
  p: number | undefined
  /** Those that raise an alarm, in the order of the step-down. */
  breaks: FoundBreak[]
  /** By position of a manager the smallest shift of all people below that would as likely as not have been seen. */
  detectable: ReadonlyMap<number, number>
}

/** In standard deviations of people within a layer; `p` is adjusted as the measure's is. */
export interface FoundBreak extends Placed {
  shift: number
  shrunk: number
  p: number
}

export const scanHere: RunScans = (scans, { seeds, replicates }) =>
  Promise.resolve(scans.map((scan, at) => scanTree(scan, { seed: seeds[at] as number, replicates })))

/**
 * Looks for breaks in every measure of the survey that most people answered (judged-measures.ts), each by a tree scan over
 * the atoms. The primary measure is judged by itself; all others share one error rate: Holm over their smallest family-wise
 * p. The same answers in any order and the same seed find the same. undefined: no managers are given, or nothing to judge.
 */
export async function findBreaks(
  input: AnalysisInput,
  run: RunScans,
  replicates = 999,
): Promise<FoundBreaks | undefined> {
  const { managers, observations, seed, survey } = input
  const judged = judgedMeasures(input)
  if (managers === undefined || judged.length === 0) return undefined
  const { nodes, nodeOf } = scanNodes(managers)
  // A break is itself said of people: never of fewer than k.
  const fewestPeople = Math.max(leastPeople, survey.k)
  const prepared = judged.map(({ measure, primary, scores }, at) => {
    const { node, score } = peopleOf(nodeOf, observations.atom, scores)
    const scan = scanInput(nodes, node, score)
    const sharing = primary ? 1 : judged.filter((one) => !one.primary).length
    return {
      ...{ measure: measure.id, primary, seed: seedOf(seed, at) },
      scan: scan && { ...scan, fewestPeople, sharing },
    }
  })
  const scanned = prepared.filter(({ scan }) => scan !== undefined)
  const results = await run(
    scanned.flatMap(({ scan }) => scan ?? []),
    { seeds: scanned.map((one) => one.seed), replicates },
  )
  const found = prepared.map((one) => ({ ...one, result: results[scanned.indexOf(one)] }))
  const least = found.map(({ result }) => (result?.tested ? smallestP(result) : undefined))
  const adjusted = holm(found.map(({ primary }, at) => (primary ? undefined : least[at])))
  return {
    ...{ seed, replicates },
    measures: found.map(({ measure, primary, scan, result }, at): FoundMeasure => {
      const p = primary ? least[at] : adjusted[at]
      const head = { measure, primary, p }
      if (scan === undefined || result === undefined)
        return { ...head, tested: false, atoms: 0, handedDown: 0, own: 0, breaks: [], detectable: new Map() }
      return {
        ...{ ...head, tested: result.tested, atoms: result.atoms, ...variances(scan, result) },
        breaks: alarms(result.breaks, least[at], p).map((one) => foundBreak(one, scan, result, managers)),
        detectable: detectableByUnit(scan, result, managers),
      }
    }),
  }
}

/** With one seed for all measures, their replicates would go wrong together. */
function seedOf(seed: number, at: number): number {
  return (Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b)) >>> 0
}

function smallestP({ windows }: ScanResult): number {
  return windows.reduce((least, { pFamily }) => Math.min(least, pFamily ?? 1), 1)
}

/** The steps down until the first without alarm, each p raised as the smallest one was. */
function alarms(breaks: readonly Break[], least: number | undefined, adjusted: number | undefined): Break[] {
  if (least === undefined || adjusted === undefined) return []
  const raised = breaks.map((one) => ({
    ...one,
    pFamily: Math.min(1, Math.max(adjusted, (one.pFamily * adjusted) / least)),
  }))
  const first = raised.findIndex(({ pFamily }) => !isAlarm(pFamily))
  return first < 0 ? raised : raised.slice(0, first)
}

function foundBreak(one: Break, scan: ScanInput, result: ScanResult, managers: Managers): FoundBreak {
  const { delta, shrunk, pFamily } = one
  return { ...placeBreak(one, scan, result, managers), shift: delta, shrunk, p: pFamily }
}

/** What is handed down adds up from level to level: here at the mean level of those who answered, below the head. */
function variances({ level, n }: ScanInput, { natural: { a, b } }: ScanResult) {
  let [people, levels] = [0, 0]
  for (const [node, persons] of n.entries()) {
    people += persons
    levels += persons * (level[node] as number)
  }
  const inherited = (a ** 2 * levels) / people
  const all = inherited + b ** 2 + 1
  return { handedDown: inherited / all, own: b ** 2 / all }
}
