import { describe, expect, test } from "vitest"
import { normalFrom, seeded } from "../random.ts"
import { atomNodes } from "./atom-nodes.ts"
import { scanInput } from "./people.ts"
import { nullMaxima, scanTree } from "./scan.ts"
import type { ScanInput } from "./types.ts"

/**
 * Six units of 60 under the head, in 5 departments each of 2 teams: 6 people answered in a team, on a scale of
 * points around 3.5. `shift` is added below unit 1 (node 1), from the given level of managers down.
 */
function company({ seed = 1, shift = 0, from = 2, department = 0.1, team = 0.1 } = {}) {
  const normal = normalFrom(seeded(seed))
  const parent = [-1]
  const level = [0]
  const effect = [0]
  const hang = (below: number, size: number, spread: number) => {
    for (let child = 0; child < size; child++) {
      parent.push(below)
      level.push((level[below] as number) + 1)
      effect.push((effect[below] as number) + spread * normal())
    }
  }
  hang(0, 6, 0)
  for (let unit = 1; unit <= 6; unit++) hang(unit, 5, department)
  for (let office = 7; office <= 36; office++) hang(office, 2, team)
  const below = (node: number): boolean => node === 1 || (node > 0 && below(parent[node] as number))
  const atom: number[] = []
  const score: number[] = []
  for (const node of parent.keys()) {
    for (let person = 0; person < 6; person++) {
      const broken = below(node) && (level[node] as number) >= from ? shift : 0
      atom.push(node)
      score.push(3.5 + (effect[node] as number) + broken + normal())
    }
  }
  const nodes = { parent: Int32Array.from(parent), level: Int32Array.from(level) }
  return scanInput(nodes, Int32Array.from(atom), Float64Array.from(score)) as ScanInput
}

