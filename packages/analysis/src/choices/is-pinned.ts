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
  const told: Sum[] = []
  if (official.length > 0 && overlap?.state === "shown") {
    const { favourable, bounds = {} } = overlap
    const low = bounds.favourable === "at-most" ? 0 : favourable - (bounds.favourable ? 0 : 0.5)
    const high = bounds.favourable === "at-least" ? 100 : favourable + (bounds.favourable ? 0 : 0.5)
    told.push({ options: official, low: low * official.length, high: high * official.length })
  }
  const any = [...told, { options: all, low: 100, high: 100 * pick }]
  const full = [...told, { options: all, low: 100 * pick, high: 100 * pick }]
  return pick === 1 ? [full] : [any, full]
}

/**
 * Whether the told shares and sums say of an option that fewer than `open` of the n chose it, or all but fewer: where the
 * rounding of single shares leaves that open, the sums may not. Tightens intervals until nothing moves any more.
 */
export function isPinned(shares: readonly number[], sums: readonly Sum[], n: number, open: number): boolean {
  const ranges = shares.map(rangeOf)
  const tiny = 1e-6
  for (let moved = true, turns = 0; moved && turns < 1000; turns++) {
    moved = false
    for (const { options, low, high } of sums) {
      const least = options.reduce((sum, at) => sum + (ranges[at]?.[0] ?? 0), 0)
      const most = options.reduce((sum, at) => sum + (ranges[at]?.[1] ?? 0), 0)
      for (const at of options) {
        const [from, to] = ranges[at] as [number, number]
        const next: [number, number] = [
          Math.max(from, low - (most - to)),
          Math.min(to, high - (least - from)),
        ]
        // What nobody's answers can be says nothing about anybody's.
        if (next[0] > next[1] + tiny) return false
        if (next[0] > from + tiny || next[1] < to - tiny) {
          ranges[at] = next
          moved = true
          break
        }
      }
      if (moved) break
    }
  }
  const share = (100 * open) / n
  return ranges.some(([from, to]) => to < share - tiny || from > 100 - share + tiny)
}
