import { expect, test } from "vitest"
import type { ReleasedComments, ViewedRelease } from "../api.ts"
import { byTopic, commentsHeadline, countTable, noComments } from "./comment-lists.ts"
import { release } from "./release-example.ts"

const comments: ReleasedComments = {
  groups: [{ id: 3, label: "Sales, layer 4", respondents: 20 }],
  questions: [
    {
      id: "q",
      text: "What hinders?",
      counts: [
        { topic: "Pay", group: 3, people: 9 },
        { topic: "Pay", group: null, people: 7 },
        { topic: "Tools", group: null, people: 6 },
        { topic: null, group: null, people: 12 },
      ],
      comments: [
        { topic: "Pay", group: null, text: "one" },
        { topic: null, group: 3, text: "two" },
        { topic: "Pay", group: 3, text: "three" },
        { topic: "Pay", group: 3, text: "four" },
      ],
    },
  ],
}
const [question] = comments.questions
if (question === undefined) throw new Error("no question")
const viewed = (more: Partial<ViewedRelease>): ViewedRelease => ({ ...release([], []), ...more })
const named = { reviewers: ["Ines"], mine: false }

test("texts stand by topic and in each by group, those without a topic last", () => {
  expect(byTopic(comments, question)).toEqual([
    {
      name: "Pay",
      groups: [
        { name: "From smaller groups, not named", texts: ["one"] },
        { name: "Sales, layer 4", texts: ["three", "four"] },
      ],
    },
    { name: "Other topics", groups: [{ name: "Sales, layer 4", texts: ["two"] }] },
  ])
})

test("the table says of which groups a count is", () => {
  expect(countTable(comments, question).rows).toEqual([
    ["Pay", "Sales, layer 4", 9],
    ["Pay", "Smaller groups, taken together", 7],
    ["Tools", "All groups together", 6],
    ["Other topics, or none", "All groups together", 12],
  ])
})

test("where there is nothing to read the page says why", () => {
  const title = (more: Partial<ViewedRelease>) => noComments(viewed(more))?.title
  expect(title({ review: { reviewers: [], mine: false } })).toBe("The comments of this survey stay closed")
  expect(title({ review: named })).toBe("The reviewers have not published any yet")
  const few = { ...release([], []).survey, respondents: 9 }
  expect(title({ review: named, survey: few })).toBe("Too few answered for comments")
  const empty = { ...comments, questions: [{ ...question, counts: [], comments: [] }] }
  expect(title({ review: named, comments: empty })).toBe("The reviewers passed none on")
  const own = { group: "unit:3", name: "Sales" }
  expect(title({ review: named, comments: empty, own })).toBe("None can be shown for Sales")
  expect(title({ review: named, comments })).toBeUndefined()
  expect(commentsHeadline(viewed({ comments }))).toBe("4 comments on 1 topic")
  expect(commentsHeadline(viewed({ comments: empty, own }))).toBe("No comments from Sales")
})
