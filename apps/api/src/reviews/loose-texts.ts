import { shuffle } from "@throughline/ballot"
import type { Answers, Questionnaire } from "@throughline/instrument"

export interface LooseText {
  question: string
  coarse: number
  body: string
}

/**
 * Everything that people wrote, each text by itself, all of them shuffled together: neither place nor id tells which
 * two were written by the same person. A test leaves the shuffling out and joins them.
 */
export function looseTexts(
  { instrument }: Questionnaire,
  respondents: readonly { cohort: number; answers: Answers }[],
  coarseOf: (cohort: number) => number,
  mix: (texts: LooseText[]) => LooseText[] = shuffle,
): LooseText[] {
  const texts = instrument.questions.filter(({ type }) => type === "text")
  const written = respondents.flatMap(({ cohort, answers }) =>
    texts.flatMap(({ id }) => {
      const body = answers[id]
      return typeof body === "string" && body.trim() !== ""
        ? [{ question: id, coarse: coarseOf(cohort), body }]
        : []
    }),
  )
  return mix(written)
}
