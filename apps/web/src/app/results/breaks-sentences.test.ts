import { describe, expect, test } from "vitest"
import { boundary, breaks, companyWithBreaks, found } from "./breaks-example.ts"
import {
  boundarySentence,
  breakAround,
  breaksHeadline,
  findingLabel,
  findingSentence,
  findingSize,
  findingsOf,
  howRare,
  judgedMeasure,
  verdictSentence,
  whereElse,
  wholeBreak,
} from "./breaks-sentences.ts"
import { leaderRelease, release } from "./release-example.ts"

const company = companyWithBreaks()
const judged = (all = breaks(), wanted: string | null = null) => {
  const one = judgedMeasure(all, wanted)
  if (!one) throw new Error("a measure was judged")
  return one
}
const headline = (more: Parameters<typeof breaks>[0]) => {
  const all = breaks(more)
  return breaksHeadline(company, all, judged(all))
}

describe("a confirmed break", () => {
  test("is told with unit, measure, size and layer", () => {
    expect(findingSentence(company, found())).toBe(
      "In Operations, the message is 0.6 scale points lower from layer 4 down than at those layers elsewhere",
    )
  })
  test("on one layer only is told of that layer", () => {
    expect(findingSentence(company, found({ deepestLayer: 4 }))).toBe(
      "In Operations, the message is 0.6 scale points lower on layer 4 than on that layer elsewhere",
    )
  })
  test("whose layer is not sure is told as about, and between which layers", () => {
    const one = found({ between: [3, 4] })
    expect(findingSentence(company, one)).toMatch(/lower from about layer 4 down than at those layers/)
    expect(whereElse(one)).toBe("It begins between layer 3 and 4; the answers cannot tell more exactly.")
    expect(whereElse(found({ between: [3, 6] }))).toMatch(/^It begins somewhere between layer 3 and 6/)
    expect(whereElse(found())).toBe("")
  })
  test("whose gap is hidden, or not there in the plain means, is told in standard deviations", () => {
    const words =
      "In Operations, the message is lower from layer 4 down than at those layers elsewhere: by 0.7 standard deviations"
    expect(findingSentence(company, found({ gap: null, group: null, elsewhere: null, n: null }))).toBe(words)
    expect(findingSentence(company, found({ gap: 0.1 }))).toBe(words)
    expect(findingLabel(found({ gap: null }))).toBe("Break: Operations from layer 4 down, −0.7 SD")
    expect(findingLabel(found({ deepestLayer: 4 }))).toBe("Break: Operations on layer 4, −0.6")
  })
  test("is told roughly where its mean is not told, and no further than one and a half", () => {
    const roughly = { gap: null, n: null, coarse: true as const }
    expect(findingSentence(company, found({ ...roughly, shift: -0.5 }))).toMatch(
      /: by about 0\.5 standard dev/,
    )
    expect(findingSentence(company, found({ ...roughly, shift: -1.5 }))).toMatch(
      /: by 1\.5 or more standard dev/,
    )
    expect(findingSize(found({ ...roughly, shift: -1, shrunk: -0.5 }))).toBe(
      "About 1.0 standard deviations; about 0.5 when the luck of being found is allowed for.",
    )
    expect(findingLabel(found({ ...roughly, shift: -1 }))).toMatch(/, about −1\.0 SD$/)
  })
  test("that may begin elsewhere says where, and counts what is too many to name", () => {
    const or = (count: number) =>
      whereElse(
        found({
          orIn: ["Rail", "Cities", "Safety", "Legal", "People"]
            .slice(0, count)
            .map((name) => ({ unit: name, name })),
        }),
      )
    expect(or(1)).toBe("The answers cannot tell whether it begins in Operations or in Rail.")
    expect(or(2)).toBe("The answers cannot tell whether it begins in Operations, Rail or in Cities.")
    expect(or(4)).toMatch(/begins in Operations, Rail, Cities, Safety or in 1 other unit\.$/)
    expect(or(5)).toMatch(/or in 2 other units\.$/)
  })
  test("is told with its people where these are told", () => {
    expect(findingSize(found())).toBe(
      "0.7 standard deviations; 0.6 when the luck of being found is allowed for. 312 people answered.",
    )
    expect(findingSize(found({ n: 1 }))).toMatch(/1 person answered/)
    expect(findingSize(found({ n: null }))).not.toMatch(/answered/)
  })
  test("in a leader's own unit is called theirs, and only that", () => {
    const own = leaderRelease([], [])
    expect(findingSentence(own, found())).toMatch(/^In Operations, your unit, the message is/)
    expect(findingSentence(own, found({ unit: "unit:9", name: "Depot" }))).toMatch(
      /^In Depot, the message is/,
    )
  })
})

test.each([
  [0.034, "Fewer than 4 of 100"],
  [0.04, "At most 4 of 100"],
  [0.012, "Fewer than 2 of 100"],
  [0.01, "At most 1 of 100"],
  [0.0031, "Fewer than 4 of 1,000"],
  [0.001, "At most 1 of 1,000"],
  [0.00002, "Fewer than 1 of 1,000"],
])("p = %f is never told as rarer than it is: %s", (p, words) => {
  expect(howRare(p)).toBe(`${words} healthy organizations would show this.`)
})

