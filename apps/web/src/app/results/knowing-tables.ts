import type { GroupFacts, KnowingObjective } from "@throughline/analysis"
import type { DumbbellRow } from "@throughline/charts"
import { count } from "../format.ts"
import type { FigureTable } from "../frame/figure.tsx"
import { estimateCell, pointsCell, pointsText, rangeText } from "./estimate-text.ts"
import { knowingOf, objectiveName, shownColumn } from "./knowing-sentences.ts"
import { groupLabel } from "./told-groups.ts"

export function knowingRows(objective: KnowingObjective, groups: readonly GroupFacts[]): DumbbellRow[] {
  return groups.map((group): DumbbellRow => {
    const told = knowingOf(objective, group.id)
    const row = { id: group.id, label: groupLabel(group) }
    if (told === undefined) return { ...row, open: null, filled: null }
    const { claimed, claimedBound, shown, shownBound, gap, gapBound } = told
    return {
      ...row,
      note: `${count(told.n)} answered`,
      open:
        claimed === null
          ? null
          : claimedBound === undefined
            ? claimed
            : { value: claimed.value, bound: claimedBound },
      filled: shownBound === undefined ? shown : { value: shown.value, bound: shownBound },
      ...(gap === null ? {} : { gap: pointsText(gap, gapBound) }),
    }
  })
}

const findings = {
  illusion: "claim more than they show",
  modest: "show more than they claim",
  "no-gap": "about as much as they claim",
  "cannot-tell": "cannot tell",
}

export function knowingTable(
  objective: KnowingObjective,
  groups: readonly GroupFacts[],
  caption: string,
): FigureTable {
  const claim = objective.claim
  return {
    caption,
    columns: [
      ...["Group", `${shownColumn(objective)} (%)`, "95% interval of shown", "Guessing gets right (%)"],
      ...["Known beyond guessing (0 to 100)", "95% interval of known"],
      ...(claim === null
        ? []
        : [
            ...[`Claim it: ${claim.name} (%)`, "95% interval of claimed"],
            ...["Claimed less shown (points)", "95% interval of the gap", "Finding"],
          ]),
      "Answered",
    ],
    rows: groups.map((group) => {
      const told = knowingOf(objective, group.id)
      if (told === undefined)
        return [groupLabel(group), "too few to show", ...Array(claim === null ? 5 : 10).fill("")]
      const { shown, shownBound, beyondChance, claimed, claimedBound, gap, gapBound } = told
      return [
        groupLabel(group),
        estimateCell(shown, shownBound),
        shownBound === undefined ? rangeText(shown) : "",
        Math.round(objective.chance),
        Math.round(beyondChance.value),
        rangeText(beyondChance),
        ...(claim === null
          ? []
          : [
              estimateCell(claimed, claimedBound),
              claimed === null || claimedBound !== undefined ? "" : rangeText(claimed),
              pointsCell(gap, gapBound),
              gap === null ? "" : rangeText(gap),
              findings[told.finding],
            ]),
        told.n,
      ]
    }),
  }
}

export const knowingCaption = (objective: KnowingObjective, what: string): string =>
  `${objectiveName(objective)}: claimed and shown, ${what}`
