// The sentence above the picture. It describes a release and judges nothing; what is judged stands under Breaks.

import type { Release, ReleaseGroup, Step } from "@throughline/analysis"
import type { ViewedRelease } from "../api.ts"
import { count, day, listed, percent, points } from "../format.ts"
import { meanText, type ShownCell } from "./cell-text.ts"
import { askedOf, measureName } from "./measure-names.ts"
import { cellOf, groupOf, layerName, layersOf, rootOf, stepsOf } from "./release-groups.ts"

export interface Finding {
  headline: string
  /** How sure, in the same plain words. */
  sure: string
}

function judgedWhere({ breaks }: Release, measure: string): string {
  const judged = breaks?.measures.find((one) => one.measure === measure)
  if (judged === undefined) return "Whether this is more than leaders ordinarily differ is not judged here."
  return judged.tested
    ? "Whether it is more than leaders ordinarily differ is told under Breaks."
    : "Too few answered to tell whether this is more than leaders ordinarily differ."
}

/** The largest drop from one layer to the next, as a description with its interval. */
export function largestDrop(release: Release, group: string, measure: string): Finding {
  const name = sentenceStart(measureName(release.measures, measure))
  const where = group === "all" ? "" : ` in ${groupOf(release, group)?.name ?? "this unit"}`
  const shown = layersOf(release, group).filter((row) => cellOf(row, measure).state === "shown")
  const steps = stepsOf(release, group, measure)
  const [first, ...rest] = steps
  if (shown.length < 2 || first === undefined) return nothingToCompare(release, group, measure, shown)

  // The first of equal drops is the upper one: steps run from the top down.
  const lowest = rest.reduce((least, step) => (step.difference < least.difference ? step : least), first)
  const size = points(Math.abs(lowest.difference))
  const place = stepPlace(release, lowest)
  const judged = judgedWhere(release, measure)
  if (lowest.difference > -0.05) {
    return {
      headline: `${name} does not fall from layer to layer${where}`,
      sure:
        steps.length === 1
          ? `There is one step, from ${place}. ${judged}`
          : `No step of ${steps.length} goes down. ${judged}`,
    }
  }
  if (lowest.interval === null) {
    return {
      headline: `${name} is ${size} scale points lower${where} when it goes from ${place}`,
      sure: `${largestOf(steps)}How sure this is cannot be told: too few answered for an interval. ${judged}`,
    }
  }
  const { low, high } = lowest.interval
  if (high >= 0) {
    return {
      headline: `No drop from layer to layer stands out${where}`,
      sure: `The largest, from ${place}, is ${size} scale points, and its 95% interval runs from ${points(Math.abs(low))} lower to ${points(high)} higher: it may be nothing.`,
    }
  }
  return {
    headline: `${name} falls most${where} from ${place}: by ${size} scale points`,
    sure: `${largestOf(steps)}95% interval: ${points(Math.abs(high))} to ${points(Math.abs(low))} lower. ${judged}`,
  }
}

function largestOf(steps: readonly Step[]): string {
  return steps.length > 1 ? `The largest of ${steps.length} steps. ` : "The only step that can be shown. "
}

function nothingToCompare(
  release: Release,
  group: string,
  measure: string,
  shown: readonly ReleaseGroup[],
): Finding {
  const where = group === "all" ? "" : ` in ${groupOf(release, group)?.name ?? "this unit"}`
  const rows = layersOf(release, group)
  if (rows.length > 0 && rows.every((row) => isNotAsked(row, measure))) {
    return { headline: `This was not asked${where}`, sure: "Some questions go only to people with reports." }
  }
  return {
    headline: `Layers cannot be compared${where}`,
    sure: whyNoStep(shown, measure),
  }
}

function whyNoStep(shown: readonly ReleaseGroup[], measure: string): string {
  if (shown.length < 2)
    return `${shown.length === 0 ? "No layer" : "Only one layer"} has enough answers to show. Nothing is estimated for the others.`
  const bound = shown.some((row) => {
    const cell = cellOf(row, measure)
    return cell.state === "shown" && cell.bounds?.mean !== undefined
  })
  return bound
    ? "Some means are told only as “at least” or “at most”; a change from layer to layer would give them away."
    : "No two layers that follow each other have enough answers to show."
}

