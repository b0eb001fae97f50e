import { expect, test } from "vitest"
import {
  type AnalysisInput,
  analyse,
  audit,
  type FoundBreaks,
  findBreaks,
  type RunScans,
  type ScanResult,
  scanHere,
} from "../../packages/analysis/src/index.ts"
import { evenSpans, madeUpCompany, type Plant } from "./company.ts"

const judge = async (input: AnalysisInput, replicates = 99) => {
  const breaks = await findBreaks(input, scanHere, replicates)
  const judged = { ...input, ...(breaks === undefined ? {} : { breaks }) }
  return { input: judged, release: analyse(judged) }
}

const company = (plants: readonly Plant[]) => madeUpCompany(7, 1200, plants)

test("a break is found in the right unit, told of a group and of the same layers elsewhere, and the audit is empty", async () => {
  const { input, broken } = company([{ unit: 2, fromLayer: 4, by: 1 }])
  const { input: judged, release } = await judge(input)
  const [first, ...others] = release.breaks?.findings ?? []
  expect(others).toEqual([])
  expect(first?.unit).toBe(`unit:${broken[0]}`)
  expect(first?.name).toBe(`Unit ${broken[0]}`)
  expect(first?.measure).toBe("message")
  const [from = 0, to = 0] = first?.between ?? []
  expect(from <= 4 && 4 <= to).toBe(true)
  expect(first?.gap).toBeLessThan(-0.5)
  expect(first?.shift).toBeLessThan(-0.6)
  expect(first?.shrunk).toBeGreaterThan(first?.shift ?? 0)
  expect(first?.p).toBeLessThanOrEqual(0.04)
  const groups = new Map(release.groups.map((group) => [group.id, group]))
  const own = groups.get(first?.group ?? "")
  const elsewhere = groups.get(first?.elsewhere ?? "")
  expect(own?.cells.message).toMatchObject({ state: "shown", n: first?.n })
  expect(elsewhere?.kind).toBe("elsewhere")
  const mean = (cell: unknown) => (cell as { mean: number }).mean
  expect(mean(own?.cells.message)).toBeLessThan(mean(elsewhere?.cells.message))
  expect(release.breaks?.units.find(({ unit }) => unit === first?.unit)?.verdict).toBe("break")
  expect(audit(release, judged)).toEqual([])
})

test("a healthy company has none, and no unit of it has one", async () => {
  const { release } = await judge(company([]).input)
  expect(release.breaks?.findings).toEqual([])
  expect(release.breaks?.measures).toMatchObject([
    { measure: "message", primary: true, tested: true },
    { measure: "c0", primary: false },
    { measure: "c1", primary: false },
    { measure: "c2", primary: false },
  ])
  expect(release.breaks?.units.length).toBeGreaterThan(10)
  expect(release.breaks?.units.map(({ verdict }) => verdict)).not.toContain("break")
  expect(release.groups.some(({ kind }) => kind === "window" || kind === "elsewhere")).toBe(false)
})

test("in a small company nothing is tested, and that is said of every unit", async () => {
  const { release } = await judge(madeUpCompany(3, 300, [{ unit: 2, fromLayer: 3, by: 2 }]).input)
  expect(release.breaks?.measures.every(({ tested, p }) => !tested && p === null)).toBe(true)
  expect(release.breaks?.findings).toEqual([])
  expect(release.breaks?.whole).toBeNull()
  const units = release.breaks?.units ?? []
  expect(units.length).toBeGreaterThan(0)
  for (const one of units) expect(one).toMatchObject({ verdict: "too-few", detectable: null })
})

const inOneTopic = () => madeUpCompany(4, 1200, [{ unit: 2, fromLayer: 4, by: 1.2, constructs: [1] }])

test("a break of one topic only is found, its p raised for the number of topics", async () => {
  const { input, broken } = inOneTopic()
  const { input: judged, release } = await judge(input, 499)
  const own = release.breaks?.findings.filter(({ measure }) => measure === "c1") ?? []
  expect(own.map(({ unit }) => unit)).toEqual([`unit:${broken[0]}`])
  expect(release.breaks?.findings.some(({ measure }) => measure === "c0" || measure === "c2")).toBe(false)
  const [, , least = 0] = await leastP(input)
  expect(own[0]?.p).toBeCloseTo(3 * least, 3)
  expect(audit(release, judged)).toEqual([])
})

test("with too few replicates to make up for the number of topics none of them raises an alarm", async () => {
  const found = await findBreaks(inOneTopic().input, scanHere, 99)
  const topic = found?.measures.find(({ measure }) => measure === "c1")
  expect(topic?.p).toBeGreaterThan(0.04)
  expect(topic?.breaks).toEqual([])
})

