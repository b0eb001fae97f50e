import type { AnalysisInput } from "../release.ts"
import { isAlarm } from "../scan/min-p.ts"
import { type ScanNodes, scanInput } from "../scan/people.ts"
import { scanTree } from "../scan/scan.ts"
import type { Break, ScanInput, ScanResult } from "../scan/types.ts"
import { holm } from "../stats/adjust-p.ts"
import { judgedMeasures } from "./judged-measures.ts"
import { scanNodes } from "./scan-nodes.ts"

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
  /** undefined: nobody's score differs from another's. */
  scan: ScanResult | undefined
  /** Mean level of the managers of those who answered, for reading the variances. */
  meanLevel: number
  /** Smallest family-wise p, among the others adjusted by Holm. undefined: not tested. */
  p: number | undefined
  /** With p adjusted likewise; only those that raise an alarm. */
  breaks: Break[]
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
  const judged = judgedMeasures(input)
  if (input.managers === undefined || judged.length === 0) return undefined
  const { nodes, nodeOf } = scanNodes(input.managers)
  const prepared = judged.map(({ measure, primary, scores }, at) => {
    const people = peopleOf(nodeOf, input.observations.atom, scores)
    return {
      ...{ measure: measure.id, primary, seed: seedOf(input.seed, at) },
      ...{ scan: scanInput(nodes, people.node, people.score), meanLevel: meanLevel(nodes, people.node) },
    }
  })
  const scanned = prepared.filter(({ scan }) => scan !== undefined)
  const results = await run(
    scanned.flatMap(({ scan }) => scan ?? []),
    { seeds: scanned.map(({ seed }) => seed), replicates },
  )
  const found = prepared.map(({ measure, primary, meanLevel, ...one }) => {
    const scan = results[scanned.findIndex(({ seed }) => seed === one.seed)]
    return { measure, primary, meanLevel, scan, least: scan?.tested ? smallestP(scan) : undefined }
  })
  const adjusted = holm(found.map(({ primary, least }) => (primary ? undefined : least)))
  return {
    ...{ seed: input.seed, replicates },
    measures: found.map(({ least, ...one }, at): FoundMeasure => {
      const p = one.primary ? least : adjusted[at]
      return { ...one, p, breaks: alarms(one.scan?.breaks ?? [], least, p) }
    }),
  }
}

/** Respondents with a score in the order of nodes and scores, so that not even the last digit hangs on theirs. */
export function peopleOf(nodeOf: Int32Array, atom: Int32Array, scores: Float64Array) {
  const at = (person: number) => nodeOf[atom[person] as number] as number
  const score = (person: number) => scores[person] as number
  const there = [...atom.keys()].filter((person) => at(person) >= 0 && !Number.isNaN(score(person)))
  there.sort((a, b) => at(a) - at(b) || score(a) - score(b))
  return { node: Int32Array.from(there, at), score: Float64Array.from(there, score) }
}

/** Of measures scanned with one seed the replicates would go wrong together. */
function seedOf(seed: number, at: number): number {
  return (Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b)) >>> 0
}

function smallestP({ windows }: ScanResult): number {
  return windows.reduce((least, { pFamily }) => Math.min(least, pFamily ?? 1), 1)
}

/** The steps down until the first without alarm, each p raised as the smallest one was. */
function alarms(breaks: readonly Break[], least: number | undefined, adjusted: number | undefined): Break[] {
  if (least === undefined || adjusted === undefined) return []
  const told: Break[] = []
  for (const one of breaks) {
    const pFamily = Math.min(1, Math.max(adjusted, (one.pFamily * adjusted) / least))
    if (!isAlarm(pFamily)) break
    told.push({ ...one, pFamily })
  }
  return told
}

function meanLevel({ level }: ScanNodes, node: Int32Array): number {
  const sum = node.reduce((total, at) => total + (level[at] as number), 0)
  return node.length === 0 ? 0 : sum / node.length
}
