import { expect, test } from "vitest"
import { seeded } from "../random.ts"
import { links } from "./links.ts"
import type { LinkConstruct, LinkKpi } from "./types.ts"

const random = seeded(11)
const row = (units: number) => Float64Array.from({ length: units }, () => Math.round(random() * 40) / 10)

test("constructs that are known of other units stand in inputs of their own, and are the same family", () => {
  const units = 14
  const kpis = ["k", "l"].map(
    (id): LinkKpi => ({ id, name: id, direction: "higher", periods: [row(units)], at: [0] }),
  )
  const constructs = ["a", "b"].map((id): LinkConstruct => ({ id, name: id, waves: [row(units)] }))
  const rest = { units, kpis, lags: [0], seed: 3 }
  const together = links({ ...rest, constructs })
  // The first alone, the second over the last twelve units, told in other places.
  const [a, b] = constructs as [LinkConstruct, LinkConstruct]
  const fewer = (values: Float64Array) => values.slice(2)
  const apart = links(
    { ...rest, constructs: [a] },
    {
      ...{ units: units - 2, lags: [0], seed: 3, constructs: [{ ...b, waves: b.waves.map(fewer) }] },
      kpis: kpis.map((kpi) => ({ ...kpi, periods: kpi.periods.map(fewer) })),
    },
  )
  const of = (pairs: typeof apart, construct: string) =>
    pairs.filter((pair) => pair.construct === construct).sort((one, other) => (one.kpi < other.kpi ? -1 : 1))
  // What hangs on the pair alone is as it was, and so is what hangs on how many are in the family.
  const own = (pairs: typeof apart) =>
    pairs.map(({ pAdjusted: _, q: __, finding: ___, way: ____, ...pair }) => pair)
  expect(own(of(apart, "a"))).toEqual(own(of(together, "a")))
  expect(of(apart, "b").map(({ n }) => n)).toEqual([12, 12])
  const p = apart.map((pair) => pair.p as number).toSorted((one, other) => one - other)
  // Holm over the four of them, by hand.
  let most = 0
  const holm = p.map((one, at) => {
    most = Math.max(most, Math.min(1, one * (4 - at)))
    return most
  })
  expect(apart.map((pair) => pair.pAdjusted).sort((one, other) => (one ?? 0) - (other ?? 0))).toEqual(holm)
  // In families of their own each would have had to stand against two only.
  expect(links({ ...rest, constructs: [a] }).map(({ detectable }) => detectable)).not.toEqual(
    of(apart, "a").map(({ detectable }) => detectable),
  )
})
