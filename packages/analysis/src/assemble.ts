import { attributeTable } from "./attribute-table.ts"
import { breakGroupings, tellBreaks } from "./breaks/tell-breaks.ts"
import { choiceTables } from "./choices/choice-tables.ts"
import { countChoosers } from "./choices/count-choosers.ts"
import { leastChoosers } from "./choices/types.ts"
import { disclose } from "./disclose.ts"
import { figuresOf } from "./figures.ts"
import type { GateMaker } from "./gate.ts"
import { isHandedDown, isShown, listMeasures } from "./measures.ts"
import type { AnalysisInput, Earlier, Grouping, Release, ReleaseGroup } from "./release.ts"
import { toPercent } from "./round.ts"
import { statisticsOf } from "./statistics/statistics-of.ts"
import { type Described, listSteps } from "./steps.ts"
import { tally } from "./tally.ts"
import { besideOf } from "./waves-shared.ts"

/** Builds a release through a gate. Outside tests there is one gate, and `analyse` is the only way to it. */
export function assemble(
  input: AnalysisInput,
  gateOf: GateMaker,
  earlier: readonly Earlier[] = [],
  tableOf = attributeTable,
): Release {
  const { survey, measures: spec, observations, atoms, seed } = input
  const groupings = [...input.groupings, ...breakGroupings(input)]
  const described = groupings.map((grouping) => emptyGroup(grouping, input))
  const measures = listMeasures(spec, observations)

  const all = measures.map((measure) => ({
    measure,
    tally: tally(measure, observations.atom, atoms.length),
  }))
  // Not with the groups of breaks: what a question must pool is not to depend on what was found.
  const gates = gateOf([...all, ...countChoosers(input)], input, earlier)

  const leastOfAll = leastChoosers(survey.k)
  for (const { measure, tally } of all) {
    const { id, kind, asked } = measure
    const gate = gates(id)
    for (const { group, grouping, figures } of described) {
      const exact = figuresOf(tally, grouping.atoms)
      const allowed = {
        asked,
        cell: gate.cell(grouping.atoms) && (kind !== "objective-all" || (exact?.n ?? 0) >= leastOfAll),
        distribution: gate.distribution(grouping.atoms),
        because: gate.because?.(grouping.atoms) ?? ("too-few" as const),
      }
      const { cell, distribution } = disclose(exact, kind, invitedIn(grouping, input), survey.k, allowed)
      group.cells[id] = cell
      if (!isShown(measure)) group.distributions[id] = distribution
      if (exact !== null) figures.set(id, exact)
    }
  }

  const handedDown = measures.filter(isHandedDown).map(({ id }) => id)
  const respondents = observations.atom.length
  const groups = described.map(({ group }) => group)
  const attribute = tableOf({ ...input, groupings }, groups, earlier)
  const tallyOf = (id: string) => all.find(({ measure }) => measure.id === id)?.tally
  const breaks = tellBreaks(input, described, tallyOf, gates)
  const beside = besideOf(input, earlier)
  return {
    version: 1,
    survey: { ...survey, respondents, responseRate: rate(respondents, survey.invited) },
    seed,
    measures: spec,
    atoms,
    groups,
    steps: listSteps(described, handedDown, survey.k),
    ...(beside.length === 0 ? {} : { beside }),
    ...(attribute === undefined ? {} : { attribute }),
    ...(breaks === undefined ? {} : { breaks }),
    ...choiceTables(input, described, gates),
    ...statisticsOf(all, groups, input, earlier),
  }
}

function emptyGroup(grouping: Grouping, { atoms }: AnalysisInput): Described {
  const { id, kind, name, parent, layer, depth, invited, covered } = grouping
  const members = grouping.atoms.map((atom) => atoms[atom]).filter((atom) => atom !== undefined)
  const respondents = members.reduce((sum, atom) => sum + atom.respondents, 0)
  const layers: [number, number] = [
    members.reduce((least, atom) => Math.min(least, atom.layers[0]), members[0]?.layers[0] ?? 0),
    members.reduce((most, atom) => Math.max(most, atom.layers[1]), 0),
  ]
  const responseRate = rate(respondents, covered)
  const head: Omit<ReleaseGroup, "cells" | "distributions"> = {
    ...{ id, kind, name, parent, layer, layers, depth, invited, covered, respondents, responseRate },
  }
  return { group: { ...head, cells: {}, distributions: {} }, grouping, figures: new Map() }
}

function invitedIn(grouping: Grouping, { atoms }: AnalysisInput): number {
  return grouping.atoms.reduce((sum, atom) => sum + (atoms[atom]?.invited ?? 0), 0)
}

function rate(respondents: number, invited: number): number {
  return invited > 0 ? toPercent(Math.min(1, respondents / invited)) : 0
}
