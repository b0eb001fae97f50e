import {
  betaQuantile,
  chiSquaredTail,
  fTail,
  logGamma,
  noncentralProbability,
  normalProbability,
  normalQuantile,
  studentProbability,
  studentQuantile,
} from "@throughline/analysis/stats"
import type { Engine } from "./case.ts"

/** By R's name of a function its arguments in the order of ours, and ours. */
const functions: Record<string, [string[], (...values: number[]) => number]> = {
  pnorm: [["x"], normalProbability as (x: number) => number],
  qnorm: [["p"], normalQuantile as (p: number) => number],
  pt: [["t", "df"], studentProbability as (...values: number[]) => number],
  qt: [["p", "df"], studentQuantile as (...values: number[]) => number],
  pf_upper: [["f", "df1", "df2"], fTail as (...values: number[]) => number],
  pchisq_upper: [["x", "df"], chiSquaredTail as (...values: number[]) => number],
  qbeta: [["p", "a", "b"], betaQuantile as (...values: number[]) => number],
  pt_noncentral: [["t", "df", "ncp"], noncentralProbability as (...values: number[]) => number],
  lgamma: [["x"], logGamma as (x: number) => number],
}

export const distributions: Engine = {
  // The arguments stand beside the expected values (v).
  specialFunctions: ({ expected }) =>
    Object.fromEntries(
      Object.entries(expected as Record<string, Record<string, number[]>>).map(([name, given]) => {
        const [names, ours] = functions[name] ?? []
        const v = given.v?.map((_, at) => ours?.(...(names ?? []).map((arg) => given[arg]?.[at] as number)))
        return [name, { ...given, v }]
      }),
    ),
}
