import { wilsonInterval } from "@throughline/analysis/stats"
import type { CodedGroup, CodedPriorities, CommentGroup } from "../../releases/stored-release.ts"
import { agreementOf } from "./agreement-of.ts"
import type { CodedQuestion } from "./coded-question.ts"

/** Texts, one a person, of which a share may be told at least. */
export const leastTexts = 20

/** A text with what was said of it; its words are not needed. */
export interface TwiceCoded {
  id: string
  coarse: number
  /** Of the two coders, in the same order for all texts; fewer: it is not coded yet. */
  codes: readonly string[]
  /** Where they differ, what stands; null: nobody has settled it. */
  settled: string | null
}

/** What a text stands under; undefined: it is not coded by two, or they differ and nobody has settled it. */
export function standing({ codes, settled }: TwiceCoded): string | undefined {
  const [first, second] = codes
  if (first === undefined || second === undefined) return undefined
  return first === second ? first : (settled ?? undefined)
}

/**
 * Shares of the texts that name an official priority. A group of fewer than `least` texts is taken together with others;
 * where that is fewer still the smallest group joins, so that no text is in two figures and none is left out.
 *
 * null: some text is not coded to the end, or there are too few of them for anything to be told.
 */
export function makeCoded(
  question: CodedQuestion,
  official: readonly string[],
  groups: readonly CommentGroup[],
  texts: readonly TwiceCoded[],
  least = leastTexts,
): CodedPriorities | null {
  const coded = texts.map((text) => ({ coarse: text.coarse, code: standing(text) }))
  if (coded.length < least || coded.some(({ code }) => code === undefined)) return null

  const own = new Map<number | null, typeof coded>()
  const rest: typeof coded = []
  for (const { id } of groups) {
    const there = coded.filter(({ coarse }) => coarse === id)
    if (there.length >= least) own.set(id, there)
    else rest.push(...there)
  }
  while (rest.length > 0 && rest.length < least && own.size > 0) {
    const [smallest] = [...own].sort(([a, x], [b, y]) => x.length - y.length || Number(a) - Number(b))
    if (smallest === undefined) break
    rest.push(...smallest[1])
    own.delete(smallest[0])
  }
  const together = own.size === 0 ? "Everybody who wrote" : "Smaller groups, taken together"
  if (rest.length > 0) own.set(null, rest)
  const told = [...own].map(([group, there]): CodedGroup => {
    const named = there.filter(({ code }) => official.includes(code ?? "")).length
    return {
      group,
      label: groups.find(({ id }) => id === group)?.label ?? together,
      texts: there.length,
      official: inSteps(named / there.length),
    }
  })
  return {
    ...{ question: question.id, text: question.text },
    agreement: agreementOf(texts.map(({ codes }) => [codes[0] ?? "", codes[1] ?? ""])),
    whole: wholeOf(told),
    groups: told,
  }
}

/** Whole percent in steps of five, held between 5 and 95: never that nobody or everybody did. */
function inSteps(share: number): number {
  return Math.min(95, Math.max(5, 5 * Math.round(share * 20)))
}

/**
 * All told groups together: from what is told of them alone, so that it tells nothing more. Its interval is Wilson's at
 * both ends of what the rounding leaves open: as of people drawn from many, so rather too wide.
 */
export function wholeOf(groups: readonly CodedGroup[]): CodedPriorities["whole"] {
  const texts = groups.reduce((sum, group) => sum + group.texts, 0)
  const people = (share: (official: number) => number) =>
    groups.reduce((sum, group) => sum + (group.texts * share(group.official)) / 100, 0)
  const fewest = people((official) => (official === 5 ? 0 : official - 2.5))
  const most = people((official) => (official === 95 ? 100 : official + 2.5))
  const percent = (share: number | undefined) => Math.round(100 * (share ?? 0))
  return {
    texts,
    official: percent(texts === 0 ? 0 : people((official) => official) / texts),
    low: percent(wilsonInterval(fewest, texts)?.low),
    high: percent(wilsonInterval(most, texts)?.high ?? 1),
  }
}
