/** Lower edges, in tenths of a scale point above the organization's mean, of the classes 5, 6 and 7. */
const edges = [2, 5, 8] as const

/**
 * The class 1..7 of a mean on the one diverging heat scale: 4 is within 0.1 scale points of the organization's
 * mean, 3 and 5 from 0.2, 2 and 6 from 0.5, 1 and 7 from 0.8. The same on every screen and in every wave.
 */
export function heatClass(mean: number, centre: number): number {
  const tenths = Math.round((mean - centre) * 10)
  const away = edges.filter((edge) => Math.abs(tenths) >= edge).length
  return 4 + Math.sign(tenths) * away
}

/** What each class means, for the key: from the lowest to the highest. */
export const heatKey = ["−0.8", "−0.5", "−0.2", "±0.1", "+0.2", "+0.5", "+0.8"] as const
