import { type Instrument, likertItems } from "./instrument.ts"
import { minutesOf } from "./minutes-of.ts"
import type { Asked } from "./texts/facts.ts"

/** What our own instruments call the message; copies of them keep the ids. */
const MESSAGE = ["mission-clarity", "vision-clarity", "strategy"]

/**
 * What promise, mails and announcements say about a questionnaire. The minutes are the same in every language, so that
 * two people who compare their invitations read the same.
 */
export function askedOf(instrument: Instrument): Required<Asked> {
  const asked = new Set(likertItems(instrument).map(({ construct }) => construct))
  const types = new Set(instrument.questions.map(({ type }) => type))
  return {
    minutes: minutesOf(instrument),
    direction: MESSAGE.every((construct) => asked.has(construct)),
    recognition: types.has("mission") || types.has("priorities"),
    ownWords: types.has("text"),
  }
}