function isNotAsked(row: ReleaseGroup, measure: string): boolean {
  const cell = cellOf(row, measure)
  return cell.state === "hidden" && cell.reason === "not-asked"
}

/** "layer 3 to layer 4", "layers 1 to 2 to layer 3": where the message is handed down. */
function stepPlace(release: Release, step: Step): string {
  const name = (id: string, layer: number) => {
    const group = groupOf(release, id)
    if (!group) return `layer ${layer}`
    return group.layers[0] === group.layers[1]
      ? layerName(group).toLowerCase()
      : `the top group (${layerName(group).toLowerCase()})`
  }
  return `${name(step.from, step.fromLayer)} to ${name(step.to, step.toLayer)}`
}

function sentenceStart(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** "642 of 1,180 invited answered (54%). Closed 14 Nov 2026. No group below 5 is shown." */
export function sourceText(release: ViewedRelease, group = rootOf(release)): string {
  const facts = release.survey
  const shown = group === "all" ? undefined : groupOf(release, group)
  const whose = rootOf(release) === "all" ? "" : `${release.own?.name}: `
  const who = shown
    ? `${shown.name}: ${count(shown.respondents)} of ${count(shown.covered)} invited answered (${percent(shown.responseRate)})${coverage(shown)}`
    : `${whose}${count(facts.respondents)} of ${count(facts.invited)} invited answered (${percent(facts.responseRate)})`
  const label = facts.imported === undefined ? "" : ` ${importedLabel}.`
  return `${who}. “${facts.name}”, closed ${day(facts.closedAt)}. No group below ${facts.k} is shown.${label}`
}

/** What is said of answers that were given elsewhere, wherever anything of them is shown. */
export const importedLabel = "Confidential, imported"

/** A unit is shown as the groups wholly inside it; says so when these do not hold everybody. */
export function coverage(group: ReleaseGroup): string {
  return group.covered < group.invited
    ? `, covering ${count(group.covered)} of its ${count(group.invited)} people`
    : ""
}

/** Constructs of a group that everybody was asked about, the lowest and the highest in words; equal ones together. */
export function strongAndWeak(release: ViewedRelease, group: string): string {
  const shown = groupOf(release, group)
  const asked = askedOf(release).everyone
  const means = asked.flatMap((construct) => {
    const cell = cellOf(shown, construct.id)
    return cell.state === "shown" ? [{ name: construct.name.toLowerCase(), cell, reach: reachOf(cell) }] : []
  })
  const [only] = asked
  const where = group === "all" || !shown ? "" : ` in ${shown.name}`
  // A short questionnaire has one or two: these too are worth a sentence.
  if (asked.length === 1 && only && means[0]) return `${only.name}: ${meanText(means[0].cell)} of 5${where}`
  if (means.length < Math.min(3, Math.max(1, asked.length))) {
    return `Too few answered to compare constructs${where}`
  }
  const named = (names: string[]) => (names.length > 3 ? `${names.length} constructs` : listed(names))
  const lowest = means.filter((one) =>
    means.every((other) => other === one || one.reach.high <= other.reach.low),
  )
  const highest = means.filter((one) =>
    means.every((other) => other === one || one.reach.low >= other.reach.high),
  )
  if (lowest.length === means.length) return `All constructs are rated alike${where}`
  const parts = [
    { head: "Lowest", names: lowest.map(({ name }) => name) },
    { head: "Highest", names: highest.map(({ name }) => name) },
  ].filter(({ names }) => names.length > 0)
  if (parts.length === 0) return `Which construct is lowest or highest cannot be told${where}`
  return parts.map(({ head, names }, at) => `${head}${at === 0 ? where : ""}: ${named(names)}.`).join(" ")
}

/** Where a mean may lie: a bound leaves the rest of the scale open, so it may be overtaken. */
function reachOf({ mean, bounds }: ShownCell): { low: number; high: number } {
  return { low: bounds?.mean === "at-most" ? 1 : mean, high: bounds?.mean === "at-least" ? 5 : mean }
}
