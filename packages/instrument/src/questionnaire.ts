import type { AskedAttribute } from "./attribute.ts"
import type { Instrument } from "./instrument.ts"
import { seededOrder } from "./seeded-order.ts"
import { type StrategyWords, tidy } from "./words.ts"

/** One answer to choose. Neither id nor place says whether it is official. */
export interface Option {
  id: string
  text: string
}

/** All that a respondent receives. It holds nothing that tells the official options from the decoys. */
export interface Questionnaire {
  instrument: Instrument
  organization: string
  /** Published with the results; the questions do not show it (see `alignmentCore`). */
  vision: string
  /** Empty when the instrument does not ask for them. */
  missionOptions: Option[]
  priorityOptions: Option[]
  /** Which question is about the person that answers, if the survey asks one (attribute.ts). */
  attribute?: AskedAttribute
}

/** The ids of the official options. Stays on the server until the survey is closed. */
export interface Key {
  mission: string
  priorities: string[]
}

/**
 * Fixes the questionnaire for one survey. Options are shuffled by `seed` and then numbered by place ("m1", "p1", …), so
 * that ids carry nothing.
 *
 * `seed` must be a secret with at least 128 random bits, kept with the key. The shuffle is public code: from a seed that
 * respondents can learn or guess (the survey's id, say) anybody could work out which options are official.
 *
 * Check the words with `checkWords` first; here they are taken as they are. An instrument that does not ask for them
 * needs none (`asksForWords`), and what is not asked for is not frozen either.
 */
export function freezeQuestionnaire(
  instrument: Instrument,
  words: StrategyWords | null,
  organization: string,
  seed: string,
): { questionnaire: Questionnaire; key: Key } {
  const asks = (type: "mission" | "priorities") => instrument.questions.some((one) => one.type === type)
  const missions =
    words !== null && asks("mission")
      ? place("m", [words.mission], words.missionDecoys, `${seed}/mission`)
      : NOTHING
  const priorities =
    words !== null && asks("priorities")
      ? place("p", words.priorities, words.priorityDecoys, `${seed}/priorities`)
      : NOTHING
  return {
    questionnaire: {
      instrument,
      organization: tidy(organization),
      vision: tidy(words?.vision ?? ""),
      missionOptions: missions.options,
      priorityOptions: priorities.options,
    },
    key: { mission: missions.official[0] ?? "", priorities: priorities.official },
  }
}

const NOTHING: ReturnType<typeof place> = { options: [], official: [] }

function place(prefix: string, official: string[], decoys: string[], seed: string) {
  const texts = [...official, ...decoys]
  const order = seededOrder(texts.length, seed)
  const options = order.map(
    (from, at): Option => ({ id: `${prefix}${at + 1}`, text: tidy(texts[from] ?? "") }),
  )
  return {
    options,
    official: options.filter((_, at) => (order[at] ?? 0) < official.length).map(({ id }) => id),
  }
}
