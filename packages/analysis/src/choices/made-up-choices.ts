import type { AnalysisInput } from "../release.ts"
import type { ChoiceInput } from "./types.ts"

/**
 * For tests only: the same people, asked which sentence is the mission, which three of seven the priorities, when somebody last
 * explained them and (not of those to whom nobody has) who. How much is known differs from atom to atom, and in
 * some everybody, or nobody, knows: what bounds and sums are there for. `missing` is the share without an answer.
 */
export function withChoices<One extends AnalysisInput>(
  input: One,
  random: () => number,
  missing: number,
): One & { choices: ChoiceInput[] } {
  const { observations, atoms } = input
  const people = observations.atom.length
  const column = () => new Int8Array(people).fill(-1)
  const [mission, named] = [column(), optionIds.map(column)]
  const [when, by] = [whenIds.map(column), byIds.map(column)]
  const knowing = atoms.map(() => [0, 0.3, 0.6, 0.9, 1][Math.floor(random() * 5)] as number)
  for (let person = 0; person < people; person++) {
    const knows = knowing[observations.atom[person] as number] as number
    const answers = () => random() >= missing
    const cannotSay = () => random() < missing / 2
    if (answers()) mission[person] = cannotSay() ? 0 : random() < knows ? 5 : 1
    if (answers()) {
      const unable = cannotSay()
      const order = [...optionIds.keys()]
        .map((at) => ({ at, rank: random() + (at < 3 ? knows : 0) }))
        .sort((a, b) => b.rank - a.rank)
      const chosen = new Set(order.slice(0, 3).map(({ at }) => at))
      for (const [at, held] of named.entries()) held[person] = unable ? 0 : chosen.has(at) ? 5 : 1
    }
    const time = answers() ? Math.floor(random() ** (1 + knows) * whenIds.length) : -1
    if (time < 0) continue
    for (const [at, held] of when.entries()) held[person] = at === time ? 1 : 0
    const who = Math.floor(random() * byIds.length)
    if (time === whenIds.length - 1 || !answers()) continue
    for (const [at, held] of by.entries()) held[person] = at === who ? 1 : 0
  }
  const columns = optionIds.map((id) => `priorities/${id}`)
  const official = columns.slice(0, 3)
  const toChosen = (held: Int8Array) => held.map((one) => (one <= 0 ? -1 : one === 5 ? 1 : 0))
  const of = (id: string, pick: number, ids: string[], chosen: Int8Array[]): ChoiceInput => ({
    ...{ id, text: id, pick, chosen },
    options: ids.map((option, at) => ({
      ...{ id: option, text: option },
      ...(id === "priorities" ? { official: at < 3 } : {}),
    })),
  })
  return {
    ...input,
    measures: {
      ...input.measures,
      objectives: [
        { id: "mission", text: "Which?", columns: ["mission"], chance: 0.2, claim: null },
        { id: "priorities", text: "Which three?", columns: official, chance: 3 / 7, claim: null },
        { id: "priorities-all", text: "Which?", columns: official, every: true, chance: 1 / 35, claim: null },
      ],
    },
    observations: {
      ...observations,
      items: [...observations.items, mission, ...named.slice(0, 3)],
      itemIds: [...observations.itemIds, "mission", ...official],
    },
    choices: [
      of("priorities", 3, optionIds, named.map(toChosen)),
      of("explained-when", 1, whenIds, when),
      { ...of("explained-by", 1, byIds, by), conditional: true },
    ],
  }
}

const optionIds = ["p1", "p2", "p3", "p4", "p5", "p6", "p7"]
const whenIds = ["month", "quarter", "year", "never"]
const byIds = ["manager", "top", "colleague"]
