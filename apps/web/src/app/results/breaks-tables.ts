// What the icicle draws and the table behind it: a unit a row, with what can be said of it.

import type { BreakFinding, Breaks, Release, UnitVerdict } from "@throughline/analysis"
import type { IcicleFigures } from "@throughline/charts"
import type { ViewedRelease } from "../api.ts"
import { counted, points } from "../format.ts"
import type { FigureTable } from "../frame/figure.tsx"
import { breakAround, findingSentence, hasVerdicts, verdictSentence } from "./breaks-sentences.ts"
import { centreOf, hiddenText, intervalText, meanCell, meanText } from "./cell-text.ts"
import { measureName } from "./measure-names.ts"
import { cellOf, groupOf, layersOf, rootOf, units, wholeName } from "./release-groups.ts"

/** What the release says of each unit, by its id. */
const verdictsOf = (breaks: Breaks, measure: string): Map<string, UnitVerdict> =>
  new Map(hasVerdicts(breaks, measure) ? breaks.units.map((one) => [one.unit, one]) : [])

/** What can be said of one unit, in one sentence. */
function unitSentence(
  release: ViewedRelease,
  findings: readonly BreakFinding[],
  verdict: UnitVerdict | undefined,
  unit: string,
): string {
  const own = findings.find((finding) => finding.unit === unit)
  if (own) return `A confirmed break: ${findingSentence(release, own)}.`
  const inside = breakAround(release, findings, unit)
  if (verdict) return verdictSentence(verdict, inside)
  return inside
    ? `It stands inside the confirmed break in ${inside.name}.`
    : "No break is confirmed here; more is not told of single units."
}

/** The outermost group and its units, or one unit and those inside it: what the icicle draws. */
export function icicleUnits(
  release: ViewedRelease,
  breaks: Breaks,
  measure: string,
  findings: readonly BreakFinding[],
  root: string,
): IcicleFigures[] {
  const verdicts = verdictsOf(breaks, measure)
  const centre = centreOf(release, measure)?.mean ?? null
  const inside = root === rootOf(release) ? units(release) : below(release, root)
  const known = new Set(inside.map(({ id }) => id))
  const all = groupOf(release, root)
  const drawn = inside.filter(({ id }) => id !== root)
  const figures = drawn.map((unit): IcicleFigures => {
    const cell = cellOf(unit, measure)
    const verdict = verdicts.get(unit.id)
    const mean = cell.state === "shown" ? cell.mean : null
    const bound = cell.state === "shown" ? cell.bounds?.mean : undefined
    const size =
      cell.state === "hidden"
        ? hiddenText(cell)
        : `mean ${meanText(cell)}${centre === null || bound !== undefined ? "" : `, ${apart(cell.mean - centre)} ${wholeName(release)}`}`
    return {
      ...{ id: unit.id, name: unit.name, layers: unit.layers, people: unit.invited, mean },
      parent: unit.parent !== null && known.has(unit.parent) && unit.parent !== root ? unit.parent : root,
      own: ownPeople(release, unit.id, unit.layers[0]),
      ...(bound === undefined ? {} : { bound }),
      unknown: verdict?.verdict === "too-few",
      spoken: `${unit.name}: ${size}; ${counted(unit.invited, "person", "people")} invited. ${unitSentence(release, findings, verdict, unit.id)}`,
    }
  })
  const outermost: IcicleFigures = {
    ...{ id: root, name: root === "all" ? "Whole organization" : (all?.name ?? release.own?.name ?? "") },
    ...{ parent: null, people: root === "all" ? release.survey.invited : (all?.invited ?? 0), own: 0 },
    layers: rootLayers(release, root, drawn),
    mean: null,
    spoken: "",
  }
  const cell = cellOf(all, measure)
  if (cell.state === "shown") outermost.mean = cell.mean
  if (cell.state === "shown" && cell.bounds?.mean !== undefined) outermost.bound = cell.bounds.mean
  if (verdicts.get(root)?.verdict === "too-few") outermost.unknown = true
  outermost.own = ownPeople(release, root, outermost.layers[0])
  outermost.spoken = `${outermost.name}: ${cell.state === "shown" ? `mean ${meanText(cell)}` : hiddenText(cell)}; ${counted(outermost.people, "person", "people")} invited.${root === "all" ? "" : ` ${unitSentence(release, findings, verdicts.get(root), root)}`}`
  return [outermost, ...figures]
}

