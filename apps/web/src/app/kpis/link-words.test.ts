import { describe, expect, test } from "vitest"
import { kpiTrouble, leftLabels, leftSurveys, leftUnits } from "./left-out-words.ts"
import { besideText, lagText, linksFinding, neededText, pairDetails, pairFinding } from "./link-words.ts"
import { kpiOf, linksOf, pairOf, unclear, untested } from "./links-example.ts"

const nothingOfWhy = "Units that go together tell nothing of why, and nothing of single people."

describe("all pairs in one sentence", () => {
  test("one link among pairs that cannot be told: what was found, how sure, and what may have been missed", () => {
    const pairs = [pairOf(), pairOf({ ...unclear, lag: 0 }), pairOf({ ...untested, lag: -1 })]
    expect(linksFinding(linksOf({ pairs }), "")).toEqual({
      headline:
        "Of 3 pairs, one link: where mission clarity is higher, on-time delivery is higher in the quarter after the survey",
      sure: `Correlation .62, 95% interval .27 to .82, 22 units. For 1 pair 22 units are too few to tell: a correlation below .57 may well be missed. 1 pair has fewer than 10 units, or one side that is the same everywhere; no correlation is told of it. ${nothingOfWhy}`,
    })
  })

  test("a leader reads of the own unit, and several links name the clearest", () => {
    const pairs = [pairOf({ pearson: -0.5, interval: { low: -0.7, high: -0.2 } }), pairOf({ lag: 0 })]
    expect(linksFinding(linksOf({ pairs }), " in your unit").headline).toBe(
      "Of 2 pairs in your unit, 2 links, the clearest: where mission clarity is higher, on-time delivery is lower in the quarter after the survey",
    )
  })

  test("a summary is named short; of several pairs the most units are named that could not tell", () => {
    const links = linksOf({
      constructs: [
        {
          ...{ id: "mission", name: "The message: mission, vision, strategy", kind: "composite" },
          ...{ told: 22, hidden: 3, bound: 1, reliability: 0.8 },
        },
      ],
      pairs: [
        pairOf(),
        pairOf({ ...unclear, lag: 0 }),
        pairOf({ ...unclear, lag: -1, units: 12, detectable: 0.8 }),
      ],
    })
    const { headline, sure } = linksFinding(links, "")
    expect(headline).toContain("where the message is higher, on-time delivery is higher")
    expect(sure).toContain(
      "For 2 pairs the units are too few to tell: even of 22, the most that any of them has, a correlation below .57 may well be missed.",
    )
  })

  test("nothing found is not said to be nothing there", () => {
    const seen = pairOf({
      pearson: 0.02,
      interval: { low: -0.12, high: 0.16 },
      finding: "no-evidence",
      way: null,
    })
    const mixed = linksFinding(linksOf({ pairs: [seen, pairOf(unclear)] }), "")
    expect(mixed.headline).toBe("Among 2 pairs nothing was found that holds up; for 1 it cannot be told")
    expect(mixed.sure).toContain("In 1 pair a correlation of .30 or more would have been seen, and was not.")
    const none = linksFinding(linksOf({ pairs: [pairOf(unclear)] }), "")
    expect(none.headline).toBe("Whether alignment and the figures go together cannot be told yet")
  })

  test("what would be needed is said where something cannot be told, and nowhere else", () => {
    expect(neededText(linksOf({ pairs: [pairOf(unclear)] }))).toBe(
      "To tell more it takes units: about 34 units for a correlation of .50 and 101 units for a correlation of .30 among so many pairs. Fewer KPIs looked at together, and further surveys with the same questions, help as well.",
    )
    expect(neededText(linksOf())).toBe("")
  })
})

