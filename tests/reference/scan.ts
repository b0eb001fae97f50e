import {
  modelAt,
  type ScanInput,
  scanTree,
  type VarianceRatios,
  type WindowEstimate,
} from "@throughline/analysis"
import { differences } from "./compare.ts"
import type { Outcome } from "./reference.ts"

/** Figures by window, null where it cannot be told from the level means. */
interface Figures {
  T: (number | null)[]
  delta: (number | null)[]
  se: (number | null)[]
}

/** A tree that dense matrices, an exhaustive search and another program's replicates worked out. a = tau/sigma, b = omega/sigma. */
export interface TreeCase {
  parent: number[]
  level: number[]
  n: number[]
  ybar: number[]
  sigma2: number
  reml_minus2: (VarianceRatios & { value: number })[]
  level_means_gls: VarianceRatios & { levels: number[]; mu: number[] }
  windows: [node: number, level: number, n: number][]
  scan_at: VarianceRatios & Figures
  step1_lattice_optimum: [number, number]
  step2_candidates: { window: [number, number] }[]
  step3_lattice_optimum: [number, number]
  step4: Figures
  p_fwe_min: number
  p_fwe_top: [node: number, level: number]
  p_tolerance: number
}

const tolerance = 1e-9
const replicates = 4999
const seed = 20261122

/** What came of a tree, part by part. */
export function scanOutcomes(one: TreeCase): Outcome[] {
  const input: ScanInput = {
    parent: Int32Array.from(one.parent),
    level: Int32Array.from(one.level),
    n: Int32Array.from(one.n),
    mean: Float64Array.from(one.ybar),
    variance: one.sigma2,
    // Small trees are tested by those who made the values, too.
    fewestAtoms: 1,
  }
  const result = scanTree(input, { seed, replicates })
  const parts: Record<string, string[]> = {
    likelihood: one.reml_minus2.flatMap(({ value, ...ratios }) =>
      differences(modelAt(input, ratios).reml, value, tolerance, `a ${ratios.a} b ${ratios.b}`),
    ),
    "level means": levelMeans(one, input),
    "windows at given variances": figures(one, input, modelAt(input, one.scan_at).windows, one.scan_at),
    "variances and windows set aside": differences(
      {
        natural: lattice(result.natural),
        setAside: result.setAside.map((w) => atomsOf(input, result.windows[w] as WindowEstimate)),
        fitted: lattice(result.fitted),
      },
      {
        natural: one.step1_lattice_optimum,
        setAside: one.step2_candidates.map(({ window: [node, level] }) => atomsOf(input, { node, level })),
        fitted: one.step3_lattice_optimum,
      },
      0,
    ),
    "windows at fitted variances": figures(one, input, result.windows, one.step4),
    "family-wise p": familyWise(one, input, result.windows),
  }
  return Object.entries(parts).map(([part, wrong]) => ({
    id: `scan of ${one.parent.length} managers: ${part}`,
    wrong,
  }))
}

function levelMeans({ level_means_gls: { levels, mu, ...ratios } }: TreeCase, input: ScanInput): string[] {
  const { levels: ours, means } = modelAt(input, ratios)
  return differences({ levels: ours, mu: means }, { levels, mu }, tolerance)
}

/** By the atoms inside: of windows with the same atoms another may stand for them there. */
function figures(one: TreeCase, input: ScanInput, windows: WindowEstimate[], expected: Figures): string[] {
  const ours = new Map(windows.map((window) => [atomsOf(input, window), window]))
  const wrong = one.windows.flatMap(([node, level, n], at) => {
    const window = ours.get(atomsOf(input, { node, level })) ?? {}
    const given = { n, T: expected.T[at], delta: expected.delta[at], se: expected.se[at] }
    return differences(window, given, tolerance, `window (${node}, ${level})`)
  })
  return [...differences(windows.length, one.windows.length, 0, "windows"), ...wrong]
}

/** The smallest p, and that the window told there is one that we would tell. */
function familyWise(
  one: TreeCase,
  input: ScanInput,
  windows: ReturnType<typeof scanTree>["windows"],
): string[] {
  const smallest = (of: (number | undefined)[]) => Math.min(...of.map((p) => p ?? 1))
  const [node, level] = one.p_fwe_top
  const top = windows.find((window) => atomsOf(input, window) === atomsOf(input, { node, level }))
  const first = smallest(windows.map(({ pLayer }) => pLayer))
  const [lead] = windows.toSorted((x, y) => (x.pLayer ?? 1) - (y.pLayer ?? 1) || (y.T ?? 0) - (x.T ?? 0))
  // Where the finding is clear, replicates cannot change which window leads.
  const isClear = one.p_fwe_min < 0.01 && lead !== undefined
  return [
    ...(isClear
      ? differences(atomsOf(input, lead), atomsOf(input, { node, level }), 0, "leading window")
      : []),
    ...within(smallest(windows.map(({ pFamily }) => pFamily)), one.p_fwe_min, one.p_tolerance, "smallest p"),
    ...within(
      top?.pLayer ?? 1,
      first,
      one.p_tolerance,
      `p of window (${node}, ${level}) beside the smallest`,
    ),
  ]
}

function within(actual: number, expected: number, tolerance: number, name: string): string[] {
  return Math.abs(actual - expected) <= tolerance
    ? []
    : [`${name}: ${actual}, expected ${expected} -+ ${tolerance}`]
}

function lattice({ a, b }: VarianceRatios): [number, number] {
  return [Math.round(a * 100), Math.round(b * 100)]
}

function atomsOf({ parent, level, n }: ScanInput, window: { node: number; level: number }): string {
  const inside = new Set([window.node])
  for (const [m, above] of parent.entries()) if (inside.has(above)) inside.add(m)
  return [...inside].filter((m) => n[m] !== 0 && (level[m] as number) >= window.level).join()
}
