// What is said of KPIs as they are stored.

import { periodName } from "@throughline/org"
import type { CheckedKpis, Kpi, KpiUnit } from "../api.ts"
import { count, counted } from "../format.ts"

export const roleText: Record<Kpi["role"], { name: string; says: string }> = {
  outcome: { name: "KPI", says: "A result the business lives by. It is set beside the survey." },
  indicator: {
    name: "Leading indicator",
    says: "Something done before, such as training completed. Drivers foretell a KPI from it.",
  },
  plan: { name: "Plan", says: "What a KPI is meant to be. A driver says how far under or over it." },
}

export const stateText: Record<Kpi["state"], string> = {
  fine: "",
  short: "Fewer than four periods",
  constant: "The same value everywhere and always, so nothing can go with it",
  empty: "No value yet",
}

/** "12 quarters, Q1 2023 to Q4 2025; 240 values". */
export function rangeText(kpi: Pick<Kpi, "first" | "last" | "periods" | "values">): string {
  if (kpi.first === null || kpi.last === null) return "no value yet"
  const range =
    kpi.first === kpi.last
      ? periodName(kpi.first)
      : `${counted(kpi.periods, "period", "periods")}, ${periodName(kpi.first)} to ${periodName(kpi.last)}`
  return `${range}; ${counted(kpi.values, "value", "values")}`
}

const standings: Record<KpiUnit["standing"], string> = {
  fits: "",
  "cuts-across": "cuts across units",
  unmapped: "stands for no unit yet",
  gone: "what it was mapped to is there no more",
  "not-ours": "none of ours",
}

/** What a label of KPI files stands for today. */
export function standingText(unit: Pick<KpiUnit, "standing" | "targetName">): string {
  const words = standings[unit.standing]
  const { targetName } = unit
  return targetName === null ? words : words === "" ? targetName : `${targetName}, ${words}`
}

/** Does something have to be said before a file can be taken in? */
export const isAsked = ({ asked }: CheckedKpis): boolean =>
  asked.decimals.length > 0 || asked.dayFirst !== null || asked.periodKind !== null || asked.kpi

const layouts: Record<CheckedKpis["layout"], string> = {
  long: "one row a value",
  columns: "one column a KPI",
  wide: "one column a period",
}

/** What a file holds and what taking it in would do. */
export function importSentence(checked: CheckedKpis): { headline: string; lead: string } {
  const { kpis, units, values, added, corrected, unchanged, issueCount, rows } = checked
  const left =
    issueCount === 0
      ? "Every cell was understood."
      : `${counted(issueCount, "cell or row is", "cells or rows are")} refused; each is named below.`
  if (isAsked(checked))
    return {
      headline: "One thing has to be said first",
      lead: `The file has ${counted(rows, "row", "rows")}. Answer below, and the preview is made again. Nothing is stored yet.`,
    }
  if (values === 0) return { headline: "Nothing in this file can be taken in as it stands", lead: left }
  const changes = [
    added > 0 ? `${counted(added, "value is", "values are")} new` : "",
    corrected > 0 ? `${count(corrected)} ${corrected === 1 ? "corrects" : "correct"} another` : "",
    unchanged > 0 ? `${count(unchanged)} ${unchanged === 1 ? "is" : "are"} there already` : "",
  ].filter((part) => part !== "")
  return {
    headline: `${counted(kpis.length, "KPI", "KPIs")} of ${counted(units.length, "unit", "units")}: ${changes.join(", ")}`,
    lead: `Read as ${layouts[checked.layout]}. ${left} Nothing is stored yet.`,
  }
}

/** Labels of a file by what they stand for. */
export function unitsSentence({ units }: CheckedKpis): string {
  const of = (standing: KpiUnit["standing"]) => units.filter((unit) => unit.standing === standing).length
  const parts = [
    `${count(of("fits"))} of ${counted(units.length, "label stands", "labels stand")} for a unit.`,
    of("unmapped") + of("gone") > 0
      ? `${count(of("unmapped") + of("gone"))} ${of("unmapped") + of("gone") === 1 ? "matches" : "match"} none yet: their values are kept, and after the import you say what they are.`
      : "",
    of("cuts-across") > 0
      ? `${counted(of("cuts-across"), "department cuts", "departments cut")} across units: the values are kept and shown, and stand in no link.`
      : "",
    of("not-ours") > 0 ? `${count(of("not-ours"))} ${of("not-ours") === 1 ? "is" : "are"} none of ours.` : "",
  ]
  return parts.filter((part) => part !== "").join(" ")
}
