import type { ChoiceInput } from "@throughline/analysis"
import { type ItemColumns, type Key, optionQuestions, type Questionnaire } from "@throughline/instrument"

/** Who chose which option, from the columns: of a choice its place, of a ranking the ranks, of priorities 5 or 1. */
export function choiceInputs(
  questionnaire: Questionnaire,
  key: Key,
  { itemIds, values }: ItemColumns,
): ChoiceInput[] {
  const column = (id: string) => values[itemIds.indexOf(id)] ?? new Int8Array()
  return optionQuestions(questionnaire, key).map(({ conditional, ...question }) => {
    const { id, options } = question
    const type = questionnaire.instrument.questions.find((one) => one.id === id)?.type
    const chosen = options.map((option, place) => {
      if (type === "choice") return column(id).map((at) => (at < 0 ? -1 : at === place ? 1 : 0))
      const of = column(`${id}/${option.id}`)
      return type === "ranking"
        ? of.map((rank) => Math.min(rank, 1))
        : of.map((named) => (named <= 0 ? -1 : named === 5 ? 1 : 0))
    })
    return { ...question, chosen, ...(conditional ? { conditional } : {}) }
  })
}
