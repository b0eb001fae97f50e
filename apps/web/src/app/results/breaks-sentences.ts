// What the scan for breaks found, in sentences. "No evidence" is never "no problem"; "too few to tell" says what could
// have been seen. The screen, Home and the picture take their words from here.

import type { BreakFinding, Breaks, JudgedMeasure, UnitVerdict, WholeBoundary } from "@throughline/analysis"
import type { ViewedRelease } from "../api.ts"
import { counted, listed, points } from "../format.ts"
import { measureName } from "./measure-names.ts"
import { groupOf } from "./release-groups.ts"
import type { Finding } from "./sentences.ts"

/** So many names in a row; the others are counted. */
const NAMED = 3

/** The measure that is looked at: the one asked for if it was judged, else the primary one. */
export function judgedMeasure(breaks: Breaks, wanted: string | null): JudgedMeasure | undefined {
  const { measures } = breaks
  return (
    measures.find(({ measure }) => measure === wanted) ??
    measures.find(({ primary }) => primary) ??
    measures[0]
  )
}

/** Confirmed breaks of one measure, the surest first. */
export const findingsOf = (breaks: Breaks, measure: string): BreakFinding[] =>
  breaks.findings.filter((finding) => finding.measure === measure).sort((a, b) => a.p - b.p)

/** Units and the whole organization were judged by the first measure only. */
export const hasVerdicts = (breaks: Breaks, measure: string): boolean =>
  breaks.measures[0]?.measure === measure

/** The drop of the whole organization at one layer, if one is confirmed; the surest if several are. */
export function wholeBreak(breaks: Breaks, measure: string): WholeBoundary | undefined {
  if (!hasVerdicts(breaks, measure)) return undefined
  return breaks.whole?.boundaries.filter(({ verdict }) => verdict === "break").sort((a, b) => a.p - b.p)[0]
}

/** "Fewer than 4 of 100 healthy organizations would show this": a family-wise p, never told as smaller than it is. */
export function howRare(p: number): string {
  const of = p < 0.0095 ? 1000 : 100
  const exact = p * of
  const whole = Math.abs(exact - Math.round(exact)) < 1e-9
  return `${whole ? `At most ${Math.max(1, Math.round(exact))}` : `Fewer than ${Math.ceil(exact)}`} of ${of === 1000 ? "1,000" : of} healthy organizations would show this.`
}

/** "In Operations, the message is 0.6 scale points lower from layer 4 down than at those layers elsewhere" */
export function findingSentence(release: ViewedRelease, finding: BreakFinding): string {
  const { fromLayer, deepestLayer, between, gap } = finding
  const exact = between[0] === between[1]
  const single = exact && fromLayer === deepestLayer
  const where = single ? `on layer ${fromLayer}` : `from ${exact ? "" : "about "}layer ${fromLayer} down`
  const than = single ? "than on that layer elsewhere" : "than at those layers elsewhere"
  const name = inSentence(measureName(release.measures, finding.measure))
  const own = release.own?.group === finding.unit ? ", your unit" : ""
  const size = gap !== null && gap <= -0.05 ? `${points(-gap)} scale points ` : ""
  const instead = size === "" ? `: by ${deviations(finding.shift, finding)} standard deviations` : ""
  return `In ${finding.name}${own}, ${name} is ${size}lower ${where} ${than}${instead}`
}

/** On which layers and in which other units it may begin instead; "" when both are known. */
export function whereElse(finding: BreakFinding): string {
  const [first, last] = finding.between
  const layer =
    first === last
      ? ""
      : last === first + 1
        ? `It begins between layer ${first} and ${last}; the answers cannot tell more exactly.`
        : `It begins somewhere between layer ${first} and ${last}; the answers cannot tell more exactly.`
  if (finding.orIn.length === 0) return layer
  const named = finding.orIn.slice(0, NAMED).map(({ name }) => name)
  const left = finding.orIn.length - named.length
  const others = left === 0 ? named : [...named, counted(left, "other unit", "other units")]
  const unit = `The answers cannot tell whether it begins in ${[finding.name, ...others.slice(0, -1)].join(", ")} or in ${others.at(-1)}.`
  return [layer, unit].filter((words) => words !== "").join(" ")
}

/** Size and people behind a finding, for the list: effect first. */
export function findingSize(finding: BreakFinding): string {
  const { shift, shrunk, n } = finding
  const size = `${sentenceStart(deviations(shift, finding))} standard deviations; ${deviations(shrunk, finding)} when the luck of being found is allowed for.`
  return n === null ? size : `${size} ${counted(n, "person", "people")} answered.`
}

/** Told to half a standard deviation where the mean of the people in it is not told, and as 1.5 at most. */
function deviations(shift: number, { coarse }: BreakFinding): string {
  const size = points(Math.abs(shift))
  if (!coarse) return size
  return Math.abs(shift) >= 1.5 ? `${size} or more` : `about ${size}`
}

