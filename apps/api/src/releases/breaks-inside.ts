import type { AtomInfo, BreakFinding, Breaks, MeasureStatistics, Release } from "@throughline/analysis"
import type { FrozenChart } from "@throughline/org"

/** Where the leader stands, what is below, and which of the release's groups are left. */
interface Part {
  chart: FrozenChart
  position: number
  /** Positions with people below, the leader's first. */
  inside: ReadonlySet<number>
  /** Whether an id is of the own unit or one below. */
  isInside: (group: string) => boolean
}

/**
 * Of what a release says of breaks, the part in a leader's own unit: breaks that begin in it or in a unit below, and
 * what is known of those units. Dropped is
 *   what is of the whole organization: its boundaries, how much its units vary, and the smallest p of a scan, which would
 *   say that there is a break elsewhere;
 *   the group that a break is compared with, and other branches in which it might begin.
 *
 * The gap is kept: whoever has a break has to know how large it is. With the own mean it gives the mean of the same layers
 * everywhere else, to one decimal. That is the one figure of others that a leader gets, and it is the average of
 * several branches; where all of them stand in a single other branch it would be that branch's own, and is dropped. The
 * shift in standard deviations stays: that people answer lower than their layers do is what a break says.
 */
export function breaksInside(
  { breaks, atoms }: Pick<Release, "breaks" | "atoms">,
  part: Part,
  isOneBranch = standsInOneBranch,
): Pick<Release, "breaks"> {
  if (breaks === undefined) return {}
  const { seed: _, replicates, measures, findings, units } = breaks
  const compared = atoms.filter(
    ({ kind, anchor, respondents }) => kind === "pure" && respondents > 0 && part.inside.has(anchor),
  )
  const told = (finding: BreakFinding): BreakFinding => ({
    ...finding,
    orIn: finding.orIn.filter(({ unit }) => part.isInside(unit)),
    elsewhere: null,
    gap: isOneBranch(atoms, finding, part) ? null : finding.gap,
  })
  const own: Breaks = {
    seed: 0,
    replicates,
    measures: measures.map(({ measure, primary, tested }) => ({
      ...{ measure, primary, tested },
      ...{ atoms: compared.length, handedDown: null, own: null, p: null },
    })),
    findings: findings.filter(({ unit }) => part.isInside(unit)).map(told),
    units: units.filter(({ unit }) => part.isInside(unit)),
    whole: null,
  }
  return { breaks: own }
}

/**
 * Whether everybody on the layers of a break with whom it is compared, outside the leader's unit, stands in one other branch:
 * a unit beside the leader's, or beside one of those that the leader's lies in.
 */
function standsInOneBranch(
  atoms: readonly AtomInfo[],
  { fromLayer, deepestLayer }: BreakFinding,
  { chart, position, inside }: Part,
): boolean {
  const above = new Set([-1])
  for (let at = position; at > 0; ) {
    at = chart.parent[at] as number
    above.add(at)
  }
  const branchOf = (anchor: number): number => {
    let at = anchor
    while (at >= 0 && !above.has(chart.parent[at] as number)) at = chart.parent[at] as number
    return at
  }
  // As the gap is made: of people who stand on one of the layers for certain, and answered.
  const others = atoms.filter(
    ({ kind, anchor, layers: [first, last], respondents }) =>
      kind === "pure" &&
      first === last &&
      respondents > 0 &&
      !inside.has(anchor) &&
      first >= fromLayer &&
      last <= deepestLayer,
  )
  return new Set(others.map(({ anchor }) => branchOf(anchor))).size < 2
}

/**
 * Of what a release says of how well it is measured, how far the people of each unit inside agree. Everything else hangs on
 * what others answered: a unit's reliability is the organization's ICC(1) in other words, and a mean that is drawn
 * towards the organization's would, with its reliability, give that one.
 */
export function statisticsInside(
  { statistics }: Pick<Release, "statistics">,
  isInside: Part["isInside"],
): Pick<Release, "statistics"> {
  if (statistics === undefined) return {}
  const own = Object.entries(statistics).map(([measure, { units }]): [string, MeasureStatistics] => [
    measure,
    {
      ...{ alpha: null, omega: null, icc1: null, icc2: null },
      units: Object.fromEntries(
        Object.entries(units)
          .filter(([unit]) => isInside(unit))
          .map(([unit, statistics]) => [unit, { ...statistics, reliability: null, shrunk: null }]),
      ),
    },
  ])
  return { statistics: Object.fromEntries(own) }
}
