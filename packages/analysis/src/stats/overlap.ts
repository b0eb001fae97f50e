export interface Overlap {
  /** Share of the official priorities that the answer names. */
  share: number
  /** The share that naming as many options at random would reach on average. */
  chance: number
  /** (share - chance) / (1 - chance): 0 as good as random, 1 all named, negative worse than random. */
  corrected: number | undefined
}

/**
 * How far a person's choice of priorities agrees with the official ones among `options` options: the share of the
 * official ones that is named, and the same beyond chance, which is a/M for an answer of a of M options (expectation
 * of the hypergeometric distribution; corrected as Cohen's kappa is, 1960, Educational and Psychological Measurement
 * 20). Order does not count. undefined without an answer and without official priorities; nothing is beyond chance
 * when every option was named.
 */
export function overlap(
  answer: ReadonlySet<number>,
  official: ReadonlySet<number>,
  options: number,
): Overlap | undefined {
  if (answer.size === 0 || official.size === 0) return undefined
  const share = [...answer].filter((option) => official.has(option)).length / official.size
  const chance = answer.size / options
  return { share, chance, corrected: chance < 1 ? (share - chance) / (1 - chance) : undefined }
}

/**
 * Ranks of all options from an ordered choice of some: 1 for the first named, and for those not named the mean of the
 * ranks that are left, (M + a + 1) / 2 for a of M named. The rows that Kendall's W and tau-b take.
 */
export function ranksOfChoice(choice: readonly number[], options: number): Float64Array {
  const ranks = new Float64Array(options).fill((options + choice.length + 1) / 2)
  for (const [at, option] of choice.entries()) ranks[option] = at + 1
  return ranks
}
