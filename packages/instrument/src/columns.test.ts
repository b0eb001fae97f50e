import { expect, test } from "vitest"
import { alignmentCore } from "./alignment-core.ts"
import type { Answers } from "./answers.ts"
import { toColumns } from "./columns.ts"
import type { Instrument } from "./instrument.ts"
import { freezeQuestionnaire } from "./questionnaire.ts"

const { questionnaire, key } = freezeQuestionnaire(
  alignmentCore,
  {
    mission: "M",
    missionDecoys: ["a", "b", "c", "d"],
    vision: "V",
    priorities: ["1", "2", "3"],
    priorityDecoys: ["4", "5", "6", "7"],
  },
  "Valley Water",
  "seed",
)
const wrong = questionnaire.priorityOptions.map(({ id }) => id).filter((id) => !key.priorities.includes(id))
const wrongMission = questionnaire.missionOptions.find(({ id }) => id !== key.mission)?.id ?? ""

function column(id: string, answers: Answers[]): number[] {
  const { itemIds, values } = toColumns(questionnaire, key, answers)
  return [...(values[itemIds.indexOf(id)] ?? [])]
}

test("a Likert item is 1 to 5, cannot say is 0, no answer is -1", () => {
  const answers: Answers[] = [{ "strategy-1": 1 }, { "strategy-1": 5 }, { "strategy-1": "cannot-say" }, {}]
  expect(column("strategy-1", answers)).toEqual([1, 5, 0, -1])
})

test("a reversed item is turned round: agreement counts against the construct", () => {
  const given = [1, 2, 3, 4, 5, "cannot-say"] as const
  expect(
    column(
      "strategy-3",
      given.map((value) => ({ "strategy-3": value })),
    ),
  ).toEqual([5, 4, 3, 2, 1, 0])
})

test("the mission is 5 when recognised, 1 when another was chosen, 0 when none could be said", () => {
  expect(
    column("mission", [{ mission: key.mission }, { mission: wrongMission }, { mission: "cannot-say" }, {}]),
  ).toEqual([5, 1, 0, -1])
})

test("priorities have a column for each option, official or not: 5 named, 1 not, 0 cannot say", () => {
  const [first = "", second = "", third = ""] = key.priorities
  const [decoy = "", other = ""] = wrong
  const answers: Answers[] = [
    { priorities: [third, first, second] },
    { priorities: [first, decoy, second] },
    { priorities: [decoy, other] },
    { priorities: [first] },
    { priorities: "cannot-say" },
    {},
  ]
  expect(column(`priorities/${first}`, answers)).toEqual([5, 5, 1, 5, 0, -1])
  expect(column(`priorities/${third}`, answers)).toEqual([5, 1, 1, 1, 0, -1])
  expect(column(`priorities/${decoy}`, answers)).toEqual([1, 5, 5, 1, 0, -1])
  const { itemIds } = toColumns(questionnaire, key, [])
  expect(itemIds.filter((id) => id.startsWith("priorities"))).toEqual(
    questionnaire.priorityOptions.map(({ id }) => `priorities/${id}`),
  )
})

test("a choice is the place of its choice, from 0", () => {
  const answers: Answers[] = [{ "explained-when": "month" }, { "explained-when": "never" }, {}]
  expect(column("explained-when", answers)).toEqual([0, 4, -1])
  expect(column("explained-by", answers)).toEqual([-1, -1, -1])
})

test("a ranking has a column for each choice: its rank, 0 not ranked, -1 not answered", () => {
  const choices = ["a", "b", "c"].map((id) => ({ id, text: { en: id } }))
  const ranking: Instrument = {
    ...alignmentCore,
    questions: [{ type: "ranking", id: "first", text: { en: "What first?" }, choices, pick: 2 }],
  }
  const frozen = freezeQuestionnaire(ranking, null, "Valley Water", "seed")
  const { itemIds, values } = toColumns(frozen.questionnaire, frozen.key, [
    { first: ["c", "a"] },
    { first: ["b"] },
    {},
  ])
  expect(itemIds).toEqual(["first/a", "first/b", "first/c"])
  expect(values.map((held) => [...held])).toEqual([
    [2, 0, -1],
    [0, 1, -1],
    [1, 0, -1],
  ])
})

test("there is a column for every question but the texts, each as long as there are respondents", () => {
  const { itemIds, values } = toColumns(questionnaire, key, [{}, {}, {}])
  expect(itemIds.length).toBe(28 + 3 + questionnaire.priorityOptions.length)
  expect(itemIds).not.toContain("top-priority")
  expect(values.map((held) => held.length)).toEqual(itemIds.map(() => 3))
  expect(toColumns(questionnaire, key, []).values.every((held) => held.length === 0)).toBe(true)
})
