import { type ChoiceTable, leastChoosers } from "../choices/types.ts"
import { factsOf } from "../knowing/group-facts.ts"
import type { Release } from "../release.ts"
import { toTwoDecimals } from "../round.ts"
import type { Agreement } from "../statistics/types.ts"
import { type BesideReference, besideReference } from "./beside-reference.ts"
import { comparedUnits } from "./compared-units.ts"
import { dividingOptions } from "./dividing.ts"
import { type InsideUnit, insideUnit } from "./inside-unit.ts"
import { type Order, pairsOf, tauB } from "./orders.ts"
import type { Across, AcrossQuestion, AcrossUnit } from "./types.ts"

/**
 * Who agrees with whom, from the told shares of a release: inside each unit, with the top group or with the official
 * priorities, and units with each other.
 */
export function across(release: Release): Across {
  const tables = (release.choices ?? []).filter(({ pick }) => pick > 1)
  const questions = [...tables.filter(isOfficial), ...tables.filter((table) => !isOfficial(table))].map(
    (table) => ofQuestion(table, release),
  )
  const named = questions.flatMap(({ units, reference }) => [
    ...units.map(({ group }) => group),
    ...(reference?.group ? [reference.group] : []),
  ])
  return { questions, groups: factsOf(release.groups, new Set(named)) }
}

function ofQuestion(table: ChoiceTable, release: Release): AcrossQuestion {
  const { id, text, pick, options } = table
  const told = new Map(table.groups.map((group) => [group.group, group]))
  const { units, disjoint } = comparedUnits(release.groups, new Set(told.keys()))
  const least = leastChoosers(release.survey.k)
  const orderOf = (group: string) => {
    const { shares, n } = told.get(group) ?? { shares: [] }
    // Of a question that hangs on another answer the number of people is not told: there are so many at least.
    return { group, shares, n: n ?? least, told: n ?? null }
  }
  const reference = referenceOf(table, release)
  const toReference = reference && besideReference(reference.order)
  const agreementOf = agreementOn(release)
  const compared = disjoint.map((unit) => orderOf(unit.id))
  return {
    ...{ id, text, pick, options },
    reference: reference && {
      kind: reference.kind,
      group: reference.group,
      shares: [...reference.order.shares],
    },
    units: units.flatMap((unit): AcrossUnit[] => {
      const { group, shares, n, told } = orderOf(unit.id)
      const inside = insideUnit(shares, n)
      if (inside === null) return []
      const beside = toReference?.({ shares, n }) ?? null
      return [
        {
          ...{ group, n: told, shares, w: toTwoDecimals(inside.w), p: inside.p },
          ...{ tau: beside?.tau ?? null, tauLow: beside?.low ?? null, tauHigh: beside?.high ?? null },
          finding: findingOf(inside, beside),
          agreement: agreementOf(group),
        },
      ]
    }),
    matrix: matrixOf(compared),
    dividing: dividingOptions(options, compared),
  }
}

/** Only units that are not scattered have an order of their own to compare. */
function matrixOf(units: readonly (Order & { group: string; n: number })[]): AcrossQuestion["matrix"] {
  const orders = units.map((unit) =>
    insideUnit(unit.shares, unit.n)?.united === false ? null : pairsOf(unit),
  )
  return {
    units: units.map(({ group }) => group),
    tau: orders.map((one) =>
      orders.map((other) => {
        const tau = one && other && tauB(one, other)
        return tau === null ? null : toTwoDecimals(tau)
      }),
    ),
  }
}

const isOfficial = ({ options }: ChoiceTable) => options.some(({ official }) => official === true)

/** The top group's order where it is told, else the official priorities before all others, else nothing. */
function referenceOf(
  table: ChoiceTable,
  { groups, survey }: Release,
): { kind: "top" | "official"; group: string | null; order: Order } | null {
  const top = groups.find(({ kind, layers }) => kind === "layer" && layers[0] <= 2)
  const told = table.groups.find(({ group }) => group === top?.id)
  if (told)
    return {
      ...{ kind: "top", group: told.group },
      order: { shares: told.shares, n: told.n ?? leastChoosers(survey.k) },
    }
  if (!isOfficial(table)) return null
  const shares = table.options.map(({ official }) => (official === true ? 100 : 0))
  return { kind: "official", group: null, order: { shares, n: null } }
}

function findingOf(inside: InsideUnit, beside: BesideReference | null): AcrossUnit["finding"] {
  if (inside.united === false) return "scattered"
  if (inside.united === null || beside === null || beside.same === null) return "cannot-tell"
  return beside.same ? "united-with-top" : "united-elsewhere"
}

/** How far a unit agrees on the message, or on the first summary there is. */
function agreementOn({ measures, statistics }: Release): (group: string) => Agreement | null {
  const { composites } = measures
  const measure = composites.find(({ id }) => id === "message") ?? composites[0]
  const units = statistics?.[measure?.id ?? ""]?.units ?? {}
  return (group) => units[group]?.agreement ?? null
}
