import { countChoosers } from "../../packages/analysis/src/choices/count-choosers.ts"
import { rangeOf } from "../../packages/analysis/src/choices/is-pinned.ts"
import { tally } from "../../packages/analysis/src/tally.ts"
import { type Line, narrowBounds } from "./bounds.ts"
import type { Chosen, Figures } from "./figures.ts"
import { singledOut } from "./isolate.ts"
import type { ClosedSurvey } from "./seed-company.ts"

/** Groups of which it was told which options they chose. */
export function chosenIn(figures: Figures, survey: string, question: string): Chosen[] {
  return [...figures.chosen.values()].filter((one) => one.survey === survey && one.question === question)
}

/**
 * Of tables of options: who can be singled out among those who chose anything, by tables and, of a question whose official
 * options are told as a share as well, by those cells; and how narrowly single options confine a few who all chose something.
 */
export function byOptions(
  { id, input }: ClosedSurvey,
  figures: Figures,
  held: ReadonlyMap<string, Set<number>>,
  withBounds: boolean,
): { alone: number; bounded: number } {
  const { k } = input.survey
  const invited = input.atoms.map((atom) => atom.invited)
  let [alone, bounded] = [0, 0]
  for (const question of input.choices ?? []) {
    const told = chosenIn(figures, id, question.id)
    const [counted] = countChoosers({ choices: [question], observations: input.observations })
    const persons = [...(counted?.tally.persons ?? [])]
    const atomsOf = (group: string) => held.get(group) ?? stranger(group)
    const shares = [...figures.told.values()].filter(
      (one) => one.survey === id && one.measure === question.id && one.cells.length > 0,
    )
    const sets = [...told, ...shares].map(({ group }) => atomsOf(group))
    alone = Math.max(alone, singledOut(sets, persons, k))
    if (!withBounds || told.length === 0) continue
    for (const [at, column] of question.chosen.entries()) {
      const chose = column.map((one) => (one < 0 ? -1 : one === 1 ? 5 : 1))
      const option = { id: question.id, kind: "item" as const, constructs: [[chose]], needed: [1] }
      const { options } = tally(option, input.observations.atom, input.atoms.length)
      const answers = input.atoms.map((_, atom) =>
        [0, 1, 2, 3, 4].map((answer) => options[atom * 5 + answer] as number),
      )
      // As if how many chose were known where it is not told.
      const lines = told.map(({ group, shares }): Line => {
        const atoms = atomsOf(group)
        const n = [...atoms].reduce((sum, atom) => sum + (persons[atom] as number), 0)
        const [low, high] = rangeOf(shares[at] as number)
        return {
          weights: invited.map((_, atom) => Number(atoms.has(atom))),
          ...{ low: n * (1 + low / 25), high: n * (1 + high / 25) },
        }
      })
      const known = { told: [], steps: [], lines, scale: [1, 5], persons, answers, invited, k }
      for (const { people } of narrowBounds(known)) bounded = Math.max(bounded, people)
    }
  }
  return { alone, bounded }
}

function stranger(group: string): never {
  throw new Error(`options are told of ${group}, which is no group of this survey`)
}
