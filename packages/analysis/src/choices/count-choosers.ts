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

/** How many chose each option, and how many chose anything, in atoms that are given. */
export type CountOptions = (atoms: readonly number[]) => { n: number; counts: number[] }

/** Reads the answers once: what is counted of a group is the sum over its atoms. */
export function optionCounts(
  { chosen }: ChoiceInput,
  { atom, atoms }: Pick<AnalysisInput["observations"], "atom" | "atoms">,
): CountOptions {
  const any = new Float64Array(atoms)
  const each = chosen.map(() => new Float64Array(atoms))
  for (let person = 0; person < atom.length; person++) {
    const at = atom[person] as number
    if ((chosen[0]?.[person] ?? -1) < 0) continue
    any[at] = (any[at] as number) + 1
    for (let option = 0; option < chosen.length; option++) {
      const of = each[option] as Float64Array
      if (chosen[option]?.[person] === 1) of[at] = (of[at] as number) + 1
    }
  }
  const sum = (of: Float64Array, held: readonly number[]) =>
    held.reduce((total, at) => total + (of[at] as number), 0)
  return (held) => ({ n: sum(any, held), counts: each.map((of) => sum(of, held)) })
}