describe("tree scan", () => {
  test("finds the unit below which the message breaks off, and says between which levels it may lie", () => {
    const result = scanTree(company({ shift: -0.6, seed: 2 }), { seed: 5, replicates: 199 })
    const [first, ...others] = result.breaks
    const found = result.windows[first?.window ?? -1]
    expect(found?.node).toBe(1)
    expect(found?.n).toBeGreaterThanOrEqual(60)
    expect(first?.pFamily).toBeLessThanOrEqual(0.04)
    expect(found?.pFamily).toBe(first?.pFamily)
    expect(first?.delta).toBeLessThan(-0.4)
    // Shrunk towards 0, on the same side; the gap is in points, whose standard deviation within a level is about 1.
    expect(first?.shrunk).toBeLessThan(-0.1)
    expect(first?.shrunk).toBeGreaterThan(first?.delta as number)
    expect(Math.abs((first?.gap as number) + 0.6)).toBeLessThan(0.35)
    const planted = result.windows.findIndex(({ node, level }) => node === 1 && level === 2)
    expect(first?.boundarySet).toContain(planted)
    const T = result.windows.map((window) => window.T ?? 0)
    const least = Math.sqrt((first?.T ?? 0) ** 2 - 3.84)
    expect(first?.boundarySet).toEqual([...T.keys()].filter((w) => (T[w] as number) >= least - 1e-12))
    expect(first?.boundarySet.length).toBeGreaterThan(1)
    // What is broken was set aside, so that it did not count as natural variation.
    expect(result.windows[result.setAside[0] ?? -1]?.node).toBe(1)
    expect(result.fitted.a).toBeLessThan(result.natural.a)
    expect(others).toEqual([])
  })

  test("finds a second broken unit once the first has a mean of its own", () => {
    const input = company({ shift: -1.2 })
    // Unit 4 as well: its departments (nodes 22 to 26) and what is below.
    const mean = input.mean.map((value, node) => {
      const office = (input.level[node] as number) === 3 ? (input.parent[node] as number) : node
      return office >= 22 && office <= 26 ? value - 1.2 : value
    })
    const { breaks, windows } = scanTree({ ...input, mean }, { seed: 5, replicates: 199 })
    expect(breaks.map(({ window }) => windows[window]?.node).sort()).toEqual([1, 4])
  })

  test("of 24 healthy companies in which managers differ, few raise an alarm", () => {
    let alarms = 0
    for (let seed = 0; seed < 24; seed++) {
      const input = company({ seed: 100 + seed, department: 0.25, team: 0.2 })
      if (scanTree(input, { seed, replicates: 149 }).breaks.length > 0) alarms++
    }
    // P(more than 4 of 24) is .005 at a rate of 5%.
    expect(alarms).toBeLessThanOrEqual(4)
  })

  test("is the same for the same seed, however its replicates are shared out, and differs for another", () => {
    const input = company({ shift: -0.4 })
    const whole = scanTree(input, { seed: 9, replicates: 60 })
    const parts = [
      nullMaxima(input, { seed: 9, from: 0, to: 17 }),
      nullMaxima(input, { seed: 9, from: 17, to: 60 }),
    ]
    const maxima = Float64Array.from(parts.flatMap((part) => [...part]))
    expect(scanTree(input, { seed: 9, replicates: 60, maxima })).toEqual(whole)
    expect(nullMaxima(input, { seed: 10, from: 0, to: 17 })).not.toEqual(parts[0])
  })

  test("does not depend on the unit or the origin of the scores, nor on the order of siblings", () => {
    const input = company({ shift: -0.8 })
    const given = { ...input, residuals: undefined, points: undefined }
    const whole = scanTree(given, { seed: 2, replicates: 60 })
    const other = scanTree(
      { ...given, mean: given.mean.map((z) => 50 + 4 * z), variance: 16 * given.variance, deviation: 4 },
      { seed: 2, replicates: 60 },
    )
    for (const [w, window] of whole.windows.entries()) {
      expect(other.windows[w]?.T).toBeCloseTo(window.T as number, 9)
      expect(other.windows[w]?.delta).toBeCloseTo(4 * (window.delta as number), 9)
      expect(other.windows[w]?.pFamily).toBe(window.pFamily)
      expect(other.windows[w]?.power).toBeCloseTo(window.power as number, 9)
    }
    // Nodes of the last level in reverse; no window starts there.
    const size = input.parent.length
    const order = Int32Array.from({ length: size }, (_, m) => (m < 37 ? m : size - 1 - (m - 37)))
    const turned = scanTree(
      {
        ...given,
        parent: order.map((m) => given.parent[m] as number),
        n: order.map((m) => given.n[m] as number),
        mean: Float64Array.from(order, (m) => given.mean[m] as number),
      },
      { seed: 2, replicates: 60 },
    )
    for (const window of whole.windows) {
      const same = turned.windows.find(({ node, level }) => node === window.node && level === window.level)
      expect(same?.T).toBeCloseTo(window.T as number, 9)
    }
  })

  test("says of a small window that half a standard deviation would not have been seen there", () => {
    const { windows } = scanTree(company(), { seed: 3, replicates: 199 })
    const power = (node: number) =>
      windows.find((one) => one.node === node && one.level === (node < 7 ? 1 : 2))?.power
    const [unit, office] = [power(1) as number, power(7) as number]
    expect(unit).toBeGreaterThan(office)
    expect(office).toBeLessThan(0.5)
    expect(office).toBeGreaterThan(0)
  })

  test("below 30 atoms describes and tests nothing", () => {
    const input = company({ shift: -2 })
    const some = { ...input, n: input.n.map((n, m) => (m < 29 ? n : 0)) }
    const result = scanTree(some, { seed: 1, replicates: 60 })
    expect(result.tested).toBe(false)
    expect(result.atoms).toBe(29)
    expect(result.breaks).toEqual([])
    expect(result.windows.length).toBeGreaterThan(0)
    expect(result.windows.every(({ pFamily, power }) => pFamily === undefined && power === undefined)).toBe(
      true,
    )
    expect(result.windows.some(({ T }) => T !== undefined)).toBe(true)
  })

  test("has nothing to say where nobody is below anybody", () => {
    const nodes = { parent: Int32Array.of(-1), level: Int32Array.of(0) }
    const input = scanInput(nodes, Int32Array.of(0, 0, 0), Float64Array.of(1, 2, 5)) as ScanInput
    expect(scanTree(input, { seed: 1, replicates: 60 })).toMatchObject({
      tested: false,
      windows: [],
      breaks: [],
    })
    expect(nullMaxima(input, { seed: 1, from: 0, to: 9 })).toEqual(new Float64Array())
  })

  test("tells how far it is and stops when it is cancelled", () => {
    const told: number[] = []
    const stop = new AbortController()
    const cancelled = () =>
      scanTree(company(), {
        ...{ seed: 1, replicates: 500, signal: stop.signal },
        onProgress: (done) => {
          told.push(done)
          if (done === 20) stop.abort(new Error("enough"))
        },
      })
    expect(cancelled).toThrow("enough")
    expect(told).toEqual([0, 10, 20])
  })
})

