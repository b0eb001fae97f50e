import type { EngagementBeside, EngagementPlace, GroupFacts } from "@throughline/analysis"
import type { DumbbellRow, QuadrantPoint } from "@throughline/charts"
import { count } from "../format.ts"
import type { FigureTable } from "../frame/figure.tsx"
import { partWords, placeOf } from "./engagement-sentences.ts"
import { estimateCell, rangeText } from "./estimate-text.ts"
import { groupLabel, unitsBelow } from "./told-groups.ts"

const tones: Record<EngagementPlace["part"], QuadrantPoint["tone"]> = {
  "engaged-not-aligned": "filled",
  "aligned-not-engaged": "filled",
  "both-high": "open",
  "both-low": "open",
  near: "faint",
}

export function engagementPoints(beside: EngagementBeside, root: string): QuadrantPoint[] {
  return unitsBelow(beside.groups, root).flatMap((unit): QuadrantPoint[] => {
    const place = placeOf(beside, unit.id)
    if (place === undefined) return []
    const { engaged, aligned, part } = place
    return [
      {
        id: unit.id,
        label: groupLabel(unit),
        x: engaged.value,
        y: aligned.value,
        ...{ xLow: engaged.low, xHigh: engaged.high, yLow: aligned.low, yHigh: aligned.high },
        tone: tones[part],
        finding: `${engaged.value}% engaged, ${aligned.value}% aligned, ${partWords[part]}`,
      },
    ]
  })
}

export function engagementRows(beside: EngagementBeside, groups: readonly GroupFacts[]): DumbbellRow[] {
  return groups.map((group): DumbbellRow => {
    const place = placeOf(beside, group.id)
    const row = { id: group.id, label: groupLabel(group) }
    if (place === undefined) return { ...row, open: null, filled: null }
    return {
      ...row,
      note: `${count(group.respondents)} answered`,
      open: place.engaged,
      filled: place.aligned,
      gap: String(Math.abs(Math.round(place.engaged.value) - Math.round(place.aligned.value))),
    }
  })
}

export function engagementTable(
  beside: EngagementBeside,
  groups: readonly GroupFacts[],
  what: string,
): FigureTable {
  const [engaged, aligned] = [beside.engagement?.name ?? "", beside.alignment?.name ?? ""]
  return {
    caption: `${engaged} and ${aligned}, share of favourable answers, ${what}`,
    columns: [
      ...["Group", `${engaged} (%)`, "95% interval of engagement", `${aligned} (%)`],
      ...["95% interval of alignment", "Against the whole", "Answered"],
    ],
    rows: groups.map((group) => {
      const place = placeOf(beside, group.id)
      if (place === undefined) return [groupLabel(group), "too few to show", "", "", "", "", ""]
      return [
        groupLabel(group),
        estimateCell(place.engaged),
        rangeText(place.engaged),
        estimateCell(place.aligned),
        rangeText(place.aligned),
        partWords[place.part],
        group.respondents,
      ]
    }),
  }
}
