import { directionItems } from "./alignment-items-direction.ts"
import { workingItems } from "./alignment-items-working.ts"
import type { LikertItem, Localized } from "./instrument.ts"

/**
 * Likert items, first person, one thought each, worded so that anybody from the head to the newest trainee can answer.
 * Four are reversed, at most one in a construct: enough to notice straight-lining, few enough not to tire readers or
 * to make a factor of the wording. None contains "not", which people overlook and which translates badly.
 *
 * Translated for the same meaning and the same difficulty rather than word by word, with neutral words for people
 * ("Führungskraft", "hiérarchie", "responsable") and the polite form wherever somebody is addressed.
 */
export const alignmentItems: LikertItem<Localized>[] = [...directionItems, ...workingItems]