describe("atoms in the tree", () => {
  // 0 over 1 and 2; 1 over 3, 4, 5; 3 over 6 and 7; 2 over 8.
  const parent = Int32Array.of(-1, 0, 0, 1, 1, 1, 3, 3, 2)
  const level = Int32Array.of(0, 1, 1, 2, 2, 2, 3, 3, 2)

  test("a merged atom hangs under the lowest manager common to its teams, a single team on its own", () => {
    const {
      parent: parents,
      level: levels,
      node,
      merged,
      own,
      inherited,
    } = atomNodes(parent, level, [
      { managers: [2], invited: [9] },
      { managers: [3, 4, 5], invited: [4, 2, 2] },
      { managers: [6, 7, 8], invited: [1, 1, 2] },
    ])
    expect([...node]).toEqual([2, 9, 10])
    expect([...parents].slice(9)).toEqual([1, 0])
    expect([...levels].slice(9)).toEqual([2, 3])
    expect([...(merged ?? [])]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
    // 1/2, 1/4, 1/4; then 1/4, 1/4, 1/2.
    expect([...(own ?? [])].slice(9)).toEqual([0.375, 0.375])
    // The second: 6 and 7 by 1/4 each, 3 and 1 by 1/2 each, 8 and 2 by 1/2 each.
    expect([...(inherited ?? [])].slice(9)).toEqual([0.375, 2 / 16 + 2 / 4 + 2 / 4])
  })

  test("its variance, and what it shares with others, are those of the teams it is made of", () => {
    // By simulation-free algebra: a_j as a sum over the path, effects of unit variance.
    const teams = { managers: [6, 7, 4 + 4], invited: [3, 2, 5] }
    const path = (m: number): number[] => (m === 0 ? [] : [m, ...path(parent[m] as number)])
    const weight = new Map<number, number>()
    for (const [at, manager] of teams.managers.entries()) {
      for (const u of path(manager)) weight.set(u, (weight.get(u) ?? 0) + (teams.invited[at] as number) / 10)
    }
    const variance = [...weight.values()].reduce((sum, share) => sum + share ** 2, 0)
    const nodes = atomNodes(parent, level, [teams])
    expect(nodes.parent[9]).toBe(0)
    expect(nodes.inherited?.[9]).toBeCloseTo(variance, 12)
  })

  test("no window starts at a merged atom, but it belongs to those of the managers above it", () => {
    const nodes = atomNodes(parent, level, [{ managers: [3, 4, 5], invited: [1, 1, 1] }])
    const atom = Int32Array.from({ length: 40 }, (_, at) => (at < 12 ? 9 : at % 3))
    const input = scanInput(
      nodes,
      atom,
      Float64Array.from(atom, (m, at) => m + (at % 5)),
    ) as ScanInput
    const { windows } = scanTree(input, { seed: 1, replicates: 60 })
    expect(windows.map(({ node, level, n }) => [node, level, n])).toEqual([
      [1, 1, (input.n[1] as number) + 12],
      [1, 2, 12],
    ])
  })
})
