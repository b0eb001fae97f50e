import { expect, test } from "vitest"
import type { ReleasedComments, ViewedRelease } from "../api.ts"
import { topicsByLayer, topicsHeadline, topicsSure, topicsTable } from "./comment-topics.ts"

const atom = (coarse: number, layers: [number, number]): ViewedRelease["atoms"][number] => ({
  ...{ anchor: 0, layers, kind: "pure", invited: 20, respondents: 15, coarse },
})
const atoms = [atom(0, [2, 3]), atom(1, [4, 4]), atom(1, [5, 6]), atom(2, [4, 5]), atom(2, [6, 6])]
const groups = [0, 1, 2].map((id) => ({ id, label: `Group ${id}`, respondents: 30 }))
const question = (counts: ReleasedComments["questions"][number]["counts"]) => ({
  ...{ id: "q", text: "What hinders?", counts, comments: [] },
})
const told = question([
  { topic: "Pay", group: 0, people: 6 },
  { topic: "Pay", group: 1, people: 8 },
  { topic: "Goals", group: 1, people: 9 },
  { topic: "Goals", group: 2, people: 7 },
  { topic: "Goals", group: null, people: 5 },
  { topic: null, group: 2, people: 30 },
  { topic: null, group: null, people: 12 },
])
const blocks = topicsByLayer({ groups, questions: [told] }, told, atoms)

test("counts of groups of the same layers are put together, those without a group stand apart", () => {
  expect(blocks).toEqual([
    { id: "2-3", label: "Layers 2 to 3", topics: [{ name: "Pay", people: 6 }] },
    {
      id: "4-6",
      label: "Layers 4 to 6",
      topics: [
        { name: "Goals", people: 16 },
        { name: "Pay", people: 8 },
        { name: "Other topics, or none", people: 30 },
      ],
    },
    {
      id: "none",
      label: "Not told by layer",
      topics: [
        { name: "Goals", people: 5 },
        { name: "Other topics, or none", people: 12 },
      ],
    },
  ])
  expect(topicsTable(blocks, "Q").rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(77)
})

test("the sentence names a topic and its layers, and how many comments no layer is told of", () => {
  expect(topicsHeadline(blocks)).toBe("Layers 4 to 6: written about most is “Goals” (16 people)")
  expect(topicsSure(blocks)).toContain("17 of the 77 comments")
  const alike = blocks.map((block) => ({ ...block, topics: [{ name: "Goals", people: 6 }] }))
  expect(topicsHeadline(alike)).toBe("In every layer that can be told, “Goals” is written about most")
  const none = topicsByLayer(
    { groups, questions: [] },
    question([{ topic: "Pay", group: null, people: 9 }]),
    atoms,
  )
  expect(topicsHeadline(none)).toBe("Written about most: “Pay” (9 people)")
  expect(topicsSure(none)).toMatch(/^Which layer wrote about what cannot be told/)
  const untold = none.map((block) => ({ ...block, topics: [{ name: "Other topics, or none", people: 9 }] }))
  expect(topicsHeadline(untold)).toBe("Which layer wrote about what cannot be told")
  expect(topicsSure(blocks.slice(0, 2))).toContain("All 60 comments")
})
