/** Told shares are rounded to steps of five percent. */
const step = 0.05

/**
 * The most that rounding adds to the variance of a share: half a step to either side. If everybody chooses three of eight at
 * random, shares lie right between two steps, and the more people there are the surer it is all of that.
 */
export const stepVariance = (step / 2) ** 2
