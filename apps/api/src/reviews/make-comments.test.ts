import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { StoredRelease } from "../releases/stored-release.ts"
import { madeUpSurvey } from "../releases/testing.ts"
import { auditComments } from "./audit-comments.ts"
import { coarseGroups } from "./coarse-groups.ts"
import { type Cells, countTopics } from "./count-topics.ts"
import { type MadeComments, makeComments, type ReviewedComment } from "./make-comments.ts"

const survey = madeUpSurvey({ seed: 4, people: 160, missing: 0 })
if (survey === null) throw new Error("no survey")
const first = { ...survey.release, uncounted: 0 } as StoredRelease
const groups = coarseGroups(first.atoms, survey.chart)
const { k } = first.survey
const questions = [
  { id: "q1", text: "What helps?" },
  { id: "q2", text: "What hinders?" },
]

const arbitrary = fc
  .array(
    fc.record({
      question: fc.constantFrom("q1", "q2"),
      coarse: fc.nat(groups.length - 1),
      topic: fc.constantFrom(null, "Pay", "pay", "Tools", "Rooms"),
      decision: fc.constantFrom("open" as const, "release" as const, "keep" as const),
    }),
    { maxLength: 120 },
  )
  .map((list) =>
    list.map(
      (one, at): ReviewedComment => ({
        ...one,
        ...{ id: String(at), body: `Ask Anna ${at}`, redactions: [{ from: 4, to: 8 }] },
      }),
    ),
  )

const release = (made: MadeComments): StoredRelease => ({ ...first, comments: made.told })
const findings = (made: MadeComments, comments: readonly ReviewedComment[], earlier: readonly Cells[] = []) =>
  auditComments(release(made), first, comments, [...earlier, made.cells]).map(({ code }) => code)

test("whatever is written, coded and released, the audit finds nothing", () => {
  expect(groups.length).toBeGreaterThan(2)
  fc.assert(
    fc.property(arbitrary, (comments) => {
      const made = makeComments(questions, groups, comments, k)
      expect(findings(made, comments)).toEqual([])
      const texts = made.told.questions.flatMap((question) => question.comments.map(({ text }) => text))
      expect(texts.join()).not.toContain("Anna")
    }),
  )
})

test("nor when the reviewers change their minds, release after release", () => {
  fc.assert(
    fc.property(arbitrary, fc.infiniteStream(fc.constantFrom(null, "Pay", "Tools")), (comments, topics) => {
      const earlier: Cells[] = []
      for (let time = 0; time < 3; time++) {
        const now = comments.map((one) => ({ ...one, topic: topics.next().value ?? null }))
        const made = makeComments(questions, groups, now, k, earlier)
        expect(findings(made, now, earlier)).toEqual([])
        earlier.push(made.cells)
      }
    }),
    { numRuns: 50 },
  )
})

describe("the audit finds", () => {
  const written = (people: number, more: Partial<ReviewedComment> = {}): ReviewedComment[] =>
    Array.from({ length: people }, (_, at) => ({
      ...{ id: `${at}${JSON.stringify(more)}`, question: "q1", coarse: 0, body: `Ask Anna ${at}` },
      ...{ decision: "release" as const, topic: "Pay", redactions: [{ from: 4, to: 8 }] },
      ...more,
    }))

  test("one person's change of topic, when later counts are not judged together with the earlier ones", () => {
    const before = [...written(6), ...written(9, { topic: "Tools" })]
    const after = before.map((one, at) => (at === 0 ? { ...one, topic: "Tools" } : one))
    const [was] = [makeComments(questions, groups, before, k)]
    // Judged alone: the difference of two counts is the one comment that was coded anew.
    const alone = makeComments(questions, groups, after, k)
    expect(findings(alone, after, [was.cells])).toContain("compared")
    const together = makeComments(questions, groups, after, k, [was.cells])
    expect(findings(together, after, [was.cells])).toEqual([])
    expect(together.told.questions[0]?.counts).toEqual(was.told.questions[0]?.counts)
    expect(together.told.questions[0]?.comments.filter(({ topic }) => topic === "Tools")).toHaveLength(10)
  })

  test("counts of fewer than k, and texts with a group in which fewer than k wrote", () => {
    const comments = [
      ...written(8),
      ...written(2, { coarse: 1 }),
      ...written(7, { coarse: 2, topic: "Tools" }),
    ]
    const made = makeComments(questions, groups, comments, k)
    const plain: MadeComments = {
      cells: new Map(comments.map(({ id, topic, coarse }) => [id, { topic, group: coarse }])),
      told: {
        ...made.told,
        questions: made.told.questions.map((question) => ({
          ...question,
          ...(question.id === "q1" && {
            counts: [{ topic: "Pay", group: 1, people: 2 }],
            comments: comments.map(({ coarse, topic }, at) => ({
              topic,
              group: coarse,
              text: texts(made)[at] ?? "",
            })),
          }),
        })),
      },
    }
    expect(findings(plain, comments)).toEqual(
      expect.arrayContaining(["small-count", "compared", "named-group"]),
    )
  })

  test("texts kept back, words not redacted, and figures that are not those of release 1", () => {
    const comments = [...written(8), ...written(3, { decision: "keep" })]
    const made = makeComments(questions, groups, comments, k)
    expect(findings(made, comments)).toEqual([])
    const all = makeComments(
      questions,
      groups,
      comments.map((one) => ({ ...one, decision: "release" as const })),
      k,
    )
    expect(findings(all, comments)).toEqual(["not-released"])
    const open = makeComments(
      questions,
      groups,
      comments.map((one) => ({ ...one, redactions: [] })),
      k,
    )
    expect(findings(open, comments)).toEqual(["not-released"])
    const moved = { ...release(made), survey: { ...first.survey, respondents: first.survey.respondents + 1 } }
    expect(auditComments(moved, first, comments, [made.cells])).toEqual([
      { code: "changed-figures", question: null },
    ])
  })

  const texts = (made: MadeComments) => made.told.questions[0]?.comments.map(({ text }) => text) ?? []
})

test("of a question to which fewer than k wrote nothing leaves", () => {
  const comments = Array.from(
    { length: k - 1 },
    (_, at): ReviewedComment => ({
      ...{
        id: String(at),
        question: "q1",
        coarse: 0,
        body: "Yes",
        decision: "release",
        topic: "Pay",
        redactions: [],
      },
    }),
  )
  expect(makeComments(questions, groups, comments, k).told.questions[0]).toMatchObject({
    counts: [],
    comments: [],
  })
  expect(countTopics(comments, k).size).toBe(0)
})

test("nearly everybody of a group is told as a bound: all of them would name each", () => {
  const [group] = groups
  const people = group?.respondents ?? 0
  const comments = Array.from(
    { length: people },
    (_, at): ReviewedComment => ({
      ...{
        id: String(at),
        question: "q1",
        coarse: group?.id ?? 0,
        body: "Yes",
        decision: "keep",
        topic: "Pay",
        redactions: [],
      },
    }),
  )
  expect(makeComments(questions, groups, comments, k).told.questions[0]?.counts).toEqual([
    { topic: "Pay", group: group?.id, people: Math.floor(people * 0.9), bound: "at-least" },
  ])
})
