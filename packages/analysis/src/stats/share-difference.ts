import type { Interval } from "./fisher-interval.ts"
import { normalProbability, normalQuantile } from "./normal.ts"

/** A share of 0 to 1 among `n` people. */
export interface ToldShare {
  share: number
  n: number
}

/**
 * How much larger `first` is than `second`, of two groups of different people: the score interval of Mee (1984,
 * Biometrics 40; Miettinen & Nurminen 1985, Statistics in Medicine 4, without their factor N/(N-1)), and the two-sided
 * p of the pooled score test, which is below 1 - confidence if, and only if, the interval leaves out 0.
 * `rounding` is what each share may be off because it was told rounded: the interval holds for every pair of shares
 * that far away, and p is the largest of theirs. A mean of values between 0 and 1 varies at most as much as a share
 * of the same size (Bhatia & Davis 2000), so for such a mean the interval is at most too wide and p too large. A p below
 * LEAST_P is told as LEAST_P: none is 0.
 * Undefined without people, and for what is no share.
 */
export function shareDifference(
  first: ToldShare,
  second: ToldShare,
  { rounding = 0, confidence = 0.95 } = {},
): (Interval & { p: number }) | undefined {
  if (!isTold(first) || !isTold(second) || !(rounding >= 0)) return undefined
  const least = [moved(first, -rounding), moved(second, rounding)] as const
  const most = [moved(first, rounding), moved(second, -rounding)] as const
  const z = normalQuantile((1 + confidence) / 2)
  const nearest = apart(least) > 0 ? scoreAt(least, 0) : apart(most) < 0 ? -scoreAt(most, 0) : 0
  const p = Math.max(LEAST_P, 2 * normalProbability(-nearest))
  return { low: bound(least, z), high: bound(most, -z), p }
}

/** Beyond 37 standard errors a computer has no digits left for p, and long before that no survey is so sure. */
const LEAST_P = 1e-300

type Pair = readonly [ToldShare, ToldShare]

const isTold = ({ share, n }: ToldShare) => share >= 0 && share <= 1 && n > 0 && n < Number.POSITIVE_INFINITY

const moved = ({ share, n }: ToldShare, by: number): ToldShare => ({
  share: Math.min(1, Math.max(0, share + by)),
  n,
})

const apart = ([first, second]: Pair) => first.share - second.share

/** The difference at which the score is z. The score falls as the difference grows; halved until nothing is left. */
function bound(pair: Pair, z: number): number {
  const at = apart(pair)
  let [low, high] = z > 0 ? [-1, at] : [at, 1]
  for (let step = 0; step < 60 && high - low > 1e-12; step++) {
    const middle = (low + high) / 2
    if (scoreAt(pair, middle) > z) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** How many standard errors the told difference lies above `difference`, the errors being those if it were true. */
function scoreAt(pair: Pair, difference: number): number {
  const [first, second] = pair
  const above = apart(pair) - difference
  if (above === 0) return 0
  const p = likeliestFirst(pair, difference)
  const q = Math.min(1, Math.max(0, p - difference))
  return above / Math.sqrt((p * (1 - p)) / first.n + (q * (1 - q)) / second.n)
}

/** The first share that is likeliest if the second is smaller by `difference` (Farrington & Manning 1990, appendix). */
function likeliestFirst([first, second]: Pair, difference: number): number {
  const ratio = second.n / first.n
  const a = 1 + ratio
  const b = -(1 + ratio + first.share + ratio * second.share + difference * (ratio + 2))
  const c =
    difference * difference + difference * (2 * first.share + ratio + 1) + first.share + ratio * second.share
  const d = -first.share * difference * (1 + difference)
  const v = b ** 3 / (27 * a ** 3) - (b * c) / (6 * a * a) + d / (2 * a)
  const u = (v < 0 ? -1 : 1) * Math.sqrt(Math.max(0, (b * b) / (9 * a * a) - c / (3 * a)))
  const turn = u === 0 ? 1 : Math.min(1, Math.max(-1, v / u ** 3))
  const root = 2 * u * Math.cos((Math.PI + Math.acos(turn)) / 3) - b / (3 * a)
  return Math.min(1, 1 + difference, Math.max(0, difference, root))
}
