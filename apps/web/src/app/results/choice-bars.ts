import type { ChoiceTable, GroupFacts } from "@throughline/analysis"
import { formatStep } from "@throughline/charts"
import { listed } from "../format.ts"
import type { FigureTable } from "../frame/figure.tsx"
import type { Finding } from "./sentences.ts"
import { groupLabel } from "./told-groups.ts"

const sharesOf = (table: ChoiceTable, group: string): readonly number[] | null =>
  table.groups.find((one) => one.group === group)?.shares ?? null

export function choiceColumns(table: ChoiceTable, groups: readonly GroupFacts[]) {
  return groups.map((group) => ({
    id: group.id,
    label: groupLabel(group),
    shares: sharesOf(table, group.id),
  }))
}

export function choiceTable(table: ChoiceTable, groups: readonly GroupFacts[]): FigureTable {
  const isTold = table.groups.some(({ n }) => n !== undefined)
  return {
    caption: table.text,
    columns: ["Group", ...table.options.map(({ text }) => text), ...(isTold ? ["Chose"] : [])],
    rows: groups.map((group) => {
      const told = table.groups.find((one) => one.group === group.id)
      const shares = told?.shares.map(formatStep) ?? [
        "too few to show",
        ...Array(table.options.length - 1).fill(""),
      ]
      return [groupLabel(group), ...shares, ...(isTold ? [told?.n ?? ""] : [])]
    }),
  }
}

/** The commonest answer of everybody, and on which layers another one is. */
export function choiceFinding(table: ChoiceTable, root: GroupFacts, layers: readonly GroupFacts[]): Finding {
  const top = (group: string): string | undefined => {
    const shares = sharesOf(table, group)
    if (shares === null) return undefined
    const most = Math.max(...shares)
    const first = shares.indexOf(most)
    return shares.lastIndexOf(most) === first ? table.options[first]?.text : undefined
  }
  const shares = sharesOf(table, root.id)
  const common = top(root.id)
  const told = "Shares are rounded to steps of five percent and told where at least 20 chose."
  if (shares === null || common === undefined)
    return { headline: table.text, sure: `No single answer stands out. ${told}` }
  const share = formatStep(Math.max(...shares))
  const others = layers.filter(({ id }) => (top(id) ?? common) !== common)
  return {
    headline: `${table.text} Most often: “${common}”, ${share}`,
    sure: `${others.length === 0 ? "No layer that is told has another answer first" : `Another answer comes first on ${listed(others.map((one) => groupLabel(one).toLowerCase()))}`}. ${told}`,
  }
}
