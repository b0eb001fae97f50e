import type { AnalysisInput, Cell, Objective, Release } from "./release.ts"

type Shown = Cell & { state: "shown" }

/** Groups and objectives of which what is told confines any k-1 of the people to less than a point of the scale. */
export interface Confined {
  code: "narrow"
  group: string
  measure: string
  people: number
}

/**
 * What people show, one objective at a time and, where a share of several columns is told beside the share of who shows all of
 * them, both at once: how many any k-1 (in a small group any half of it, of more the others say too much anyway) may show at
 * least and at most, counted out from nothing but what is told.
 */
export function confinedByShown(
  { groups }: Pick<Release, "groups">,
  { measures, survey: { k } }: Pick<AnalysisInput, "measures" | "survey">,
): Confined[] {
  const objectives = measures.objectives ?? []
  return groups.flatMap(({ id: group, cells }) =>
    objectives.flatMap((objective): Confined[] => {
      const cell = cells[objective.id]
      if (cell?.state !== "shown") return []
      const columns = objective.every ? 1 : objective.columns.length
      const whole = objective.every ? undefined : beside(objectives, objective, cells)
      const few = Math.min(k - 1, Math.floor(cell.n / 2))
      const free = freedom(cell, whole, columns, few)
      return free * 4 < few - 1e-6 ? [{ code: "narrow", group, measure: objective.id, people: cell.n }] : []
    }),
  )
}

function beside(objectives: readonly Objective[], { columns }: Objective, cells: Record<string, Cell>) {
  const all = objectives.find((one) => one.every && one.columns.join() === columns.join())
  const cell = all === undefined ? undefined : cells[all.id]
  return cell?.state === "shown" ? cell : undefined
}

/** By how many whole persons' worth the sum of some `few` of them may differ: each shows 0 to `columns` of as many. */
export function freedom(share: Shown, whole: Shown | undefined, columns: number, few: number): number {
  const { n } = share
  const [hitsLow, hitsHigh] = countsOf(share, n * columns)
  const [fullLow, fullHigh] = whole === undefined ? [0, n] : countsOf(whole, n)
  // Of those who do not show all: at most one less.
  const short = columns - 1
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let full = fullLow; full <= fullHigh; full++) {
    for (let own = Math.max(0, full - (n - few)); own <= Math.min(few, full); own++) {
      const others = columns * (full - own)
      const othersMost = others + short * (n - few - (full - own))
      const low = Math.max(columns * own, hitsLow - othersMost)
      const high = Math.min(columns * own + short * (few - own), hitsHigh - others)
      if (low > high) continue
      least = Math.min(least, low)
      most = Math.max(most, high)
    }
  }
  // What nobody's answers can be confines nobody.
  return most < least ? Number.POSITIVE_INFINITY : (most - least) / columns
}

/** Which whole numbers of so many a told share may stand for; the mean says no more. */
function countsOf({ favourable, mean, bounds = {} }: Shown, of: number): [number, number] {
  const bound = bounds.favourable
  const half = bound === undefined ? 0.5 : 0
  const tiny = 1e-6
  const byMean = (end: number) => (mean - 1 + (bounds.mean === undefined ? end * 0.05 : 0)) * 25
  const low =
    bound === "at-most" ? 0 : Math.max(favourable - half, bounds.mean === "at-most" ? 0 : byMean(-1))
  const high =
    bound === "at-least" ? 100 : Math.min(favourable + half, bounds.mean === "at-least" ? 100 : byMean(1))
  return [Math.max(0, Math.ceil((low * of) / 100 - tiny)), Math.min(of, Math.floor((high * of) / 100 + tiny))]
}
