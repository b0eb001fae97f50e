import { type Instrument, pagesOf } from "@throughline/instrument"

/**
 * Answers with which a question that is asked only under a condition is asked: the condition's question with a choice
 * that leads to it. Nothing for any other question.
 */
export function answersThatAsk(instrument: Instrument, question: string): Record<string, unknown> {
  const asked = instrument.questions.find(({ id }) => id === question)
  const unless = asked && "unless" in asked ? asked.unless : undefined
  const other = instrument.questions.find(({ id }) => id === unless?.question)
  if (!unless || other?.type !== "choice") return {}
  const choice = other.choices.find(({ id }) => id !== unless.choice)
  return choice ? { ...answersThatAsk(instrument, other.id), [other.id]: choice.id } : {}
}

/** Which of the pages that are shown with these answers asks the question, from 0; 0 for one that none asks. */
export function pageOf(instrument: Instrument, question: string, answers: Record<string, unknown>): number {
  const shown = pagesOf(instrument).filter(({ questions }) =>
    questions.some((one) => {
      const unless = "unless" in one ? one.unless : undefined
      if (one.id === question || unless === undefined) return true
      return answers[unless.question] !== undefined && answers[unless.question] !== unless.choice
    }),
  )
  return Math.max(
    0,
    shown.findIndex(({ questions }) => questions.some(({ id }) => id === question)),
  )
}
