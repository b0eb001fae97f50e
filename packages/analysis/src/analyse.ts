import { assemble } from "./assemble.ts"
import { gate } from "./gate.ts"
import type { AnalysisInput, Earlier, Release } from "./release.ts"

/**
 * Answers and groups in, release out: the only way out of the answers. Reads the answers once a measure, in
 * whatever order they come, and never throws because of them.
 *
 *   tally.ts      answers → whole-number sums per atom        partition.ts  which atoms a question must pool
 *   figures.ts    sums → exact figures of a group             gate.ts       what may be told of a group
 *   stats/        intervals                                   coding.ts     how small groups' extremes are told
 *   steps.ts      the change from layer to layer              disclose.ts   exact figures → rounded cells
 *   attribute-table.ts    function × value, as far as attribute-cuts.ts lets it
 *   waves.ts      what earlier releases forbid            small-cuts.ts  … and how that is found
 *
 * `earlier` are the releases about some of the same people that this one could be compared with.
 */
export function analyse(input: AnalysisInput, earlier: readonly Earlier[] = []): Release {
  return assemble(input, gate, earlier)
}
