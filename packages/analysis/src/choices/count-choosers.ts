import type { Counted } from "../gate.ts"
import type { AnalysisInput } from "../release.ts"
import { tally } from "../tally.ts"
import type { ChoiceInput } from "./types.ts"

/** The name under which the gate judges a question with options: no measure has a colon in its id. */
export const choicesOf = (question: string): string => `choices:${question}`

/** Who chose anything, as the gate counts people: of those a table tells something. */
export function countChoosers({
  choices = [],
  observations,
}: Pick<AnalysisInput, "choices" | "observations">): Counted[] {
  return choices.map((question) => {
    const [first = new Int8Array(observations.atom.length).fill(-1)] = question.chosen
    const measure = {
      ...{ id: choicesOf(question.id), kind: "objective" as const, constructs: [[first.map(toColumn)]] },
      ...{ needed: [1], asked: true, members: [] },
    }
    return { measure, tally: tally(measure, observations.atom, observations.atoms) }
  })
}

const toColumn = (chosen: number) => (chosen < 0 ? -1 : chosen === 1 ? 5 : 1)

/** By option how many of these atoms chose it, and how many chose anything. */
export function countOptions(
  { chosen }: ChoiceInput,
  atom: Int32Array,
  atoms: ReadonlySet<number>,
): { n: number; counts: number[] } {
  let n = 0
  const counts = chosen.map(() => 0)
  for (let person = 0; person < atom.length; person++) {
    if (!atoms.has(atom[person] as number) || (chosen[0]?.[person] ?? -1) < 0) continue
    n++
    for (const [at, column] of chosen.entries())
      if (column[person] === 1) counts[at] = (counts[at] as number) + 1
  }
  return { n, counts }
}
