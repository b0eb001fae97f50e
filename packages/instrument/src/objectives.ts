import { type Language, word } from "./instrument.ts"
import { measures } from "./measures.ts"
import type { Key, Questionnaire } from "./questionnaire.ts"

/** What people show rather than claim, as the analysis takes it (`Objective` of that package). */
export interface Objective {
  id: string
  text: string
  /** Ids of columns as `toColumns` names them. */
  columns: string[]
  /** Not the share of them but whether each of them is shown. */
  every?: true
  /** What guessing gets right, 0..1. */
  chance: number
  /** Id of the construct that claims the same, if it is asked. */
  claim: string | null
}

/** A question whose answer is one or more of its options, with the columns that hold who chose which. */
export interface OptionQuestion {
  id: string
  text: string
  pick: number
  options: { id: string; text: string; official?: boolean }[]
  /** Asked depending on another answer: how many answered would tell that one. */
  conditional: boolean
}

/** Which of our own constructs says of itself what an objective question tests. */
const CLAIMS = { mission: "mission-clarity", priorities: "strategy" }

/**
 * The objective questions of a questionnaire. "mission": recognised or not. "priorities": the share of the official ones that
 * are among those named. "priorities-all": whether all of them are. An id that a topic, a summary or an item of
 * the organization's own has is theirs, and that objective is left out.
 */
export function objectives(questionnaire: Questionnaire, key: Key, language: Language = "en"): Objective[] {
  const { instrument, missionOptions, priorityOptions } = questionnaire
  const { constructs, composites } = measures(questionnaire, language)
  const asked = new Set(constructs.map(({ id }) => id))
  const claim = (id: string) => (asked.has(id) ? id : null)
  const found = instrument.questions.flatMap((question): Objective[] => {
    const text = word(question.text, language)
    if (question.type === "mission" && missionOptions.length > 0) {
      const chance = 1 / missionOptions.length
      return [{ id: "mission", text, columns: ["mission"], chance, claim: claim(CLAIMS.mission) }]
    }
    if (question.type !== "priorities" || key.priorities.length === 0) return []
    const columns = key.priorities.map((id) => `priorities/${id}`)
    const of = { text, columns, claim: claim(CLAIMS.priorities) }
    const official = columns.length
    return [
      { id: "priorities", ...of, chance: Math.min(1, question.pick / priorityOptions.length) },
      {
        id: "priorities-all",
        ...of,
        every: true,
        chance: allByGuessing(official, question.pick, priorityOptions.length),
      },
    ]
  })
  const taken = new Set([
    ...[...constructs, ...composites].map(({ id }) => id),
    ...constructs.flatMap(({ items }) => items.map(({ id }) => id)),
  ])
  return found.filter(({ id }) => !taken.has(id))
}

/** How likely it is that `pick` of all options, drawn blindly, hold all official ones. */
function allByGuessing(official: number, pick: number, all: number): number {
  let chance = pick >= official ? 1 : 0
  for (let at = 0; at < official && chance > 0; at++) chance *= (pick - at) / (all - at)
  return chance
}

/** Every question with options, but the one about the person that answers and which sentence is the mission. */
export function optionQuestions(
  { instrument, attribute, priorityOptions }: Questionnaire,
  key: Key,
  language: Language = "en",
): OptionQuestion[] {
  return instrument.questions.flatMap((question): OptionQuestion[] => {
    if (question.id === attribute?.question) return []
    const { id } = question
    const text = word(question.text, language)
    if (question.type === "priorities" && priorityOptions.length > 0) {
      const options = priorityOptions.map((one) => ({ ...one, official: key.priorities.includes(one.id) }))
      return [{ id, text, pick: question.pick, options, conditional: false }]
    }
    if (question.type !== "choice" && question.type !== "ranking") return []
    const options = question.choices.map((one) => ({ id: one.id, text: word(one.text, language) }))
    const pick = question.type === "ranking" ? question.pick : 1
    return [{ id, text, pick, options, conditional: question.unless !== undefined }]
  })
}