/** "0.4 below", "0.2 above"; what rounds to nought is "as". */
function apart(difference: number): string {
  const size = Math.round(Math.abs(difference) * 10) / 10
  return size === 0 ? "as" : `${points(size)} ${difference < 0 ? "below" : "above"}`
}

/** The head and its reports are one group: units begin a row below the last layer of it. */
function rootLayers(
  release: ViewedRelease,
  root: string,
  drawn: readonly { layers: readonly [number, number] }[],
): [number, number] {
  const own = root === "all" ? undefined : groupOf(release, root)
  if (own) return own.layers
  const first = Math.min(...drawn.map(({ layers }) => layers[0]))
  const last = Math.max(
    ...drawn.map(({ layers }) => layers[1]),
    ...layersOf(release, root).map(({ layers }) => layers[1]),
  )
  return drawn.length === 0 ? [1, Math.max(1, last)] : [Math.max(1, first - 1), last]
}

function below(release: Release, root: string) {
  const within = new Set([root])
  // Units come from the top down: the one around a unit stands before it.
  return units(release).filter(({ id, parent }) => {
    if (id !== root && !within.has(parent ?? "")) return false
    within.add(id)
    return true
  })
}

function ownPeople(release: Release, unit: string, first: number): number {
  return layersOf(release, unit).find(({ layers }) => layers[1] === first)?.invited ?? 0
}

export function breaksTable(
  release: ViewedRelease,
  breaks: Breaks,
  measure: string,
  findings: readonly BreakFinding[],
): FigureTable {
  const verdicts = verdictsOf(breaks, measure)
  const centre = centreOf(release, measure)
  return {
    caption: `${measureName(release.measures, measure)}: breaks by unit`,
    columns: [
      "Unit",
      "Stands in",
      "Layers",
      "Invited",
      "Mean (1 to 5)",
      "95% interval",
      `Less ${wholeName(release)}`,
      "Could have been seen (standard deviations)",
      "What can be said",
    ],
    rows: units(release).map((unit) => {
      const cell = cellOf(unit, measure)
      const verdict = verdicts.get(unit.id)
      const exact = cell.state === "shown" && cell.bounds?.mean === undefined && centre?.bound === undefined
      return [
        unit.name,
        unit.parent === null ? "" : (groupOf(release, unit.parent)?.name ?? ""),
        unit.layers[0] === unit.layers[1] ? String(unit.layers[0]) : `${unit.layers[0]} to ${unit.layers[1]}`,
        unit.invited,
        meanCell(cell),
        cell.state === "shown" ? intervalText(cell.interval) : "",
        exact && centre ? Math.round((cell.mean - centre.mean) * 10) / 10 : "",
        verdict?.detectable == null ? "" : points(verdict.detectable),
        unitSentence(release, findings, verdict, unit.id),
      ]
    }),
  }
}

/** Units by what can be said of them, for the list; those in a confirmed break are told with it. */
export function unitsByVerdict(
  release: ViewedRelease,
  breaks: Breaks,
  findings: readonly BreakFinding[],
): Record<"lower" | "no-evidence" | "too-few", (UnitVerdict & { name: string; mean: string })[]> {
  const told = (wanted: UnitVerdict["verdict"]) =>
    breaks.units.flatMap((one) => {
      const group = groupOf(release, one.unit)
      if (one.verdict !== wanted || !group) return []
      const cell = cellOf(group, breaks.measures[0]?.measure ?? "")
      if (wanted === "lower" && breakAround(release, findings, one.unit)) return []
      return [{ ...one, name: group.name, mean: cell.state === "shown" ? meanText(cell) : hiddenText(cell) }]
    })
  return { lower: told("lower"), "no-evidence": told("no-evidence"), "too-few": told("too-few") }
}
