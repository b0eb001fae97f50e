import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { CodedPriorities, StoredRelease } from "../../releases/stored-release.ts"
import { madeUpSurvey } from "../../releases/testing.ts"
import { auditCoded } from "./audit-coded.ts"
import { makeCoded, standing, type TwiceCoded } from "./make-coded.ts"

const survey = madeUpSurvey({ seed: 4, people: 160, missing: 0 })
if (survey === null) throw new Error("no survey")
const first = { ...survey.release, uncounted: 0 } as StoredRelease
const official = ["p1", "p3", "p6"]
const options = ["p1", "p2", "p3", "p4", "p5", "p6"].map((id) => ({ id, text: id }))
const question = { id: "top-priority", text: "In your own words?", options }
const groups = [0, 1, 2, 3].map((id) => ({ id, label: `Group ${id}`, respondents: 100 }))

const findings = (coded: CodedPriorities, texts: readonly TwiceCoded[], earlier: StoredRelease[] = []) =>
  auditCoded({ ...first, codedPriorities: coded }, earlier, texts, official).map(({ code }) => code)

const some = (people: number, coarse: number, code: string, other = code, settled: string | null = null) =>
  Array.from(
    { length: people },
    (_, at): TwiceCoded => ({
      ...{ id: `${coarse}/${code}/${other}/${at}`, coarse, codes: [code, other], settled },
    }),
  )
const made = (texts: readonly TwiceCoded[], least?: number) => {
  const coded = makeCoded(question, official, groups, texts, least)
  if (coded === null) throw new Error("nothing made")
  return coded
}

test("shares by group in steps of five, and of the smaller groups together", () => {
  const texts = [
    ...some(10, 0, "p1"),
    ...some(14, 0, "other"),
    ...some(30, 1, "p3", "p2", "p3"),
    ...some(12, 2, "cannot-tell"),
    ...some(9, 3, "p6", "p6"),
  ]
  const coded = made(texts)
  expect(coded.groups).toEqual([
    { group: 0, label: "Group 0", texts: 24, official: 40 },
    { group: 1, label: "Group 1", texts: 30, official: 95 },
    { group: null, label: "Smaller groups, taken together", texts: 21, official: 45 },
  ])
  expect(coded.agreement?.same).toBe(60)
  // 24 x 40 + 30 x 95 + 21 x 45 of 7,500; the truth is 49 of 75.
  expect(coded.whole).toMatchObject({ texts: 75, official: 63 })
  expect(coded.whole.low).toBeLessThan(65)
  expect(coded.whole.high).toBeGreaterThan(66)
  expect(findings(coded, texts)).toEqual([])
})

test("where what is left over is fewer than twenty the smallest group joins it", () => {
  const texts = [...some(25, 0, "p1"), ...some(40, 1, "p2"), ...some(3, 2, "p1")]
  expect(made(texts).groups.map(({ group, texts }) => [group, texts])).toEqual([
    [1, 40],
    [null, 28],
  ])
  const few = [...some(22, 0, "p1"), ...some(3, 2, "other")]
  expect(made(few).groups).toEqual([{ group: null, label: "Everybody who wrote", texts: 25, official: 90 }])
})

test("nothing is told of fewer than twenty, of a text one has not coded, or on which they differ", () => {
  const enough = some(20, 0, "p1")
  expect(makeCoded(question, official, groups, enough)).not.toBeNull()
  expect(makeCoded(question, official, groups, enough.slice(1))).toBeNull()
  const open: TwiceCoded = { id: "x", coarse: 0, codes: ["p1"], settled: null }
  expect(makeCoded(question, official, groups, [...enough, open])).toBeNull()
  expect(makeCoded(question, official, groups, [...enough, ...some(1, 0, "p1", "p2")])).toBeNull()
  expect(standing({ ...open, codes: ["p1", "p2"], settled: "other" })).toBe("other")
  // What both say alike stands, whatever was settled before.
  expect(standing({ ...open, codes: ["p1", "p1"], settled: "other" })).toBe("p1")
})

const arbitrary = fc.array(
  fc.record({ coarse: fc.nat(3), code: fc.constantFrom("p1", "p2", "p3", "other"), differ: fc.boolean() }),
  { minLength: 20, maxLength: 160 },
)

test("whatever is written and coded, the audit finds nothing, and no difference of figures is of fewer than twenty", () => {
  fc.assert(
    fc.property(arbitrary, (list) => {
      const texts = list.map(
        ({ coarse, code, differ }, at): TwiceCoded => ({
          ...{ id: String(at), coarse, codes: [code, differ ? "cannot-tell" : code] },
          settled: differ ? code : null,
        }),
      )
      const coded = made(texts)
      expect(findings(coded, texts)).toEqual([])
      for (const group of coded.groups) expect(group.texts).toBeGreaterThanOrEqual(20)
      expect(coded.groups.reduce((sum, group) => sum + group.texts, 0)).toBe(texts.length)
      const named = texts.filter((text) => official.includes(standing(text) ?? "")).length
      const exact = (100 * named) / texts.length
      expect(coded.whole.low).toBeLessThanOrEqual(Math.ceil(exact))
      expect(coded.whole.high).toBeGreaterThanOrEqual(Math.floor(exact))
    }),
  )
})

test("with the gate off a share of three people is told, and the audit finds it", () => {
  const texts = [...some(25, 0, "p1"), ...some(3, 2, "other")]
  const loose = made(texts, 1)
  expect(loose.groups).toContainEqual({ group: 2, label: "Group 2", texts: 3, official: 5 })
  expect(findings(loose, texts)).toContain("small-share")
})

test("the audit finds exact shares, shares of other texts, unsettled texts, words beside shares, and a second telling", () => {
  const texts = [...some(12, 0, "p1"), ...some(18, 0, "other"), ...some(24, 1, "p2")]
  const coded = made(texts)
  const [one, ...rest] = coded.groups
  if (one === undefined) throw new Error("no group")
  const withGroup = (part: Partial<typeof one>) => ({ ...coded, groups: [{ ...one, ...part }, ...rest] })
  expect(findings(withGroup({ official: 100 }), texts)).toContain("fine-share")
  expect(findings(withGroup({ official: 41 }), texts)).toContain("fine-share")
  expect(findings(withGroup({ official: 50 }), texts)).toContain("wrong-share")
  expect(findings(withGroup({ texts: 29 }), texts)).toContain("overlapping")
  expect(findings({ ...coded, whole: { ...coded.whole, official: 1 } }, texts)).toEqual(["wrong-share"])
  expect(findings({ ...coded, groups: [...coded.groups, one] }, texts)).toContain("overlapping")
  expect(findings(coded, [...texts.slice(1), ...some(1, 0, "p1", "p2")])).toContain("unsettled")

  const words = (id: string): StoredRelease => ({
    ...first,
    comments: {
      groups: [],
      questions: [{ id, text: "", counts: [], comments: [{ topic: null, group: null, text: "x" }] }],
    },
  })
  expect(findings(coded, texts, [words("top-priority")])).toEqual(["with-words"])
  expect(findings(coded, texts, [words("comment-helps")])).toEqual([])
  // A correction of one text: whoever has both releases would know of its group what that one says.
  const [moved, ...others] = texts
  const corrected = [{ ...(moved as TwiceCoded), codes: ["p2", "p2"] }, ...others]
  const before = { ...first, codedPriorities: coded }
  expect(findings(made(corrected), corrected, [before])).toContain("told-before")
  expect(findings(coded, texts, [before])).toEqual([])
  expect(auditCoded(first, [before], texts, official)).toEqual([{ code: "told-before" }])
})
