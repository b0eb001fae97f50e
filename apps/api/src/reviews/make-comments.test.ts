import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { StoredRelease } from "../releases/stored-release.ts"
import { madeUpSurvey } from "../releases/testing.ts"
import { auditComments } from "./audit-comments.ts"
import { coarseGroups } from "./coarse-groups.ts"
import { type Cells, grouped, keyOf } from "./count-topics.ts"
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

test("nor when the reviewers change their minds, release after release; no later release says more of an earlier text", () => {
  const minds = fc.infiniteStream(
    fc.tuple(
      fc.constantFrom(null, "Pay", "pay", "Tools"),
      fc.constantFrom("release" as const, "release" as const, "keep" as const),
    ),
  )
  fc.assert(
    fc.property(arbitrary, minds, (comments, mind) => {
      const earlier: Cells[] = []
      for (let time = 0; time < 4; time++) {
        const now = comments.map((one) => {
          const [topic, decision] = mind.next().value ?? [null, "keep" as const]
          return { ...one, topic, decision }
        })
        const made = makeComments(questions, groups, now, k, earlier)
        expect(findings(made, now, earlier)).toEqual([])
        earlier.push(made.cells)
      }
    }),
    { numRuns: 60 },
  )
})

const written = (people: number, more: Partial<ReviewedComment> = {}): ReviewedComment[] =>
  Array.from({ length: people }, (_, at) => ({
    ...{ id: `${at}${JSON.stringify(more)}`, question: "q1", coarse: 0, body: `Ask Anna ${at}` },
    ...{ decision: "release" as const, topic: "Pay", redactions: [{ from: 4, to: 8 }] },
    ...more,
  }))

/** What everybody can work out: in which cell more people are counted than texts are read. */
const keptBack = ({ told }: MadeComments) =>
  told.questions.flatMap(({ counts, comments }) => {
    const read = grouped(comments, keyOf)
    return counts.flatMap(({ topic, group, people }) => {
      const hidden = people - (read.get(keyOf({ topic, group }))?.length ?? 0)
      return hidden === 0 ? [] : [{ topic, group, hidden }]
    })
  })

test("one comment kept back among six: its topic and group are told to nobody, unless counts hold what texts do not", () => {
  const bullying = { topic: "Bullying" }
  const comments = [
    ...written(5, bullying),
    ...written(1, { ...bullying, decision: "keep" }),
    ...written(9, { topic: "Pay", coarse: 1 }),
  ]
  const made = makeComments(questions, groups, comments, k)
  expect(made.told.questions[0]?.counts).toContainEqual({ topic: "Bullying", group: 0, people: 5 })
  expect(keptBack(made)).toEqual([])
  expect(findings(made, comments)).toEqual([])
  // With the rule taken away the attack finds the one, and the audit finds the attack.
  const loose = makeComments(questions, groups, comments, k, [], () => true)
  expect(keptBack(loose)).toEqual([{ topic: "Bullying", group: 0, hidden: 1 }])
  expect(findings(loose, comments)).toContain("wrong-count")
})

test("a text leaves with the topic and group of the cell that it is counted in, and with no other", () => {
  const few = k - 1
  const comments = [
    ...written(few, { topic: "Bullying" }),
    ...written(9, { topic: "Pay" }),
    ...written(few, { topic: "Pay", coarse: 1 }),
    ...written(few, { topic: "Tools", coarse: 1 }),
  ]
  const { told } = makeComments(questions, groups, comments, k)
  const [question] = told.questions
  expect(new Set(question?.comments.map(keyOf))).toEqual(new Set(question?.counts.map(keyOf)))
  expect(JSON.stringify(question)).not.toContain("Bullying")
})

describe("the audit finds", () => {
  test("a topic that was told once and is another now, when releases are not judged together", () => {
    const before = [...written(6), ...written(9, { topic: "Tools" })]
    const after = before.map((one, at) => (at === 0 ? { ...one, topic: "Tools" } : one))
    const was = makeComments(questions, groups, before, k)
    const alone = makeComments(questions, groups, after, k)
    expect(findings(alone, after, [was.cells])).toContain("compared")
    const together = makeComments(questions, groups, after, k, [was.cells])
    expect(findings(together, after, [was.cells])).toEqual([])
    expect(together.told.questions[0]?.counts).toEqual(was.told.questions[0]?.counts)
  })

  test("one more text with a group, when it is told beside those of before", () => {
    const before = written(6)
    const after = [...before, ...written(1, { body: "Late" })]
    const was = makeComments(questions, groups, before, k)
    expect(findings(makeComments(questions, groups, after, k), after, [was.cells])).toContain("compared")
    const together = makeComments(questions, groups, after, k, [was.cells])
    expect(together.told.questions[0]?.comments.at(-1)).toMatchObject({ topic: null, group: null })
    expect(findings(together, after, [was.cells])).toEqual([])
  })

  test("counts of fewer than k, and texts with a topic and group of fewer", () => {
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
            comments: comments.map(({ topic, coarse }, at) => ({
              ...{ topic, group: coarse, text: texts(made)[at] ?? "" },
            })),
          }),
        })),
      },
    }
    expect(findings(plain, comments)).toEqual(
      expect.arrayContaining(["small-count", "wrong-count", "compared"]),
    )
    const other = { ...plain, cells: made.cells }
    expect(findings(other, comments)).toContain("wrong-label")
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
    expect(findings(all, comments)).toContain("not-released")
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

  test("nearly everybody of a group on one topic: all of them would name each", () => {
    const [group] = groups
    const people = group?.respondents ?? 0
    const comments = [...written(people), ...written(k, { coarse: 1 })]
    const made = makeComments(questions, groups, comments, k)
    expect(made.told.questions[0]?.counts).not.toContainEqual(expect.objectContaining({ group: group?.id }))
    expect(findings(made, comments)).toEqual([])
    const careless = makeComments(
      questions,
      groups.map((one) => ({ ...one, respondents: 10 * one.respondents })),
      comments,
      k,
    )
    expect(careless.told.questions[0]?.counts).toContainEqual({ topic: "Pay", group: group?.id, people })
    expect(findings(careless, comments)).toContain("nearly-all")
    // Nor in two steps, half of them now and the others in the next release.
    const half = comments.map((one, at) => (at % 2 === 0 ? one : { ...one, decision: "keep" as const }))
    const was = makeComments(questions, groups, half, k)
    const then = makeComments(questions, groups, comments, k, [was.cells])
    expect(findings(then, comments, [was.cells])).toEqual([])
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
})
