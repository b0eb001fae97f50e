import {
  type Instrument,
  instrumentSchema,
  type Questionnaire,
  readyMade,
  word,
} from "@throughline/instrument"
import type { ResponseMapping } from "@throughline/org"

export interface Topic {
  id: string
  name: string
}

/** A questionnaire as the one that was asked elsewhere, so that it is scored, stored and shown like any other. */
export interface AskedElsewhere {
  questionnaire: Questionnaire
  /** By item of the mapping its id; a ready-made question with the same words keeps its own. */
  itemIds: string[]
}

/** Topics that other surveys have as well: with their ids and names figures of several surveys are of one topic. */
export const knownTopics: Topic[] = [
  ...new Map(
    readyMade.flatMap(({ constructs }) => constructs.map(({ id, name }) => [id, word(name, "en")] as const)),
  ),
].map(([id, name]) => ({ id, name }))

/** Undefined: no questionnaire can be like this. */
export function questionnaireOf(
  name: string,
  organization: string,
  mapping: Pick<ResponseMapping, "items">,
  topics: readonly Topic[],
): AskedElsewhere | undefined {
  const taken = new Set(topics.map(({ id }) => id))
  const itemIds = mapping.items.map(({ text, column }) => {
    const known = ownItems.get(folded(text))
    const id = known !== undefined && !taken.has(known) ? known : freeId(column, taken)
    taken.add(id)
    return id
  })
  const used = topics.filter(({ id }) => mapping.items.some(({ construct }) => construct === id))
  // The composites that other surveys have, of the topics that are there: "message" of mission, vision and strategy.
  const composites = (readyMade[0]?.composites ?? [])
    .map((one) => ({
      ...one,
      constructs: one.constructs.filter((construct) => used.some(({ id }) => id === construct)),
    }))
    .filter(({ id, constructs }) => constructs.length > 1 && !taken.has(id))
  const instrument: Instrument = {
    id: "imported",
    version: 1,
    name: { en: name },
    constructs: used.map((topic) => ({ id: topic.id, name: { en: topic.name }, about: {}, page: {} })),
    questions: mapping.items.map(({ text, construct }, at) => ({
      type: "likert",
      id: itemIds[at] ?? "",
      construct,
      text: { en: text },
      audience: "everyone",
    })),
    pages: [],
    composites,
  }
  if (mapping.items.some(({ construct }) => !used.some(({ id }) => id === construct))) return undefined
  if (!instrumentSchema.safeParse(instrument).success) return undefined
  return {
    questionnaire: { instrument, organization, vision: "", missionOptions: [], priorityOptions: [] },
    itemIds,
  }
}

const folded = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")

const ownItems = new Map(
  readyMade.flatMap(({ questions }) =>
    questions.flatMap((one) =>
      one.type === "likert" ? [[folded(word(one.text, "en")), one.id] as const] : [],
    ),
  ),
)

/** "Q12 [SQ001]" is "old-q12-sq001": "old-", so that no id of a file is one that means something here. */
function freeId(column: string, taken: ReadonlySet<string>): string {
  const letters = column
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 24)
    .replace(/^-+|-+$/g, "")
  const base = `old-${letters === "" ? "question" : letters}`
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  return id
}
