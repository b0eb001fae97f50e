import type { Cell } from "../release.ts"
import type { ChoiceTable } from "./types.ts"

/** From how many percent to how many a told share may stand for. */
export function rangeOf(share: number): [number, number] {
  return [share <= 5 ? 0 : share - 2.5, share >= 95 ? 100 : share + 2.5]
}

/** Shares of options (by place) that add up to something between two percents. */
export interface Sum {
  options: number[]
  low: number
  high: number
}

/**
 * What is known of the sums of shares: all options together, once where one is chosen, and, if people choose several,
 * between one each and all they may (and somebody may know that nobody chose fewer); the official ones by the told share of them.
 */
export function knownSums({ options, pick }: Pick<ChoiceTable, "options" | "pick">, overlap?: Cell): Sum[][] {
  const all = [...options.keys()]
  const official = all.filter((at) => options[at]?.official === true)
  const others = all.filter((at) => !official.includes(at))
  const told: Sum[] = []
  if (official.length > 0 && overlap?.state === "shown") {
    const { favourable, bounds = {} } = overlap
    const low = bounds.favourable === "at-most" ? 0 : favourable - (bounds.favourable ? 0 : 0.5)
    const high = bounds.favourable === "at-least" ? 100 : favourable + (bounds.favourable ? 0 : 0.5)
    told.push({ options: official, low: low * official.length, high: high * official.length })
  }
  const from = (least: number) => [
    ...told,
    { options: all, low: least, high: 100 * pick },
    // What is left for the others: their sum is known better than by the rounded shares of the official ones.
    ...told.map(({ low, high }) => ({ options: others, low: least - high, high: 100 * pick - low })),
  ]
  return pick === 1 ? [from(100)] : [from(100), from(100 * pick)]
}

/**
 * Whether the told shares and sums say of an option that fewer than `open` of the n chose it, or all but fewer: where the
 * rounding of single shares leaves that open, the sums may not. People are whole, so ranges are whole numbers of them, and
 * they are tightened until nothing moves any more. No sum holds part of another and part of the rest, so what is left is all
 * that can be said.
 */
export function isPinned(shares: readonly number[], sums: readonly Sum[], n: number, open: number): boolean {
  const tiny = 1e-6
  const upFrom = (percent: number) => Math.ceil((percent * n) / 100 - tiny)
  const downTo = (percent: number) => Math.floor((percent * n) / 100 + tiny)
  const ranges = shares.map((share): [number, number] => {
    const [from, to] = rangeOf(share)
    // Half a step is rounded up, so it belongs to the next one.
    return [upFrom(from), to === 100 ? n : upFrom(to) - 1]
  })
  const whole = sums.map(({ options, low, high }) => ({ options, low: upFrom(low), high: downTo(high) }))
  for (let moved = true; moved; ) {
    moved = false
    for (const { options, low, high } of whole) {
      let [least, most] = [0, 0]
      for (const at of options) {
        const [from, to] = ranges[at] as [number, number]
        least += from
        most += to
      }
      for (const at of options) {
        const [from, to] = ranges[at] as [number, number]
        const next: [number, number] = [
          Math.max(from, low - (most - to)),
          Math.min(to, high - (least - from)),
        ]
        // What nobody's answers can be says nothing about anybody's.
        if (next[0] > next[1]) return false
        if (next[0] === from && next[1] === to) continue
        ranges[at] = next
        least += next[0] - from
        most += next[1] - to
        moved = true
      }
    }
  }
  return ranges.some(([from, to]) => to < open || from > n - open)
}
