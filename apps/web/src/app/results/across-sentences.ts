// Who pulls the same way? The sentence, and the words of each finding.

import type { Across, AcrossQuestion, AcrossUnit, DividingOption } from "@throughline/analysis"
import { formatStep } from "@throughline/charts"
import { count, counted, listed } from "../format.ts"
import type { Finding } from "./sentences.ts"
import { groupLabel } from "./told-groups.ts"

export const unitFinding = (question: AcrossQuestion, finding: AcrossUnit["finding"]): string =>
  ({
    "united-with-top":
      question.reference?.kind === "top" ? "united with the top" : "united on the official ones",
    "united-elsewhere": "united elsewhere",
    scattered: "scattered",
    "cannot-tell": "cannot tell",
  })[finding]

/** The order that units are compared with, inside a sentence. */
export const referenceName = ({ reference }: AcrossQuestion): string =>
  reference?.kind === "top" ? "the top group" : "the official priorities"

/** The units that are set against each other: disjoint ones. */
export function comparedUnits({ units, matrix }: AcrossQuestion): AcrossUnit[] {
  return matrix.units.flatMap((id) => units.find(({ group }) => group === id) ?? [])
}

export function acrossName(across: Across, id: string): string {
  const group = across.groups.find((one) => one.id === id)
  return group === undefined ? "a unit" : groupLabel(group)
}

export function acrossFinding(across: Across, question: AcrossQuestion): Finding {
  const units = comparedUnits(question)
  const named = (finding: AcrossUnit["finding"]) =>
    units.filter((unit) => unit.finding === finding).map(({ group }) => acrossName(across, group))
  const list = (names: string[]) =>
    names.length > 3 ? counted(names.length, "unit", "units") : listed(names)
  const [elsewhere, scattered, withTop, unclear] = [
    named("united-elsewhere"),
    named("scattered"),
    named("united-with-top"),
    named("cannot-tell"),
  ]
  const top = referenceName(question)
  if (units.length === 0)
    return {
      headline: "Who pulls the same way cannot be told",
      sure: "At least 20 people of a unit must have chosen before its choices are told, and none has so many.",
    }
  const parts = [
    elsewhere.length === 0
      ? ""
      : `${list(elsewhere)} ${elsewhere.length === 1 ? "is" : "are"} united, but on other things than ${top}`,
    scattered.length === 0 ? "" : `in ${list(scattered)} each puts other things first`,
  ].filter((part) => part !== "")
  const same = `${count(withTop.length)} of ${counted(units.length, "unit puts", "units put")} the same things first as ${top}.`
  return {
    headline:
      parts.length > 0
        ? sentenceStart(parts.join("; "))
        : withTop.length === units.length
          ? `All ${count(units.length)} units put the same things first as ${top}`
          : `${count(withTop.length)} of ${counted(units.length, "unit", "units")} put the same things first as ${top}`,
    sure: `${parts.length > 0 ? `${same} ` : ""}${unclear.length === 0 ? "" : `Of ${list(unclear)} it cannot be told. `}A unit is called united where its people’s choices have clearly more in common than random ones, and with ${top} where fewer than 1 in 25 random orders would be as near.`,
  }
}

/** The two units that agree least, and how many pairs were looked at. */
export function matrixFinding(across: Across, { matrix }: AcrossQuestion): Finding {
  const pairs = matrix.tau.flatMap((row, at) =>
    row.slice(at + 1).flatMap((tau, after) => (tau === null ? [] : [{ tau, a: at, b: at + 1 + after }])),
  )
  const [least] = pairs.sort((one, other) => one.tau - other.tau)
  if (least === undefined) return { headline: "Unit against unit", sure: "No two units can be compared." }
  const lowest = pairs.filter(({ tau }) => tau === least.tau)
  const name = (at: number) => acrossName(across, matrix.units[at] ?? "")
  const shared = [least.a, least.b].find((at) => lowest.every(({ a, b }) => a === at || b === at))
  const headline =
    lowest.length === 1
      ? `${name(least.a)} and ${name(least.b)} agree least on what comes first`
      : shared === undefined
        ? `${counted(lowest.length, "pair of units agrees", "pairs of units agree")} equally little on what comes first`
        : `${name(shared)} agrees least with the others on what comes first`
  return {
    headline,
    sure: `${counted(pairs.length, "pair is", "pairs are")} compared; which is least is partly luck. +1 means that two units put everything in the same order, −1 in the opposite one, 0 that one order tells nothing about the other.`,
  }
}

export const optionText = ({ options }: AcrossQuestion, id: string): string =>
  options.find((option) => option.id === id)?.text ?? id

export function dividingFinding(across: Across, question: AcrossQuestion): Finding {
  const clear = question.dividing.filter(({ p }) => p < 0.05)
  const [most] = clear.length > 0 ? clear : question.dividing
  if (most === undefined) return { headline: "What divides them", sure: "Nothing can be compared." }
  const text = `“${optionText(question, most.option)}”`
  if (clear.length === 0)
    return {
      headline: "No single option clearly divides the units",
      sure: `They differ most about ${text}, and units that all think alike would often differ as much.`,
    }
  return {
    headline: `${text} divides them most: ${formatStep(most.most.share)} in ${acrossName(across, most.most.group)}, ${formatStep(most.least.share)} in ${acrossName(across, most.least.group)}`,
    sure: `${counted(clear.length, "option divides", "options divide")} the units by more than chance. ${rareness(most.p)} would show as much about this one, all options allowed for together.`,
  }
}

/** "Fewer than 1 of 1,000 organizations whose units think alike". */
const rareness = (p: number): string =>
  `${p < 0.001 ? "Fewer than 1 of 1,000" : `About ${count(Math.max(1, Math.round(p * (p < 0.01 ? 1000 : 100))))} of ${p < 0.01 ? "1,000" : "100"}`} organizations whose units all think alike`

export const dividingNote = (across: Across, { least, most }: DividingOption): string =>
  `${acrossName(across, least.group)} to ${acrossName(across, most.group)}`

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
