/** A question whose answer is a choice of one or more options. */
export interface ChoiceQuestion {
  id: string
  text: string
  /** How many options a person chooses at most. */
  pick: number
  options: ChoiceOption[]
}

export interface ChoiceOption {
  id: string
  text: string
  /** Of the organization's priorities: whether it is one of the official ones. */
  official?: boolean
}

export interface ChoiceInput extends ChoiceQuestion {
  /** By option one entry a respondent: 1 chosen, 0 not, -1 chose nothing at all ("cannot say", or no answer). */
  chosen: Int8Array[]
  /** Asked depending on another answer: how many chose is never told, it would tell that one. */
  conditional?: boolean
}

/**
 * Which options were chosen, by group. Only of groups of which a distribution may be told and in which at least
 * `leastChoosers` chose. Shares are percents in steps of five, held between 5 and 95: 5 stands for less than 7.5%,
 * nobody among them, and 95 for 92.5% and more.
 */
export interface ChoiceTable extends ChoiceQuestion {
  groups: ChoiceGroup[]
}

export interface ChoiceGroup {
  /** Id of a group of the release. */
  group: string
  /** Persons who chose; left out where the question is asked depending on another answer, which it would tell. */
  n?: number
  /** Where `n` is left out: so many chose (waves-told.ts) that rounding hides the few in whom two surveys differ. */
  many?: true
  /** By option. */
  shares: number[]
}

/** With the minimum at 5: 20. Then "95 or more" leaves it open of whom among any k-1 it is true. */
export const leastChoosers = (k: number): number => 20 * Math.ceil((k - 1) / 4)
