import type { BreakFinding, WholeBoundary } from "@throughline/analysis"
import type { ChartStep, ThroughlineBranch } from "@throughline/charts"
import type { ViewedRelease } from "../api.ts"
import { signed } from "../format.ts"
import { breaksHeadline, findingLabel, findingsOf, judgedMeasure, wholeBreak } from "./breaks-sentences.ts"
import { cellOf, layersOf, rootOf, stepsOf } from "./release-groups.ts"
import { type Finding, largestDrop } from "./sentences.ts"

/** The sentence above the line: the break where they could be judged, else the largest drop as a description. */
export function lineFinding(release: ViewedRelease, group: string, measure: string): Finding {
  const { breaks } = release
  const judged = breaks && judgedMeasure(breaks, measure)
  if (!breaks || judged?.measure !== measure || !judged.tested || group !== rootOf(release))
    return largestDrop(release, group, measure)
  return breaksHeadline(release, breaks, judged)
}

/** The steps of the line; torn where a drop of the whole organization, or of the very unit whose line it is, is confirmed. */
export function lineSteps(release: ViewedRelease, group: string, measure: string): ChartStep[] {
  const { breaks } = release
  const whole = group === "all" && breaks ? wholeBreak(breaks, measure) : undefined
  const own = breaks && findingsOf(breaks, measure).find(({ unit }) => unit === group)
  const torn = whole?.toLayer ?? own?.fromLayer
  return stepsOf(release, group, measure).map((step) => ({
    from: step.from,
    to: step.to,
    difference: step.difference,
    low: step.interval?.low ?? null,
    high: step.interval?.high ?? null,
    confirmed: step.toLayer === torn,
    ...(step.toLayer === torn ? tearNote(whole, own) : {}),
  }))
}

/** The step is the plain difference of two means; the headline tells the break, which is another size. */
function tearNote(whole: WholeBoundary | undefined, own: BreakFinding | undefined): { note?: string } {
  if (whole) return { note: `${signed(-whole.drop)} beyond a gradual change` }
  return own?.gap == null ? {} : { note: `${signed(own.gap)} to those elsewhere` }
}

/** The one unit whose own line is drawn beside it: of the surest break, unless the whole line breaks or is the unit's. */
export function lineBranch(
  release: ViewedRelease,
  group: string,
  measure: string,
): ThroughlineBranch | undefined {
  const { breaks } = release
  if (!breaks || group !== rootOf(release) || wholeBreak(breaks, measure)) return undefined
  const [first] = findingsOf(breaks, measure)
  if (first === undefined || first.unit === group) return undefined
  const points = branchPoints(release, group, measure, first)
  return points.length === 0 ? undefined : { label: findingLabel(first), points }
}

/** The unit's means on the layers of the line from where it breaks; a bound would bend it by nobody knows how much. */
function branchPoints(release: ViewedRelease, group: string, measure: string, finding: BreakFinding) {
  const own = layersOf(release, finding.unit)
  return layersOf(release, group).flatMap(({ id, layers: [from, to] }) => {
    if (from < finding.fromLayer) return []
    const cell = cellOf(
      own.find(({ layers }) => layers[0] === from && layers[1] === to),
      measure,
    )
    return cell.state === "shown" && cell.bounds?.mean === undefined ? [{ id, mean: cell.mean }] : []
  })
}
