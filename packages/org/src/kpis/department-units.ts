import type { FrozenChart } from "../group.ts"

/** The unit that a department's people fit best, and how much of either is in the other. */
export interface DepartmentFit {
  /** Position of the unit's head. */
  unit: number
  /** Share of the department's people in the unit; its head counts as in it. */
  covered: number
  /** Share of the unit's people who are of the department. */
  filled: number
  /** At least 80% of either: the department is that unit. */
  fits: boolean
}

const FITS_FROM = 0.8

/**
 * For each department the unit it fits best (most people in common, of all in either; the higher one of two). A department
 * that lies across units fits none of them. O(people × layers).
 *
 * @param departments by position; null or blank: of no department
 */
export function departmentUnits(
  chart: Pick<FrozenChart, "parent" | "layer">,
  departments: readonly (string | null)[],
): Map<string, DepartmentFit> {
  const count = chart.parent.length
  /** People below each position. */
  const below = new Int32Array(count)
  const people = new Map<string, number[]>()
  for (let position = count - 1; position >= 0; position--) {
    if (chart.layer[position] === 0) continue
    const manager = chart.parent[position] as number
    if (manager >= 0) below[manager] = (below[manager] as number) + (below[position] as number) + 1
    const department = departments[position]
    if (!department) continue
    const of = people.get(department)
    if (of) of.push(position)
    else people.set(department, [position])
  }
  return new Map(
    [...people].flatMap(([department, positions]) => {
      const fit = bestUnit(chart, positions, below)
      return fit === undefined ? [] : [[department, fit] as const]
    }),
  )
}

function bestUnit(
  { parent }: Pick<FrozenChart, "parent">,
  positions: readonly number[],
  below: Int32Array,
): DepartmentFit | undefined {
  const inside = new Map<number, number>()
  for (const position of positions)
    for (let at = parent[position] as number; at >= 0; at = parent[at] as number)
      inside.set(at, (inside.get(at) ?? 0) + 1)
  const members = new Set(positions)
  let best: DepartmentFit | undefined
  let most = 0
  // Managers have smaller numbers than their reports: of equals the higher unit comes first.
  for (const [unit, common] of [...inside].sort(([a], [b]) => a - b)) {
    const size = below[unit] as number
    const covered = (common + (members.has(unit) ? 1 : 0)) / positions.length
    const filled = common / size
    const fits = covered >= FITS_FROM && filled >= FITS_FROM
    // A unit that fits goes before one that does not.
    const shared = common / (size + positions.length - common) + (fits ? 1 : 0)
    if (shared <= most) continue
    most = shared
    best = { unit, covered, filled, fits }
  }
  return best
}