describe("the headline", () => {
  test("is the surest break, with the others named", () => {
    const second = found({ id: "b", unit: "unit:17", name: "Finance", p: 0.002 })
    expect(headline({ findings: [found(), second] })).toEqual({
      headline:
        "In Finance, the message is 0.6 scale points lower from layer 4 down than at those layers elsewhere",
      sure: "At most 2 of 1,000 healthy organizations would show this. Confirmed too: in Operations.",
    })
    const five = ["A", "B", "C", "D", "E"].map((name, at) => found({ id: name, name, p: 0.03 + at / 1000 }))
    expect(headline({ findings: five }).sure).toMatch(/Confirmed too: in B, C, D and 1 other unit\.$/)
  })
  test("is the whole organization's where that breaks", () => {
    const { headline: words, sure } = headline({
      whole: { boundaries: [boundary()], profile: [], leftOut: [] },
    })
    expect(words).toBe(
      "In the whole organization, the message drops by 0.4 scale points between layer 3 and layer 4",
    )
    expect(sure).toMatch(/^Fewer than 2 of 100 .* 95% interval: 0.2 to 0.6\. Confirmed too: in Operations\.$/)
  })
  test("without a finding never says that there is no problem", () => {
    const { headline: words, sure } = headline({ findings: [] })
    expect(words).toBe("No evidence that the message breaks anywhere")
    expect(sure).toMatch(/not the same as no problem/)
    expect(breaksHeadline(leaderRelease([], []), breaks({ findings: [] }), judged()).headline).toBe(
      "No evidence that the message breaks in Operations",
    )
  })
  test("where nothing could be tested says so, and not that there is no evidence", () => {
    const untested = { ...judged(), tested: false, atoms: 1, p: null }
    const { headline: words, sure } = headline({ findings: [], measures: [untested] })
    expect(words).toBe("Too few to tell whether the message breaks anywhere")
    expect(sure).toMatch(/^1 group of people has answers/)
    expect(headline({ findings: [], measures: [{ ...untested, atoms: 6 }] }).sure).toMatch(
      /^6 groups of people have/,
    )
  })
  test("is of the measure asked for, if it was judged", () => {
    const all = company.breaks ?? breaks()
    expect(judgedMeasure(all, "strategy")?.measure).toBe("strategy")
    expect(judgedMeasure(all, "st1")?.measure).toBe("message")
    expect(judgedMeasure({ ...all, measures: [] }, null)).toBeUndefined()
    expect(findingsOf(all, "strategy").map(({ name }) => name)).toEqual(["Finance"])
    expect(breaksHeadline(company, all, judged(all, "strategy")).headline).toMatch(
      /^In Finance, strategy is 0.5/,
    )
    expect(
      wholeBreak(breaks({ whole: { boundaries: [boundary()], profile: [], leftOut: [] } }), "strategy"),
    ).toBeUndefined()
  })
  test("keeps capitals that are none of a sentence", () => {
    const made = release([], [])
    const measures = {
      ...made.measures,
      composites: [{ id: "message", name: "AI readiness", constructs: [] }],
    }
    expect(findingSentence({ ...made, measures }, found())).toMatch(/^In Operations, AI readiness is/)
  })
})

describe("what is no finding", () => {
  test.each([
    ["lower", 0.5, /^Lower than the average, within normal variation/],
    [
      "no-evidence",
      0.5,
      /^No evidence of a break\. A drop of 0\.5 standard deviations would as likely as not/,
    ],
    ["no-evidence", null, /^No evidence of a break\.$/],
    [
      "too-few",
      0.8,
      /^Too few to tell\. A drop of 0\.8 standard deviations would as likely as not have been seen\.$/,
    ],
    [
      "too-few",
      null,
      /^Too few to tell: those who answered there are not enough to be judged by themselves\.$/,
    ],
    ["break", 0.5, /^A confirmed break begins here\.$/],
  ] as const)("%s, detectable %s", (verdict, detectable, words) => {
    expect(verdictSentence({ unit: "unit:1", verdict, detectable })).toMatch(words)
  })
  test("a lower unit inside a confirmed break is not called normal variation", () => {
    const { findings } = company.breaks ?? breaks()
    const inside = breakAround(company, findings, "unit:9")
    expect(inside?.name).toBe("Operations")
    expect(verdictSentence({ unit: "unit:9", verdict: "lower", detectable: 0.7 }, inside)).toBe(
      "It stands inside the confirmed break in Operations.",
    )
    expect(breakAround(company, findings, "unit:14")).toBeUndefined()
    expect(breakAround(company, [found({ fromLayer: 6 })], "unit:10")).toBeUndefined()
    expect(breakAround(company, findings, "unit:99")).toBeUndefined()
  })
  test("each boundary between layers gets its sentence", () => {
    expect(boundarySentence(boundary())).toBe(
      "Between layer 3 and layer 4: a break. Everybody below answers 0.4 scale points lower than a gradual change would have it (95% interval: 0.2 to 0.6). Fewer than 2 of 100 healthy organizations would show this.",
    )
    expect(boundarySentence(boundary({ verdict: "no-evidence" }))).toBe(
      "Between layer 3 and layer 4: no evidence of a drop. A drop of 0.3 scale points would as likely as not have been seen.",
    )
    expect(boundarySentence(boundary({ verdict: "too-few", detectable: 1.2 }))).toMatch(
      /too few to tell\. A drop of 1\.2 scale points .* a smaller one would more likely have been missed\.$/,
    )
  })
})
