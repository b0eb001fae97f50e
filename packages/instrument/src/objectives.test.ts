import { expect, test } from "vitest"
import { alignmentCore } from "./alignment-core.ts"
import { toColumns } from "./columns.ts"
import type { Instrument } from "./instrument.ts"
import { leadershipTeam } from "./leadership-team.ts"
import { objectives, optionQuestions } from "./objectives.ts"
import { pulse } from "./pulse.ts"
import { freezeQuestionnaire } from "./questionnaire.ts"

const words = {
  mission: "M",
  missionDecoys: ["a", "b", "c", "d"],
  vision: "V",
  priorities: ["one", "two", "three"],
  priorityDecoys: ["4", "5", "6", "7"],
}
const freeze = (instrument: Instrument) => freezeQuestionnaire(instrument, words, "Valley Water", "seed")

test("mission and priorities are objectives, with their columns, what guessing gets right, and who claims it", () => {
  const { questionnaire, key } = freeze(alignmentCore)
  const { itemIds } = toColumns(questionnaire, key, [])
  const found = objectives(questionnaire, key)
  expect(found.map(({ id, claim, every }) => [id, claim, every])).toEqual([
    ["priorities", "strategy", undefined],
    ["priorities-all", "strategy", true],
    ["mission", "mission-clarity", undefined],
  ])
  for (const { columns } of found) for (const column of columns) expect(itemIds).toContain(column)
  const [share, all, mission] = found
  expect(mission?.chance).toBe(0.2)
  expect(share?.chance).toBeCloseTo(3 / 7, 12)
  // One of the 35 ways to choose three of seven.
  expect(all?.chance).toBeCloseTo(1 / 35, 12)
  expect(share?.columns).toEqual(key.priorities.map((id) => `priorities/${id}`))
  expect(objectives(questionnaire, key, "de")[2]?.text).toMatch(/^Welcher dieser Sätze/)
})

test("what is not asked is not there: no objective in a pulse, and no claim in the leadership team check", () => {
  const asked = freeze(pulse)
  expect(objectives(asked.questionnaire, asked.key)).toEqual([])
  expect(optionQuestions(asked.questionnaire, asked.key)).toEqual([])
  const team = freeze(leadershipTeam)
  expect(objectives(team.questionnaire, team.key).map(({ id, claim }) => [id, claim])).toEqual([
    ["priorities", null],
    ["priorities-all", null],
  ])
})

test("an id that the organization gave to a topic of its own stays that topic's", () => {
  const [first, ...others] = alignmentCore.constructs
  if (first === undefined) throw new Error("no topic")
  const named: Instrument = {
    ...alignmentCore,
    constructs: [{ ...first, id: "priorities-all" }, ...others],
    questions: alignmentCore.questions.map((one) =>
      one.type === "likert" && one.construct === first.id ? { ...one, construct: "priorities-all" } : one,
    ),
  }
  const { questionnaire, key } = freeze(named)
  expect(objectives(questionnaire, key).map(({ id }) => id)).toEqual(["priorities", "mission"])
})

test("questions with options: official ones are marked, and those that hang on another answer", () => {
  const { questionnaire, key } = freeze(alignmentCore)
  const found = optionQuestions(questionnaire, key)
  expect(found.map(({ id, pick, conditional }) => [id, pick, conditional])).toEqual([
    ["explained-when", 1, false],
    ["explained-by", 1, true],
    ["priorities", 3, false],
  ])
  const priorities = found.find(({ id }) => id === "priorities")
  const official = priorities?.options.filter((one) => one.official).map(({ text }) => text)
  expect(official?.sort()).toEqual([...words.priorities].sort())
  expect(priorities?.options).toHaveLength(7)
})

test("the question about the person is none of them", () => {
  const { questionnaire, key } = freeze(alignmentCore)
  const asked = { ...questionnaire, attribute: { question: "explained-when" } as never }
  expect(optionQuestions(asked, key).map(({ id }) => id)).toEqual(["explained-by", "priorities"])
})
