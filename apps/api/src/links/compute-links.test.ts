import type { LinkInput } from "@throughline/analysis"
import { expect, test } from "vitest"
import { computeLinks } from "./compute-links.ts"
import { computeHere } from "./tell-links.ts"

/** Small enough to be worked out in a moment, and more than what is worked out here. */
function input(units: number): LinkInput {
  const wave = (factor: number) => Float64Array.from({ length: units }, (_, at) => ((at * factor) % 31) / 10)
  const constructs = [3, 5, 7].map((factor) => ({
    ...{ id: `c${factor}`, name: "", waves: [wave(factor)] },
    sizes: [new Float64Array(units).fill(9)],
  }))
  const kpis = [11, 13].map((factor) => {
    const periods = [wave(factor), wave(factor + 1), wave(factor + 2)]
    return { id: `k${factor}`, name: "", direction: "lower" as const, periods, at: [1] }
  })
  return { units, constructs, kpis, lags: [-1, 0, 1], seed: 7, heads: new Int32Array(units) }
}

test("in a thread of its own it comes to the same, one after the other, and beside much else this thread goes on", async () => {
  // Of each one anew: what is handed over is not there any more.
  const [large, small] = [() => input(1200), () => input(15)]
  const here = await computeHere([[large(), small()], [small()]])
  let turns = 0
  const turning = setInterval(() => turns++, 1)
  const twice = large()
  const both = await Promise.all([computeLinks([[large(), small()], [small()]]), computeLinks([[twice]])])
  clearInterval(turning)
  expect(both).toEqual([here, await computeHere([[large()]])])
  expect(twice.kpis[0]?.periods[0]?.length).toBe(0)
  // Had it been worked out here, no timer would have come in between.
  expect(turns).toBeGreaterThan(2)
  expect(await computeLinks([[small()]])).toEqual([here[1]])
})

test("more than eight that wait are told to come again", async () => {
  const asked = Array.from({ length: 9 }, () => computeLinks([[input(1200)]]).then(() => "done"))
  const said = await Promise.all(asked.map((one) => one.catch(({ code }: { code: string }) => code)))
  expect(said).toEqual([...Array.from({ length: 8 }, () => "done"), "server.busy"])
})
