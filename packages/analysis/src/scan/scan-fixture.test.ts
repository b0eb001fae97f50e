import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { modelAt } from "./model-at.ts"
import { scanTree } from "./scan.ts"
import type { ScanInput, VarianceRatios, Window, WindowEstimate } from "./types.ts"

/** Figures by window, null where it cannot be told from the level means. */
interface Figures {
  T: (number | null)[]
  delta: (number | null)[]
  se: (number | null)[]
}

/** A tree worked out elsewhere: dense matrices, variances by exhaustive search, p by 4,999 replicates. */
interface Case {
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

const file = fileURLToPath(
  new URL("../../../../../shared/reference/stats/treescan_fixture.json", import.meta.url),
)
const present = existsSync(file)
const cases: Case[] = present ? JSON.parse(readFileSync(file, "utf8")).cases : []

describe.skipIf(!present)(`tree scan worked out elsewhere${present ? "" : " (no reference data)"}`, () => {
  const named = cases.map((one) => [`a tree of ${one.parent.length} managers`, one] as const)
  test.each(named)("%s: likelihood, level means and every window at given variances", (_, one) => {
    const input = inputOf(one)
    for (const { value, ...ratios } of one.reml_minus2) expectClose(modelAt(input, ratios).reml, value)
    const { levels, mu, ...ratios } = one.level_means_gls
    const model = modelAt(input, ratios)
    expect(model.levels).toEqual(levels)
    for (const [at, mean] of mu.entries()) expectClose(model.means[at], mean)
    expectFigures(one, input, modelAt(input, one.scan_at).windows, one.scan_at)
  })

  test.each(named)("%s: variances, windows set aside, T and family-wise p of 4,999 replicates", (_, one) => {
    const input = inputOf(one)
    const result = scanTree(input, { seed: 20261122, replicates: 4999 })
    expect([result.natural.a, result.natural.b].map(hundredths)).toEqual(one.step1_lattice_optimum)
    expect([result.fitted.a, result.fitted.b].map(hundredths)).toEqual(one.step3_lattice_optimum)
    expect(result.setAside.map((w) => atomsOf(input, result.windows[w] as Window))).toEqual(
      one.step2_candidates.map(({ window: [node, level] }) => atomsOf(input, { node, level, n: 0 })),
    )
    expectFigures(one, input, result.windows, one.step4)
    const p = result.windows.map(({ pFamily }) => pFamily ?? 1)
    expect(Math.abs(Math.min(...p) - one.p_fwe_min)).toBeLessThanOrEqual(one.p_tolerance)
    const [top] = result.windows.toSorted(
      (x, y) => (x.pLayer ?? 1) - (y.pLayer ?? 1) || (y.T ?? 0) - (x.T ?? 0),
    )
    const [node, level] = one.p_fwe_top
    if (one.p_fwe_min < 0.01) {
      expect(atomsOf(input, top as Window)).toEqual(atomsOf(input, { node, level, n: 0 }))
    }
  })
})

function inputOf(one: Case): ScanInput {
  return {
    parent: Int32Array.from(one.parent),
    level: Int32Array.from(one.level),
    n: Int32Array.from(one.n),
    mean: Float64Array.from(one.ybar),
    variance: one.sigma2,
    // The smallest tree is tested there too.
    fewestAtoms: 1,
  }
}

/** Compared by the atoms inside: of equal windows another may stand for them there. */
function expectFigures(one: Case, input: ScanInput, windows: WindowEstimate[], expected: Figures) {
  expect(windows.length).toBe(one.windows.length)
  const ours = new Map(windows.map((window) => [atomsOf(input, window), window]))
  for (const [at, [node, level, n]] of one.windows.entries()) {
    const window = ours.get(atomsOf(input, { node, level, n }))
    expect(window?.n).toBe(n)
    for (const key of ["T", "delta", "se"] as const) {
      expectClose(window?.[key], expected[key][at] ?? undefined)
    }
  }
}

function atomsOf({ parent, level, n }: ScanInput, window: Window): string {
  const inside = new Set([window.node])
  for (const [m, above] of parent.entries()) if (inside.has(above)) inside.add(m)
  return [...inside].filter((m) => n[m] !== 0 && (level[m] as number) >= window.level).join()
}

function hundredths(ratio: number): number {
  return Math.round(ratio * 100)
}

function expectClose(actual: number | undefined, expected: number | undefined) {
  if (expected === undefined) return expect(actual).toBeUndefined()
  expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)))
}
