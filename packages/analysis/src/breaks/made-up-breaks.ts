import { seeded } from "../random.ts"
import type { AnalysisInput } from "../release.ts"
import type { FoundBreak, FoundBreaks } from "./find-breaks.ts"
import type { Managers } from "./scan-nodes.ts"

/** The managers of a company of `synthetic`, for tests only: units are numbered as positions, layer 6 has managers of its own. */
export function madeUpManagers({ atoms, groupings }: AnalysisInput): Managers {
  const units = groupings.filter(({ kind }) => kind === "unit")
  const parent = [-1]
  const level = [0]
  for (const { unit, parent: around, depth } of units) {
    const above = around === "all" ? 0 : Number(around?.slice("unit:".length))
    parent[unit as number] = above
    level[unit as number] = depth
  }
  const teams = atoms.map(({ anchor, layers, kind, invited }): Managers["teams"][number] => {
    if (kind !== "pure") return undefined
    if (layers[0] < 6) return { managers: [anchor], invited: [invited] }
    const half = Math.floor(invited / 2)
    const managers = [parent.length, parent.length + 1]
    parent.push(anchor, anchor)
    level.push(4, 4)
    return { managers, invited: [half, invited - half] }
  })
  return {
    ...{ parent: Int32Array.from(parent), level: Int32Array.from(level), teams },
    position: Int32Array.from(parent.keys()),
    names: parent.map((_, at) => `Unit ${at}`),
  }
}

/** Breaks as if they had been found, of any unit from any layer down, in any measure. */
export function madeUpBreaks(input: AnalysisInput, seed: number, count: number): FoundBreaks {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const units = input.groupings.filter(({ kind, unit }) => kind === "unit" && unit !== null)
  const measures = ["message", ...input.measures.constructs.map(({ id }) => id)]
  const breaks = Array.from({ length: count }, () => {
    const { unit, atoms } = pick(units)
    const layers = atoms.flatMap((atom) => {
      const { kind, layers } = input.atoms[atom] as (typeof input.atoms)[number]
      return kind === "pure" ? layers[0] : []
    })
    const fromLayer = pick(layers)
    const shift = -0.3 - 2 * random()
    const one: FoundBreak = {
      ...{ unit: unit as number, name: `Unit ${unit}`, fromLayer, deepestLayer: Math.max(...layers) },
      ...{ between: [fromLayer, fromLayer], orIn: [], shift, shrunk: 0.8 * shift, p: 0.01 },
    }
    return { measure: pick(measures), one }
  })
  return {
    ...{ seed, replicates: 999 },
    measures: measures.map((measure, at) => ({
      ...{ measure, primary: at === 0, tested: true, atoms: 60, handedDown: 0.05, own: 0.05, p: 0.01 },
      breaks: breaks.flatMap((found) => (found.measure === measure ? found.one : [])),
      detectable: new Map(units.map(({ unit }) => [unit as number, 0.3 + random()])),
    })),
  }
}
