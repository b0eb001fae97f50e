import { type Instrument, type Language, likertItems, word } from "./instrument.ts"
import { respondentsRead } from "./instrument-texts.ts"
import { pagesOf } from "./pages-of.ts"
import { questionTexts } from "./texts/question-texts.ts"

/** Silent reading of non-fiction by adults (Brysbaert 2019); other languages convey the same at the same pace. */
const WORDS_A_MINUTE = 238
/** To decide and tap. */
const SECONDS_A_TAP = 3
/** To type one thought on a phone. Questions with room for more than that are left empty by most. */
const SECONDS_A_TEXT = 20
const SHORT_TEXT = 250
/** Five statements of a mission, eight priorities to choose from. */
const WORDS_OF = { mission: 80, priorities: 55 }

/**
 * How long the questionnaire takes, in whole minutes, at least one: each text is read once, the scale once a page, and
 * every question is answered, comments apart. An estimate for planning, said as "about".
 */
export function minutesOf(instrument: Instrument, language: Language = "en"): number {
  const { scale, prompt, cannotSay } = questionTexts(language)
  const pages = pagesOf(instrument)
  const isLikert = likertItems(instrument).length > 0
  const texts = [
    ...respondentsRead(instrument).map(({ wording }) => word(wording, language)),
    ...(isLikert ? [...scale, prompt, cannotSay] : []),
  ]
  let words = texts.join(" ").split(/\s+/u).length
  let seconds = pages.length * SECONDS_A_TAP
  for (const question of instrument.questions) {
    if (question.type === "mission" || question.type === "priorities") words += WORDS_OF[question.type]
    if (question.type === "text") seconds += question.maxLength <= SHORT_TEXT ? SECONDS_A_TEXT : 0
    else seconds += SECONDS_A_TAP * ("pick" in question ? question.pick : 1)
  }
  return Math.max(1, Math.round((seconds + (words / WORDS_A_MINUTE) * 60) / 60))
}
