import type { ChoiceTable } from "../choices/types.ts"
import type { ReleaseGroup } from "../release.ts"

/** What a screen needs to name a group and to put it in its place. */
export type GroupFacts = Pick<
  ReleaseGroup,
  "id" | "kind" | "name" | "parent" | "layer" | "layers" | "depth" | "respondents"
>

/** Claimed against shown. Worked out of told figures alone, so that it tells nothing which the release does not. */
export interface Knowing {
  groups: GroupFacts[]
  objectives: KnowingObjective[]
  /** Who explained it last, and when, and the organization's own questions with choices: as the release tells them. */
  choices: ChoiceTable[]
}

export interface KnowingObjective {
  id: string
  text: string
  /** Whole percent that guessing gets right. */
  chance: number
  /** The construct that claims it; null: there is none, so there is no gap either. */
  claim: { id: string; name: string } | null
  /** Only groups of which something is told. */
  groups: KnowingGroup[]
}

/** An estimate in whole percent or points, with its 95% interval. */
export interface Estimate {
  value: number
  low: number
  high: number
}

export interface KnowingGroup {
  group: string
  /** Persons who answered the objective question, "cannot say" among them, as told figures say it. */
  n: number
  /** Percent of those who answered who show it ("cannot say" shows nothing). */
  shown: Estimate
  /** Is the share told only as a bound? Then `shown.value` is that bound. */
  shownBound?: "at-least" | "at-most"
  /**
   * Percent favourable of the claim, of all answers to it: who cannot say claims nothing, so it is a little less than the
   * percent favourable told elsewhere. null: there is no claim, or it is hidden here.
   */
  claimed: Estimate | null
  claimedBound?: "at-least" | "at-most"
  /** Percent known beyond guessing: 0 is what guessing gives, 100 everybody knows; below 0: worse than guessing. */
  beyondChance: Estimate
  /** The illusion gap, claimed less shown, in points; null: one of them is missing, or both are bounds that leave it open. */
  gap: Estimate | null
  /** Is one of the two told only as a bound? Then `gap.value` is that bound of the gap. */
  gapBound?: "at-least" | "at-most"
  finding: "illusion" | "modest" | "no-gap" | "cannot-tell"
}
