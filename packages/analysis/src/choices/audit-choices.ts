import { leftOpen } from "../coding-shown.ts"
import { isolatedPeople, silentPeople } from "../isolated.ts"
import type { AnalysisInput, Release } from "../release.ts"
import { roundedAway } from "../waves-told.ts"
import { countChoosers, optionCounts } from "./count-choosers.ts"
import { isPinned, knownSums } from "./is-pinned.ts"
import { leastChoosers } from "./types.ts"

type Found = {
  code: "choices" | "isolated" | "silent" | "precision" | "small-bin" | "unknown-group"
  group: string | null
  measure: string | null
  people: number
}

/**
 * The tables of options, whatever told them: of groups that are none, or of which too few chose anything; shares that are not
 * those of the answers, finer than is promised, or so close to all or nothing that the sums give it away; a number of people that
 * would tell another answer; and groups that, added and subtracted, leave over a few. Priorities are chosen by those of
 * whom a cell says how many official ones they know, so these groups count together.
 */
export function choiceFindings(release: Release, input: AnalysisInput): Found[] {
  const { k } = input.survey
  const held = new Map(input.groupings.map(({ id, atoms }) => [id, atoms]))
  const cellsOf = new Map(release.groups.map(({ id, cells }) => [id, cells]))
  const respondents = input.atoms.map((atom) => atom.respondents)
  return (release.choices ?? []).flatMap((table): Found[] => {
    const about = (code: Found["code"], people = 0, group: string | null = null): Found => ({
      ...{ code, group, measure: table.id, people },
    })
    const question = input.choices?.find(({ id }) => id === table.id)
    if (question === undefined || question.options.length !== table.options.length) return [about("choices")]
    const findings: Found[] = []
    const countIn = optionCounts(question, input.observations)
    for (const { group, n, many, shares } of table.groups) {
      const atoms = held.get(group)
      if (atoms === undefined) {
        findings.push(about("unknown-group", n, group))
        continue
      }
      const truth = countIn(atoms)
      const found = (code: Found["code"]) => findings.push(about(code, truth.n, group))
      if (truth.n < leastChoosers(k)) found("choices")
      if (n !== undefined && (question.conditional === true || n !== truth.n)) found("choices")
      if (many === true && truth.n < roundedAway(k)) found("choices")
      if (!shares.every((share) => share % 5 === 0 && share >= 5 && share <= 95)) found("precision")
      const isTrue = truth.counts.every((count, at) => {
        const share = Math.min(95, Math.max(5, (100 * count) / truth.n))
        return Math.abs(share - (shares[at] ?? Number.NaN)) <= 2.5 + 1e-6
      })
      if (!isTrue) found("choices")
      const overlap = cellsOf.get(group)?.[table.id]
      const sums = knownSums(question, overlap)
      if (sums.some((one) => isPinned(shares, one, truth.n, leftOpen("objective", k)))) found("choices")
    }
    const told = new Set(table.groups.map(({ group }) => group))
    const [chosen] = countChoosers({ observations: input.observations, choices: [question] })
    const persons = chosen?.tally.persons ?? new Float64Array(input.atoms.length)
    const tables = [...told].map((id) => held.get(id) ?? [])
    const cells = release.groups
      .filter(({ cells }) => cells[table.id]?.state === "shown" && isOfPriorities(input, table.id))
      .map(({ id }) => held.get(id) ?? [])
    const isolated = isolatedPeople([...tables, ...cells], persons, k)
    if (isolated > 0) findings.push(about("isolated", isolated))
    const few = isolatedPeople(tables, persons, Math.max(10, 2 * k + 1))
    if (few > 0) findings.push(about("small-bin", few))
    const silent = silentPeople(tables, persons, respondents)
    if (silent > 0) findings.push(about("silent", silent))
    return findings
  })
}

const isOfPriorities = ({ measures }: Pick<AnalysisInput, "measures">, id: string) =>
  measures.objectives?.some((one) => one.id === id) ?? false