describe("one pair in words that follow the interval", () => {
  const say = (more: Parameters<typeof pairOf>[0]) => pairFinding(linksOf(), pairOf(more))

  test("a link, cannot tell, none seen, too few units and what is the same everywhere", () => {
    expect(say({})).toEqual({
      headline: "Where mission clarity is higher, on-time delivery is higher in the quarter after the survey",
      sure: "Correlation .62, 95% interval .27 to .82, 22 units. Better goes with better. It held up against all pairs and moments together. That units go together says nothing of why, and nothing of single people.",
    })
    expect(say(unclear)).toEqual({
      headline: "Whether on-time delivery and mission clarity go together cannot be told",
      sure: "Correlation .21, 95% interval −.23 to .58, 22 units, in the quarter after the survey. A correlation below .57 may well be missed with 22 units.",
    })
    expect(say({ ...unclear, interval: { low: 0.01, high: 0.5 } }).sure).toContain(
      "The interval leaves out 0, but among so many pairs that comes up by chance, or one unit alone decides it.",
    )
    expect(say({ ...unclear, interval: { low: 0.01, high: 0.5 }, n: 66 }).sure).toContain(
      "or one unit alone decides it, or all units moved together over time.",
    )
    expect(
      say({ pearson: 0, interval: { low: -0.1, high: 0.1 }, finding: "no-evidence", units: 400 }),
    ).toEqual({
      headline: "On-time delivery and mission clarity were not seen to go together",
      sure: "Correlation .00, 95% interval −.10 to .10, 400 units, in the quarter after the survey. A correlation of .30 or more would have been seen; a smaller one may be there.",
    })
    expect(say(untested)).toEqual({
      headline: "6 units cannot tell whether on-time delivery and mission clarity go together",
      sure: "Both are known of 6 units in the quarter after the survey; below 10 no correlation is told, because one unit would decide it.",
    })
    expect(say({ ...untested, units: 30 }).sure).toContain("one of the two is the same everywhere")
  })

  test("no word of cause, proof or of nothing being there, whatever was found", () => {
    const said = [{}, unclear, untested, { finding: "no-evidence" as const }].flatMap((more) => {
      const { headline, sure } = say(more)
      return [headline, sure, ...pairDetails(linksOf(), pairOf(more)).map(({ says }) => says)]
    })
    for (const text of said)
      expect(text).not.toMatch(
        /\bcaus|prov(?:e|es|en)\b|no link|no problem|significan|!|NaN|undefined|null/iu,
      )
  })

  test("the moment is said by the KPI's own periods", () => {
    expect([-1, 0, 1, 2].map((lag) => lagText(lag, { first: "2026-07" }))).toEqual([
      ...["in the month before the survey", "in the month of the survey"],
      ...["in the month after the survey", "2 months after the survey"],
    ])
  })

  test("what stands beside it: influence by name, chance, weights, size, and perfect measurement without interval", () => {
    const details = Object.fromEntries(pairDetails(linksOf(), pairOf()).map(({ name, says }) => [name, says]))
    expect(details).toEqual({
      "Each unit left out in turn":
        "The correlation stays between .51 and .70. Logistics matters most; it is ringed.",
      "By rank only": ".58, 95% .20 to .80: an extreme value counts no more here than the one next to it.",
      "By chance":
        "Units that do not go together show as much in 0.21 of 100 cases; with all pairs taken together it is 4.1 of 100 cases, and a link needs that to be 5 or fewer.",
      Weighted: ".60, where units with more exact scores count more (as much as 18 equal units).",
      "Beside size": ".57, 95% .20 to .80, once large and small units are made comparable.",
      "Under the same head": ".50 over 20 units, compared only with units beside them.",
      "If perfectly measured":
        ".71. Surveys blur what they measure, which makes correlations smaller; this is no finding and has no interval.",
    })
    const fragile = pairOf({ influence: { low: -0.1, high: 0.6, fragile: true, unit: 0 } })
    expect(pairDetails(linksOf(), fragile)[0]?.says).toBe(
      "The correlation stays between −.10 and .60. Without Assembly it would point the other way or nowhere, so nothing is claimed.",
    )
    expect(pairDetails(linksOf(), pairOf(untested))).toEqual([])
  })
})

describe("engagement beside alignment", () => {
  const beside = (kpis: NonNullable<ReturnType<typeof linksOf>["engagement"]>["kpis"]) =>
    besideText(
      linksOf({
        engagement: {
          engagement: { id: "engagement", name: "Engagement" },
          alignment: { id: "message", name: "The message" },
          kpis,
        },
      }),
    )
  const ends = (r: number) => ({ r, low: r - 0.2, high: r + 0.2 })

  test("apart, overlapping, and too few units are three things", () => {
    const one = { kpi: "k1", units: 22, n: 22 }
    expect(beside([{ ...one, engaged: ends(-0.3), aligned: ends(0.5) }])).toBe(
      "With on-time delivery the two lie apart: neither interval reaches the other.",
    )
    expect(beside([{ ...one, engaged: ends(0.3), aligned: ends(0.5) }])).toBe(
      "With the one KPI that both can be set beside their intervals overlap: which of the two goes with the figures more cannot be told.",
    )
    expect(beside([{ ...one, engaged: null, aligned: ends(0.5) }])).toBe(
      "Fewer than 10 units tell engagement, alignment and a KPI; the two cannot be set side by side.",
    )
  })
})

describe("what was left out", () => {
  test("units by reason, surveys, labels by name with how far they fit", () => {
    const links = linksOf({
      labels: {
        unmapped: ["Werk 9"],
        cutsAcross: [
          { label: "Sales", unit: "Sales North", share: 0.62 },
          { label: "IT", unit: null, share: null },
        ],
      },
    })
    expect(leftUnits(links)).toEqual([
      "3 units are hidden or were not asked",
      "1 unit is told only as “at least” or “at most”, which cannot be correlated",
      "2 units have no KPI value",
    ])
    expect(leftSurveys(links)).toBe(
      "Not taken together with this survey: 1 survey was imported, without an org chart.",
    )
    expect(leftLabels(links)).toEqual({
      unmapped: "1 label of your KPI files stands for no unit yet: Werk 9.",
      cutsAcross: [
        "Sales cuts across: 62% of it is Sales North, and at least 80% would be needed.",
        "IT cuts across the units of this survey.",
      ],
    })
  })

  test("constant, empty, short and misplaced KPIs are each said as what they are", () => {
    expect(kpiTrouble(kpiOf())).toBeUndefined()
    expect(kpiTrouble(kpiOf({ state: "short", units: 7 }))).toBe(
      "7 units only; below 10 no correlation is told",
    )
    const refused = (["empty", "constant", "unmapped", "cuts-across", "elsewhere", "no-period"] as const).map(
      (reason) => kpiTrouble(kpiOf({ state: "refused", refused: reason })),
    )
    expect(new Set(refused).size).toBe(6)
    expect(refused[1]).toBe("is the same in every unit, so nothing can go with it")
  })
})
