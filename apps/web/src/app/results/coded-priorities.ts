import { formatStep } from "@throughline/charts"
import type { ViewedRelease } from "../api.ts"
import { count } from "../format.ts"
import type { FigureTable } from "../frame/figure.tsx"
import { kappaText } from "../reviews/coding-words.ts"
import type { Finding } from "./sentences.ts"

type CodedPriorities = NonNullable<ViewedRelease["codedPriorities"]>

/** Asked without a list to choose from: what comes to mind. */
export function codedFinding({ whole, agreement }: CodedPriorities): Finding {
  const kappa = agreement?.kappa
  const coders =
    agreement === null
      ? "Two reviewers coded each text apart from each other."
      : `Two reviewers coded each text apart from each other, ${agreement.same}% of them alike${kappa ? `, which beyond habit is ${kappaText(kappa)}` : ""}; what differed was settled.`
  return {
    headline: `In their own words ${formatStep(whole.official)} name an official priority`,
    sure: `Of ${count(whole.texts)} who wrote one, 95% interval ${whole.low}% to ${whole.high}%. ${coders} Shares by group are told in steps of five percent, where at least 20 wrote.`,
  }
}

export function codedTable({ text, groups }: CodedPriorities): FigureTable {
  return {
    caption: text,
    columns: ["Group", "Name an official priority", "Wrote"],
    rows: groups.map(({ label, official, texts }) => [label, formatStep(official), texts]),
  }
}
