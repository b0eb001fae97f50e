import type { LinkPair } from "@throughline/analysis"
import { type ForestRow, formatCorrelation, formatFigure, type ScatterPoint } from "@throughline/charts"
import { periodName, shortPeriod } from "@throughline/org"
import type { LinkPoints, Links } from "../api.ts"
import type { FigureTable } from "../frame/figure.tsx"
import { inSentence, lagText, nameOf, shortName } from "./link-words.ts"

export const pairId = ({ construct, kpi, lag }: Pick<LinkPair, "construct" | "kpi" | "lag">): string =>
  `${construct}~${kpi}~${lag}`

const findings: Record<LinkPair["finding"], string> = {
  link: "link",
  "no-evidence": "none seen",
  "cannot-tell": "cannot tell",
}

export function forestRows(links: Links, pairs: readonly LinkPair[]): ForestRow[] {
  return pairs.map((pair) => {
    const kpi = links.kpis.find(({ id }) => id === pair.kpi)
    return {
      id: pairId(pair),
      label: `${shortName(nameOf(links.constructs, pair.construct))} and ${inSentence(kpi?.name ?? pair.kpi)}`,
      note: `${lagText(pair.lag, kpi ?? { first: null })}${kpi?.direction === "lower" ? "; lower is better" : ""}`,
      r: pair.pearson,
      low: pair.interval?.low ?? null,
      high: pair.interval?.high ?? null,
      ...{ finding: pair.finding, detectable: pair.detectable, units: pair.units },
    }
  })
}

export function pairsTable(links: Links, pairs: readonly LinkPair[]): FigureTable {
  const r = (value: number | null) => (value === null ? "" : formatCorrelation(value))
  const range = (ends: { low: number; high: number } | null) =>
    ends === null ? "" : `${formatCorrelation(ends.low)} to ${formatCorrelation(ends.high)}`
  return {
    caption: "All pairs of a topic and a KPI, with their correlation over units",
    columns: [
      ...["Topic", "KPI", "When", "Finding", "r", "95% interval", "Rank correlation", "p", "p of all pairs"],
      ...["May be missed below", "Units", "Left out in turn", "Matters most", "If perfectly measured"],
    ],
    rows: pairs.map((pair) => {
      const kpi = links.kpis.find(({ id }) => id === pair.kpi)
      return [
        ...[nameOf(links.constructs, pair.construct), kpi?.name ?? pair.kpi],
        ...[lagText(pair.lag, kpi ?? { first: null }), findings[pair.finding]],
        ...[r(pair.pearson), range(pair.interval), r(pair.spearman), share(pair.p), share(pair.pAdjusted)],
        ...[r(pair.detectable), pair.units, range(pair.influence)],
        pair.influence ? (links.units[pair.influence.unit]?.name ?? "") : "",
        r(pair.disattenuated),
      ]
    }),
  }
}

const share = (p: number | null): string => (p === null ? "" : p < 0.001 ? "< .001" : formatP(p))
const formatP = (p: number): string => p.toFixed(3).replace(/^0/, "")

export function scatterPoints({ points }: LinkPoints): ScatterPoint[] {
  const several = new Set(points.map(({ period }) => period)).size > 1
  return points.map(({ group, name, x, interval, y, period }) => ({
    ...{ id: group, label: name, x, y },
    ...(interval ? { xLow: interval.low, xHigh: interval.high } : {}),
    ...(several ? { note: shortPeriod(period) } : {}),
  }))
}

export function pointsTable({ points, construct, kpi }: LinkPoints): FigureTable {
  return {
    caption: `${construct.name} and ${kpi.name}, unit by unit`,
    format: formatFigure,
    columns: [
      ...["Unit", "Period", construct.name, "95% interval", "Answered"],
      ...[`${kpi.name}${kpi.measure === "" ? "" : ` (${kpi.measure})`}`, "Matters most"],
    ],
    rows: points.map(({ name, period, x, interval, n, y, most }) => [
      ...[name, periodName(period), x],
      interval ? `${interval.low.toFixed(1)} to ${interval.high.toFixed(1)}` : "",
      ...[n, y, most ? "yes" : ""],
    ]),
  }
}

export function besideTable(links: Links): FigureTable {
  const { engagement } = links
  const told = (one: { r: number; low: number; high: number } | null) =>
    one === null
      ? "cannot tell"
      : `${formatCorrelation(one.r)} (${formatCorrelation(one.low)} to ${formatCorrelation(one.high)})`
  return {
    caption: "Engagement and alignment beside each KPI, on the same units",
    columns: ["KPI", engagement?.engagement.name ?? "", engagement?.alignment.name ?? "", "Units"],
    rows: (engagement?.kpis ?? []).map(({ kpi, engaged, aligned, units }) => [
      nameOf(links.kpis, kpi),
      ...[told(engaged), told(aligned), units],
    ]),
  }
}
