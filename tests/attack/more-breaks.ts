import type { AnalysisInput, FoundBreaks } from "@throughline/analysis"

/**
 * What the close found, and of the largest unit and the smallest with ten answers, from each of their layers on, a break more:
 * whatever is found, nobody may be singled out by what is told of it.
 */
export function withMore(input: AnalysisInput, found: FoundBreaks | undefined): FoundBreaks | undefined {
  if (found === undefined) return undefined
  const { atoms, groupings } = input
  const respondents = (held: readonly number[]) =>
    held.reduce((sum, atom) => sum + (atoms[atom]?.respondents ?? 0), 0)
  const units = groupings
    .filter(({ kind, atoms }) => kind === "unit" && respondents(atoms) >= 10)
    .sort((a, b) => respondents(b.atoms) - respondents(a.atoms))
  const more = [units[0], units[1], units.at(-1)].flatMap((one) => {
    if (one?.unit == null) return []
    const { unit, name, atoms: held } = one
    const pure = held.filter((atom) => atoms[atom]?.kind === "pure")
    const layers = [...new Set(pure.map((atom) => atoms[atom]?.layers[0] as number))].sort((a, b) => a - b)
    const deepestLayer = layers.at(-1) as number
    return layers.flatMap((fromLayer) => {
      const inside = pure.filter((atom) => (atoms[atom]?.layers[0] as number) >= fromLayer)
      if (respondents(inside) < 10) return []
      const between: [number, number] = [fromLayer, deepestLayer]
      const place = { unit, name, fromLayer, deepestLayer, between, orIn: [] }
      return [{ ...place, shift: -0.83, shrunk: -0.71, p: 0.013 }]
    })
  })
  const isFound = (breaks: readonly { unit: number; fromLayer: number }[], one: (typeof more)[number]) =>
    breaks.some(({ unit, fromLayer }) => unit === one.unit && fromLayer === one.fromLayer)
  return {
    ...found,
    measures: found.measures.map((measure, at) => {
      if (at > 1) return measure
      const { breaks } = measure
      return { ...measure, breaks: [...breaks, ...more.filter((one) => !isFound(breaks, one))] }
    }),
  }
}
