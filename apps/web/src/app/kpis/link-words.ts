// What was found between topics and KPIs, in words that follow the interval and never say why.

import type { LinkPair } from "@throughline/analysis"
import { formatCorrelation } from "@throughline/charts"
import { periodNoun } from "@throughline/org"
import type { Links } from "../api.ts"
import { count, counted, listed } from "../format.ts"

type Kpi = Links["kpis"][number]

export interface Finding {
  headline: string
  sure: string
}

/** Under this many units there is no correlation at all. */
const FEWEST = 10

export const nameOf = (all: readonly { id: string; name: string }[], id: string): string =>
  all.find((one) => one.id === id)?.name ?? id

/** A summary is named with what is in it, "The message: mission, vision, strategy"; in a sentence the first part will do. */
export const shortName = (name: string): string => name.split(":")[0] ?? name

/** In running text a name begins small, except where it is all capitals. */
export const inSentence = (name: string): string =>
  /^\p{Lu}[^\p{Lu}]*$/u.test(name.split(/\s/)[0] ?? "") ? name.charAt(0).toLowerCase() + name.slice(1) : name

/** "in the quarter of the survey", "in the month after the survey". */
export function lagText(lag: number, kpi: Pick<Kpi, "first">): string {
  const noun = periodNoun(kpi.first ?? "")
  if (lag === 0) return `in the ${noun} of the survey`
  const away = Math.abs(lag)
  const side = lag > 0 ? "after" : "before"
  return away === 1 ? `in the ${noun} ${side} the survey` : `${count(away)} ${noun}s ${side} the survey`
}

/** Which way is better, and in what it is measured: "%, higher is better". */
export const measureText = (kpi: { measure: string; direction: "higher" | "lower" }): string =>
  `${kpi.measure === "" ? "" : `${kpi.measure}, `}${kpi.direction} is better`

/** "correlation .62, 95% interval .27 to .82, 22 units". */
function figures({ pearson, interval, units }: LinkPair): string {
  const r = pearson === null ? "" : `correlation ${formatCorrelation(pearson)}, `
  const range =
    interval === null
      ? ""
      : `95% interval ${formatCorrelation(interval.low)} to ${formatCorrelation(interval.high)}, `
  return `${r}${range}${counted(units, "unit", "units")}`
}

/** "where mission clarity is higher, on-time delivery is higher". */
function together(links: Links, { construct, kpi, pearson, lag }: LinkPair): string {
  const [topic, figure] = [
    shortName(nameOf(links.constructs, construct)),
    links.kpis.find(({ id }) => id === kpi),
  ]
  const way = (pearson ?? 0) > 0 ? "higher" : "lower"
  return `where ${inSentence(topic)} is higher, ${inSentence(figure?.name ?? kpi)} is ${way} ${lagText(lag, figure ?? { first: null })}`
}

/** One pair as a sentence, by what was found. */
export function pairFinding(links: Links, pair: LinkPair): Finding {
  const kpi = links.kpis.find(({ id }) => id === pair.kpi)
  const both = `${inSentence(kpi?.name ?? pair.kpi)} and ${inSentence(shortName(nameOf(links.constructs, pair.construct)))}`
  const when = lagText(pair.lag, kpi ?? { first: null })
  if (pair.finding === "link")
    return {
      headline: start(together(links, pair)),
      sure: `${start(figures(pair))}. ${wayText(pair)} It held up against all pairs and moments together. That units go together says nothing of why, and nothing of single people.`,
    }
  if (pair.pearson === null)
    return {
      headline: `${start(counted(pair.units, "unit", "units"))} cannot tell whether ${both} go together`,
      sure:
        pair.units < FEWEST
          ? `Both are known of ${counted(pair.units, "unit", "units")} ${when}; below ${FEWEST} no correlation is told, because one unit would decide it.`
          : `Both are known of ${counted(pair.units, "unit", "units")} ${when}, but one of the two is the same everywhere.`,
    }
  if (pair.finding === "no-evidence")
    return {
      headline: `${start(both)} were not seen to go together`,
      sure: `${start(figures(pair))}, ${when}. A correlation of .30 or more would have been seen; a smaller one may be there.`,
    }
  return {
    headline: `Whether ${both} go together cannot be told`,
    sure: `${start(figures(pair))}, ${when}. ${unseenText(pair)}${isNear(pair) ? ` The interval leaves out 0, but among so many pairs that comes up by chance, or one unit alone decides it${pair.n > pair.units ? ", or all units moved together over time" : ""}.` : ""}`,
  }
}

const isNear = ({ interval }: LinkPair): boolean =>
  interval !== null && (interval.low > 0 || interval.high < 0)

const unseenText = ({ detectable, units }: LinkPair): string =>
  detectable === null
    ? `${start(counted(units, "unit", "units"))} are too few to see any correlation among so many pairs.`
    : `A correlation below ${formatCorrelation(detectable)} may well be missed with ${counted(units, "unit", "units")}.`

const wayText = ({ way }: LinkPair): string =>
  way === null ? "" : way === "better-with-better" ? "Better goes with better." : "Better goes with worse."

