// What no link was worked out of, and why: nothing is dropped in silence.

import type { Links } from "../api.ts"
import { count, counted, listed } from "../format.ts"

type Kpi = Links["kpis"][number]

const refusals: Record<NonNullable<Kpi["refused"]>, string> = {
  empty: "has no value at all",
  constant: "is the same in every unit, so nothing can go with it",
  unmapped: "none of its labels is mapped to a unit yet",
  "cuts-across": "its departments cut across the units of this survey",
  elsewhere: "its units have no results in this survey",
  "no-period": "has no value near the day of a survey",
}

/** Why a KPI is in no pair; undefined: it is. */
export function kpiTrouble(kpi: Kpi): string | undefined {
  if (kpi.refused !== null) return refusals[kpi.refused]
  return kpi.state === "short"
    ? `${counted(kpi.units, "unit", "units")} only; below 10 no correlation is told`
    : undefined
}

/** Units of the survey that stand in no pair, by reason. */
export function leftUnits({ left }: Links): string[] {
  const said = (units: number, why: string) =>
    units === 0 ? [] : [`${counted(units, "unit", "units")} ${why}`]
  return [
    ...said(left.hidden, left.hidden === 1 ? "is hidden or was not asked" : "are hidden or were not asked"),
    ...said(
      left.bound,
      `${left.bound === 1 ? "is" : "are"} told only as “at least” or “at most”, which cannot be correlated`,
    ),
    ...said(left.noValue, `${left.noValue === 1 ? "has" : "have"} no KPI value`),
    ...said(
      left.overlapping,
      `${left.overlapping === 1 ? "lies" : "lie"} around or inside units that count, and nobody is counted twice`,
    ),
    ...said(left.moved, "of earlier surveys were made up of other units then"),
  ]
}

/** Other surveys that were not taken together with this one. */
export function leftSurveys({ left }: Links): string {
  const { imported, otherQuestions, noTeam } = left.surveys
  const parts = [
    imported > 0 ? `${counted(imported, "survey was", "surveys were")} imported, without an org chart` : "",
    otherQuestions > 0 ? `${counted(otherQuestions, "survey asked", "surveys asked")} other questions` : "",
    noTeam > 0 ? `in ${counted(noTeam, "survey", "surveys")} your team was not told` : "",
  ].filter((part) => part !== "")
  return parts.length === 0 ? "" : `Not taken together with this survey: ${listed(parts)}.`
}

/** Labels of KPI files that stand for no unit here. */
export function leftLabels({ labels }: Links): { unmapped: string; cutsAcross: string[] } {
  const named = labels.unmapped.slice(0, 12)
  const more = labels.unmapped.length - named.length
  return {
    unmapped:
      named.length === 0
        ? ""
        : `${counted(labels.unmapped.length, "label", "labels")} of your KPI files ${labels.unmapped.length === 1 ? "stands" : "stand"} for no unit yet: ${more > 0 ? `${named.join(", ")} and ${count(more)} more` : listed(named)}.`,
    cutsAcross: labels.cutsAcross.map(({ label, unit, share }) =>
      unit === null || share === null
        ? `${label} cuts across the units of this survey.`
        : `${label} cuts across: ${Math.round(share * 100)}% of it is ${unit}, and at least 80% would be needed.`,
    ),
  }
}
