import { wilsonInterval } from "../stats/proportion.ts"
import type { PublishedFigure, PublishedRow } from "./types.ts"

/** Every told percent with Wilson's 95 % interval, taken over all shares that round to it. */
export function publishedFigures(rows: readonly PublishedRow[], rounding = 0.5): PublishedFigure[] {
  return rows.flatMap((row) => {
    const share = (by: number) => Math.min(1, Math.max(0, (row.percent + by) / 100))
    const low = wilsonInterval(share(-rounding) * row.respondents, row.respondents)
    const high = wilsonInterval(share(rounding) * row.respondents, row.respondents)
    if (!low || !high) return []
    const { group, wave, question, code, level, order, respondents, percent } = row
    const interval: [number, number] = [points(low.low), points(high.high)]
    return [{ group, wave, question, code, level, order, respondents, percent, interval }]
  })
}

const points = (share: number) => Math.round(1e8 * share) / 1e6