/** The label in the picture. */
export function findingLabel(finding: BreakFinding): string {
  const { name, fromLayer, deepestLayer, gap, shift } = finding
  const where = fromLayer === deepestLayer ? `on layer ${fromLayer}` : `from layer ${fromLayer} down`
  const size =
    gap !== null && gap <= -0.05
      ? points(gap)
      : `${finding.coarse ? "about " : ""}${points(-Math.abs(shift))} SD`
  return `Break: ${name} ${where}, ${size}`
}

/** "In the whole organization, the message drops by 0.4 scale points between layer 3 and layer 4" */
function wholeSentence(release: ViewedRelease, measure: string, at: WholeBoundary): string {
  return `In the whole organization, ${inSentence(measureName(release.measures, measure))} drops by ${points(at.drop)} scale points between layer ${at.fromLayer} and layer ${at.toLayer}`
}

/** What can be said of one boundary between layers. */
export function boundarySentence(at: WholeBoundary): string {
  const place = `Between layer ${at.fromLayer} and layer ${at.toLayer}`
  if (at.verdict === "break")
    return `${place}: a break. Everybody below answers ${points(at.drop)} scale points lower than a gradual change would have it (95% interval: ${points(at.low)} to ${points(at.high)}). ${howRare(at.p)}`
  const seen = `A drop of ${points(at.detectable)} scale points would as likely as not have been seen`
  return at.verdict === "no-evidence"
    ? `${place}: no evidence of a drop. ${seen}.`
    : `${place}: too few to tell. ${seen}; a smaller one would more likely have been missed.`
}

/** What can be said of a unit without a finding of its own; `inside`: it stands in this confirmed break. */
export function verdictSentence({ verdict, detectable }: UnitVerdict, inside?: BreakFinding): string {
  if (verdict === "break") return "A confirmed break begins here."
  if (inside) return `It stands inside the confirmed break in ${inside.name}.`
  if (verdict === "lower")
    return "Lower than the average, within normal variation: leaders differ as much as this."
  if (verdict === "no-evidence")
    return `No evidence of a break.${detectable === null ? "" : ` ${couldBeSeen(detectable)}`}`
  return detectable === null
    ? "Too few to tell: those who answered there are not enough to be judged by themselves."
    : `Too few to tell. ${couldBeSeen(detectable)}`
}

const couldBeSeen = (detectable: number): string =>
  `A drop of ${points(detectable)} standard deviations would as likely as not have been seen.`

/** The sentence above the screen and above Home's line, and how sure it is. */
export function breaksHeadline(release: ViewedRelease, breaks: Breaks, judged: JudgedMeasure): Finding {
  const { measure } = judged
  const name = inSentence(measureName(release.measures, measure))
  const findings = findingsOf(breaks, measure)
  const whole = wholeBreak(breaks, measure)
  const [first, ...more] = findings
  if (whole) {
    return {
      headline: wholeSentence(release, measure, whole),
      sure: sentences(
        howRare(whole.p),
        `It comes on top of what changes gradually from layer to layer; 95% interval: ${points(whole.low)} to ${points(whole.high)}.`,
        alsoIn(findings),
      ),
    }
  }
  if (first) {
    return {
      headline: findingSentence(release, first),
      sure: sentences(howRare(first.p), whereElse(first), alsoIn(more)),
    }
  }
  const where = release.own ? ` in ${release.own.name}` : " anywhere"
  if (!judged.tested) {
    return {
      headline: `Too few to tell whether ${name} breaks${where}`,
      sure: `${counted(judged.atoms, "group of people has", "groups of people have")} answers that could be compared, and that is too few to know how much leaders ordinarily differ. Nothing was tested: this is neither good news nor bad.`,
    }
  }
  return {
    headline: `No evidence that ${name} breaks${where}`,
    sure: "No area is lower by more than leaders ordinarily differ. That is not the same as no problem: a small drop, or one in a small unit, cannot be seen.",
  }
}

function alsoIn(findings: readonly BreakFinding[]): string {
  if (findings.length === 0) return ""
  const names = [...new Set(findings.map(({ name }) => name))]
  const named = names.slice(0, NAMED)
  const left = names.length - named.length
  return `Confirmed too: in ${listed(left === 0 ? named : [...named, counted(left, "other unit", "other units")])}.`
}

/** A confirmed break of the measure that holds all of the unit or part of it, by the units around it. */
export function breakAround(
  release: ViewedRelease,
  findings: readonly BreakFinding[],
  unit: string,
): BreakFinding | undefined {
  const lowest = groupOf(release, unit)?.layers[1] ?? 0
  for (let at = groupOf(release, unit); at; at = groupOf(release, at.parent ?? "")) {
    const found = findings.find((finding) => finding.unit === at?.id && lowest >= finding.fromLayer)
    if (found) return found
  }
  return undefined
}

const sentences = (...all: string[]): string => all.filter((one) => one !== "").join(" ")

const sentenceStart = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** "Strategy" → "strategy"; "AI readiness" and what stands in quotation marks stay. */
function inSentence(name: string): string {
  const second = name.charAt(1)
  return second !== second.toLowerCase() ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
