import { leftOpen } from "../coding-shown.ts"
import type { GateMaker } from "../gate.ts"
import type { AnalysisInput, Grouping, Release, ReleaseGroup } from "../release.ts"
import { roundedAway } from "../waves-told.ts"
import { choicesOf, optionCounts } from "./count-choosers.ts"
import { isPinned, knownSums } from "./is-pinned.ts"
import { type ChoiceGroup, type ChoiceTable, leastChoosers } from "./types.ts"

/** Takes the part of what is told beside a table: a test lets it tell what the sums of shares give away. */
export const choiceGuards = { isPinned }

/**
 * Which options were chosen, of groups of which the gate lets a distribution out and of which enough chose anything. Where
 * told shares, what they add up to and the told share of official ones say together that hardly anybody, or nearly
 * everybody, chose an option, nothing is told of that group.
 */
export function choiceTables(
  { choices = [], observations, survey: { k } }: AnalysisInput,
  described: readonly { group: ReleaseGroup; grouping: Grouping }[],
  gates: ReturnType<GateMaker>,
  guards = choiceGuards,
): Pick<Release, "choices"> {
  const tables = choices.map((question): ChoiceTable => {
    const { id, text, pick, options, conditional } = question
    const gate = gates(choicesOf(id))
    const countIn = optionCounts(question, observations)
    const groups = described.flatMap(({ group, grouping }): ChoiceGroup[] => {
      if (!gate.distribution(grouping.atoms)) return []
      const { n, counts } = countIn(grouping.atoms)
      if (n < leastChoosers(k)) return []
      const shares = counts.map((count) => toFifth(count / n))
      const known = knownSums({ options, pick }, group.cells[id])
      if (known.some((sums) => guards.isPinned(shares, sums, n, leftOpen("objective", k)))) return []
      const many = n >= roundedAway(k)
      return [{ group: group.id, ...(conditional ? (many ? { many } : {}) : { n }), shares }]
    })
    return { id, text, pick, options, groups }
  })
  const told = tables.filter(({ groups }) => groups.length > 0)
  return told.length === 0 ? {} : { choices: told }
}

/** Percent in steps of five, held between 5 and 95. */
function toFifth(share: number): number {
  return Math.min(95, Math.max(5, 5 * Math.round(share * 20 + 1e-9)))
}
