import type { Bounds, Cell, GroupKind, MeasureSpec, Release, ReleaseGroup } from "../release.ts"

/** A told cell for tests; what is not given is of no interest. */
export function cell(n: number, favourable: number, cannotSay = 0, bounds?: Bounds): Cell {
  const told = { state: "shown", mean: 3, favourable, neutral: 0, unfavourable: 100 - favourable } as const
  return { ...told, cannotSay, n, interval: null, coded: bounds !== undefined, ...(bounds ? { bounds } : {}) }
}

export const hidden: Cell = { state: "hidden", reason: "too-few" }

export function group(
  id: string,
  kind: GroupKind,
  parent: string | null,
  cells: Record<string, Cell> = {},
  depth = 1,
): ReleaseGroup {
  return {
    ...{ id, kind, name: id, parent, depth, cells, layer: null, layers: [1, 9], distributions: {} },
    ...{ invited: 900, covered: 900, respondents: 900, responseRate: 100 },
  }
}

export function release(groups: ReleaseGroup[], rest: Partial<Release> & { measures: MeasureSpec }): Release {
  const survey = { id: "s", name: "S", organization: "O", closedAt: "2026-01-31T17:00:00Z", k: 5 }
  return {
    ...{ version: 1, seed: 1, atoms: [], steps: [], groups },
    survey: { ...survey, invited: 900, respondents: 900, responseRate: 100 },
    ...rest,
  }
}
