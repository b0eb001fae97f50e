import type { Audience, ConstructId, LikertItem, Localized } from "./instrument.ts"

/** The `number`th item of a construct; agreement counts for it. */
export function item(
  construct: ConstructId,
  number: number,
  text: Localized,
  audience: Audience = "everyone",
): LikertItem<Localized> {
  return { type: "likert", id: `${construct}-${number}`, construct, text, audience }
}

/** Agreement counts against the construct. */
export function reversed(construct: ConstructId, number: number, text: Localized): LikertItem<Localized> {
  return { ...item(construct, number, text), reverse: true }
}