test("without a composite no topic is the primary one, and all share the error rate", async () => {
  const { input } = inOneTopic()
  const found = await findBreaks({ ...input, measures: { ...input.measures, composites: [] } }, scanHere, 19)
  expect(found?.measures.map(({ measure, primary }) => [measure, primary])).toEqual([
    ["c0", false],
    ["c1", false],
    ["c2", false],
  ])
})

test("what could have been seen is told for the error rate that a topic has to share", async () => {
  const { input } = inOneTopic()
  const detectable = async (constructs: typeof input.measures.constructs) => {
    const found = await findBreaks({ ...input, measures: { constructs, composites: [] } }, scanHere, 499)
    return found?.measures[0]?.detectable ?? new Map<number, number>()
  }
  const alone = await detectable(input.measures.constructs.slice(0, 1))
  const shared = await detectable(input.measures.constructs)
  const ratios = [...shared].map(([unit, shift]) => shift / (alone.get(unit) as number))
  expect(ratios.length).toBeGreaterThan(10)
  expect(Math.min(...ratios)).toBeGreaterThan(1)
})

/** Smallest family-wise p of each scan, as it comes. */
async function leastP(input: AnalysisInput): Promise<number[]> {
  let results: ScanResult[] = []
  await findBreaks(
    input,
    async (...given) => {
      results = await scanHere(...given)
      return results
    },
    499,
  )
  return results.map(({ windows }) => Math.min(...windows.map(({ pFamily }) => pFamily ?? 1)))
}

test("the same answers in another order and the same seed find the same, another seed not quite", async () => {
  const { input } = company([{ unit: 2, fromLayer: 4, by: 0.6 }])
  const { atom, items, ...rest } = input.observations
  const turned = {
    ...input,
    observations: { ...rest, atom: atom.toReversed(), items: items.map((column) => column.toReversed()) },
  }
  const found = await findBreaks(input, scanHere, 59)
  expect(await findBreaks(turned, scanHere, 59)).toEqual(found)
  const p = (one: FoundBreaks | undefined) => one?.measures.map(({ p }) => p)
  expect(p(await findBreaks({ ...input, seed: 8 }, scanHere, 59))).not.toEqual(p(found))
})

test("no break, and nothing that could have been seen, is said of fewer people than k", async () => {
  const { input } = company([{ unit: 2, fromLayer: 4, by: 1 }])
  const sizes = async (k: number) => {
    let least = Number.POSITIVE_INFINITY
    await findBreaks({ ...input, survey: { ...input.survey, k } }, async (scans, options) => {
      const results = await scanHere(scans, { ...options, replicates: 9 })
      least = Math.min(least, ...results.flatMap(({ windows }) => windows.map(({ n }) => n)))
      return results
    })
    return least
  }
  expect(await sizes(5)).toBe(10)
  expect(await sizes(30)).toBeGreaterThanOrEqual(30)
})

test("a release does not say by the order of its groups which of two breaks was found first", async () => {
  const { input } = company([{ unit: 2, fromLayer: 4, by: 1 }])
  const found = await findBreaks(input, scanHere, 99)
  const [primary, ...others] = found?.measures ?? []
  const [one] = primary?.breaks ?? []
  if (found === undefined || primary === undefined || one === undefined) throw new Error("nothing found")
  const units = input.groupings.flatMap(({ kind, unit, depth }) =>
    kind === "unit" && depth === 1 ? unit : [],
  )
  const another = { ...one, unit: units.find((unit) => unit !== one.unit) as number }
  const release = (breaks: (typeof one)[]) =>
    analyse({ ...input, breaks: { ...found, measures: [{ ...primary, breaks }, ...others] } })
  expect(release([one, another]).groups.filter(({ kind }) => kind === "elsewhere").length).toBe(2)
  expect(release([another, one])).toEqual(release([one, another]))
})

test("every scan has a seed of its own", async () => {
  let given: readonly number[] = []
  const run: RunScans = (scans, options) => {
    given = options.seeds
    return scanHere(scans, { ...options, replicates: 9 })
  }
  await findBreaks(company([]).input, run)
  expect(given.length).toBe(4)
  expect(new Set(given).size).toBe(4)
})

test("a drop in the whole organization is found where it is, though no unit has one", async () => {
  const { input } = madeUpCompany(11, evenSpans([5, 9, 4, 3, 2]), [{ unit: 1, fromLayer: 5, by: 0.8 }])
  const { input: judged, release } = await judge(input, 19)
  const { whole } = release.breaks ?? {}
  const found = whole?.boundaries.filter(({ verdict }) => verdict === "break") ?? []
  expect(found.map(({ fromLayer, toLayer }) => [fromLayer, toLayer])).toEqual([[4, 5]])
  expect(found[0]?.drop).toBeGreaterThan(0.3)
  expect(found[0]?.low).toBeGreaterThan(0)
  expect(whole?.profile.map(({ layer }) => layer)).toEqual([3, 4, 5, 6])
  expect(audit(release, judged)).toEqual([])
})
