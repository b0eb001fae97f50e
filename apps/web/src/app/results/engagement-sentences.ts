// Engaged is not aligned: which units are one without the other, and whether the two go together at all.

import type { EngagementBeside, EngagementPlace } from "@throughline/analysis"
import { count, counted, listed } from "../format.ts"
import { estimateText } from "./estimate-text.ts"
import type { Finding } from "./sentences.ts"
import { groupLabel, unitsBelow } from "./told-groups.ts"

export const partWords: Record<EngagementPlace["part"], string> = {
  "engaged-not-aligned": "engaged, not aligned",
  "aligned-not-engaged": "aligned, not engaged",
  "both-high": "both above the rest",
  "both-low": "both below the rest",
  near: "near the whole",
}

export const placeOf = (beside: EngagementBeside, group: string): EngagementPlace | undefined =>
  beside.places.find((place) => place.group === group)

export function engagementFinding(beside: EngagementBeside, root: string, whole: string): Finding {
  const units = unitsBelow(beside.groups, root).flatMap((unit) => {
    const place = placeOf(beside, unit.id)
    return place ? [{ name: groupLabel(unit), place }] : []
  })
  const all = placeOf(beside, root)
  const told = all
    ? `In ${whole} ${estimateText(all.engaged)} are favourable on engagement and ${estimateText(all.aligned)} on alignment.`
    : ""
  if (units.length === 0)
    return {
      headline: "Too few answered to set units side by side",
      sure: `${told} Nothing is estimated.`.trim(),
    }
  const named = (part: EngagementPlace["part"]) =>
    units.filter(({ place }) => place.part === part).map(({ name }) => name)
  const list = (names: string[]) =>
    names.length > 3 ? counted(names.length, "unit", "units") : listed(names)
  const be = (names: string[]) => (names.length === 1 ? "is" : "are")
  const [only, other] = [named("engaged-not-aligned"), named("aligned-not-engaged")]
  const parts = [
    only.length === 0 ? "" : `${list(only)} ${be(only)} engaged and not aligned`,
    other.length === 0 ? "" : `${list(other)} ${be(other)} aligned and not engaged`,
  ].filter((part) => part !== "")
  return {
    headline:
      parts.length > 0
        ? sentenceStart(parts.join("; "))
        : "In no unit do engagement and alignment clearly part",
    sure: `${told} A unit is set apart only where both intervals leave out the figure of ${whole}. ${linkText(beside)}`.trim(),
  }
}

/** Do the two go together over the units? */
export function linkText({ link, units }: EngagementBeside): string {
  if (link === null)
    return `Whether the two go together cannot be told: ${count(units)} of at least 10 units can be compared.`
  const { pearson, finding } = link
  const r = `correlation ${signedTwo(pearson.value)}, 95% interval ${signedTwo(pearson.low)} to ${signedTwo(pearson.high)}, ${counted(link.units, "unit", "units")}`
  return {
    together: `Where more are engaged, more are aligned (${r}); that tells nothing of why.`,
    apart: `Over units the two hardly go together: how engaged one is tells little of how aligned it is (${r}).`,
    "cannot-tell": `Whether the two go together over units cannot be told (${r}).`,
  }[finding]
}

const signedTwo = (value: number): string => `${value < 0 ? "−" : ""}${Math.abs(value).toFixed(2)}`

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