/** All pairs in one sentence, and what the units may not have shown. */
export function linksFinding(links: Links, where: string): Finding {
  const { pairs } = links
  const found = pairs.filter(({ finding }) => finding === "link")
  const unclear = pairs.filter(({ finding }) => finding === "cannot-tell")
  const seen = pairs.length - found.length - unclear.length
  const [first] = found
  const all = counted(pairs.length, "pair", "pairs")
  const headline =
    first === undefined
      ? unclear.length === pairs.length
        ? `Whether alignment and the figures go together cannot be told${where} yet`
        : `Among ${all}${where} nothing was found that holds up${unclear.length === 0 ? "" : `; for ${count(unclear.length)} it cannot be told`}`
      : `Of ${all}${where}, ${found.length === 1 ? "one link" : `${count(found.length)} links, the clearest`}: ${together(links, first)}`
  return {
    headline,
    sure: [
      first === undefined ? "" : `${start(figures(first))}.`,
      unclearText(unclear),
      seen > 0
        ? `In ${counted(seen, "pair", "pairs")} a correlation of .30 or more would have been seen, and was not.`
        : "",
      "Units that go together tell nothing of why, and nothing of single people.",
    ]
      .filter((part) => part !== "")
      .join(" "),
  }
}

function unclearText(unclear: readonly LinkPair[]): string {
  if (unclear.length === 0) return ""
  const untested = unclear.filter(({ pearson }) => pearson === null)
  const [best] = unclear
    .filter(({ pearson, detectable }) => pearson !== null && detectable !== null)
    .toSorted((a, b) => (a.detectable ?? 1) - (b.detectable ?? 1))
  const few =
    untested.length === 0
      ? ""
      : `${start(counted(untested.length, "pair has", "pairs have"))} fewer than ${FEWEST} units, or one side that is the same everywhere; no correlation is told of ${untested.length === 1 ? "it" : "them"}.`
  const tested = unclear.length - untested.length
  const rest =
    best === undefined
      ? ""
      : `For ${counted(tested, "pair", "pairs")} ${tested === 1 ? `${count(best.units)} units are too few to tell:` : `the units are too few to tell: even of ${count(best.units)}, the most that any of them has,`} a correlation below ${formatCorrelation(best.detectable ?? 1)} may well be missed.`
  return [rest, few].filter((part) => part !== "").join(" ")
}

/** What would have to be there to tell more; "" where it is not known. */
export function neededText({ needed, pairs }: Links): string {
  if (needed.length === 0 || pairs.every(({ finding }) => finding !== "cannot-tell")) return ""
  const parts = needed.map(
    ({ r, units }) => `${count(units)} units for a correlation of ${formatCorrelation(r)}`,
  )
  return `To tell more it takes units: about ${listed(parts)} among so many pairs. Fewer KPIs looked at together, and further surveys with the same questions, help as well.`
}

export interface Detail {
  name: string
  says: string
}

/** All that is known of a pair beside its correlation, each as a name and a sentence. */
export function pairDetails(links: Links, pair: LinkPair): Detail[] {
  const { influence, weighted, besideSize, underHead, disattenuated, spearman, spearmanInterval } = pair
  const most = influence ? links.units[influence.unit]?.name : undefined
  const by = formatCorrelation
  const range = ({ low, high }: { low: number; high: number }) => `${by(low)} to ${by(high)}`
  return [
    influence && {
      name: "Each unit left out in turn",
      says: `The correlation stays between ${by(influence.low)} and ${by(influence.high)}.${most === undefined ? "" : influence.fragile ? ` Without ${most} it would point the other way or nowhere, so nothing is claimed.` : ` ${most} matters most; it is ringed.`}`,
    },
    spearman !== null && {
      name: "By rank only",
      says: `${by(spearman)}${spearmanInterval ? `, 95% ${range(spearmanInterval)}` : ""}: an extreme value counts no more here than the one next to it.`,
    },
    pair.p !== null &&
      pair.pAdjusted !== null && {
        name: "By chance",
        says: `Units that do not go together show as much in ${chance(pair.p)}; with all pairs taken together it is ${chance(pair.pAdjusted)}, and a link needs that to be 5 or fewer.`,
      },
    weighted && {
      name: "Weighted",
      says: `${by(weighted.r)}, where units with more exact scores count more (as much as ${count(Math.round(weighted.effective))} equal units).`,
    },
    besideSize && {
      name: "Beside size",
      says: `${by(besideSize.r)}, 95% ${range(besideSize)}, once large and small units are made comparable.`,
    },
    underHead && {
      name: "Under the same head",
      says: `${by(underHead.r)} over ${counted(underHead.units, "unit", "units")}, compared only with units beside them.`,
    },
    disattenuated !== null && {
      name: "If perfectly measured",
      says: `${by(disattenuated)}. Surveys blur what they measure, which makes correlations smaller; this is no finding and has no interval.`,
    },
  ].filter((detail): detail is Detail => typeof detail === "object" && detail !== null)
}

/** "4 of 100 cases", "fewer than 1 of 1,000 cases". */
function chance(p: number): string {
  if (p < 0.001) return "fewer than 1 of 1,000 cases"
  return p < 0.0995
    ? `${Number((p * 100).toPrecision(2))} of 100 cases`
    : `${Math.round(p * 100)} of 100 cases`
}

/** Engagement beside alignment on the same units, KPI by KPI. */
export function besideText(links: Links): string {
  const { engagement } = links
  if (engagement === null) return ""
  const both = engagement.kpis.filter(({ engaged, aligned }) => engaged !== null && aligned !== null)
  if (both.length === 0)
    return `Fewer than ${FEWEST} units tell engagement, alignment and a KPI; the two cannot be set side by side.`
  const parted = both.filter(
    ({ engaged, aligned }) =>
      engaged && aligned && (engaged.high < aligned.low || aligned.high < engaged.low),
  )
  return parted.length === 0
    ? `With ${both.length === 1 ? "the one KPI" : `none of ${count(both.length)} KPIs`} that both can be set beside${both.length === 1 ? " their intervals overlap" : " do the intervals lie apart"}: which of the two goes with the figures more cannot be told.`
    : `With ${listed(parted.map(({ kpi }) => inSentence(nameOf(links.kpis, kpi))))} the two lie apart: neither interval reaches the other.`
}

function start(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
