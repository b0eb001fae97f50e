import { formatFigure } from "@throughline/charts"
import type { DriverBrief } from "../api.ts"
import { count, counted } from "../format.ts"

/** What is missing before a driver may foretell anything, with the figures. @param noun of a period: "quarter" */
export function refusalText(refusal: DriverBrief["refusals"][number], noun: string): string {
  switch (refusal.reason) {
    case "too-few-rows":
      return `needs ${count(refusal.need)} unit-${noun}s, has ${count(refusal.have)}`
    case "too-few-units":
      return `needs ${counted(refusal.need, "unit", "units")}, has ${count(refusal.have)}`
    case "too-few-periods":
      return `needs ${counted(refusal.need, noun, `${noun}s`)} of both figures, has ${count(refusal.have)}`
    case "constant":
      return refusal.what === "indicator"
        ? "the indicator is the same in every unit at all times, so nothing can be read from it"
        : "the KPI is the same in every unit at all times, so there is nothing to foretell"
    case "no-spread":
      return "the figures lie exactly on a line, so nothing tells how wrong a prediction would be"
    case "no-better-than-last-period":
      return `tried on the past it was wrong by ${formatFigure(refusal.error)}, and “same as last ${noun}” by ${formatFigure(refusal.last)}`
    case "indicator-adds-nothing":
      return refusal.error >= refusal.without
        ? `tried on the past the KPI's own last value does as well alone: wrong by ${formatFigure(refusal.without)} without the indicator, by ${formatFigure(refusal.error)} with it`
        : "whether the indicator adds anything to the KPI's own last value cannot be told from these figures"
    case "interval-misses":
      return `of its 90% intervals only ${count(refusal.covered)} of ${count(refusal.of)} held what came`
  }
}
