import { type AnalysisInput, analyse, findBreaks, scanHere } from "@throughline/analysis"
import { madeUpManagers } from "../../packages/analysis/src/breaks/made-up-breaks.ts"
import { code } from "../../packages/analysis/src/coding.ts"
import type { Figures } from "../../packages/analysis/src/figures.ts"
import { synthetic } from "../../packages/analysis/src/synthetic.ts"
import { seededRandom } from "./random-company.ts"

/** A company of 250 in atoms of five with one question, of which one team of two atoms is attacked. */
export interface Stage {
  input: AnalysisInput
  /** The atoms of the team, on two layers. */
  team: [number, number]
  /** Of all others, how many of each atom gave each answer. */
  answers: number[][]
}

/** How many of five gave each of five answers: all 126 ways. */
export const ways: number[][] = (function ways(people: number, answers: number): number[][] {
  if (answers === 1) return [[people]]
  return Array.from({ length: people + 1 }, (_, first) =>
    ways(people - first, answers - 1).map((rest) => [first, ...rest]),
  ).flat()
})(5, 5)

/** `silent`: how many invited of each atom did not answer. The team answers as given, everybody else around 3.8. */
export function stage(seed: number, silent: number, team: [number[], number[]]): Stage {
  const made = synthetic({
    ...{ seed, functions: 3, departments: 2, teams: 3, respondents: [5, 5], missing: 0 },
    ...{ constructs: 1, items: 1, k: 5 },
  })
  const atoms = made.atoms.map((atom) => ({ ...atom, invited: atom.respondents + silent }))
  const grouped = made.groupings.map((one) => ({
    ...one,
    invited: one.atoms.length * (5 + silent),
    covered: one.atoms.length * (5 + silent),
  }))
  const input = { ...made, atoms, groupings: grouped }
  const pair = made.groupings.find(
    (one) =>
      one.kind === "unit" && one.depth === 3 && one.atoms.every((atom) => atoms[atom]?.kind === "pure"),
  )?.atoms as [number, number]
  const random = seededRandom(seed)
  const answers = atoms.map(() => {
    const counts = [0, 0, 0, 0, 0]
    for (let person = 0; person < 5; person++) {
      const answer = Math.min(5, Math.max(1, Math.round(3.9 + 1.5 * (random() + random() - 1))))
      counts[answer - 1] = (counts[answer - 1] as number) + 1
    }
    return counts
  })
  const [a, b] = pair
  answers[a] = team[0]
  answers[b] = team[1]
  return { input: { ...input, managers: madeUpManagers(input) }, team: pair, answers }
}

/** The survey as if these were the answers. */
export function withAnswers({ input }: Stage, answers: readonly (readonly number[])[]): AnalysisInput {
  const column = Int8Array.from(
    answers.flatMap((counts) => counts.flatMap((people, at) => new Array<number>(people).fill(at + 1))),
  )
  return { ...input, observations: { ...input.observations, items: [column] } }
}

/** What is told of the breaks that begin in the team, with everybody's. */
export async function toldOfTeam(input: AnalysisInput, unit: string, replicates: number): Promise<string> {
  const found = await findBreaks(input, scanHere, replicates)
  const { breaks } = analyse(found === undefined ? input : { ...input, breaks: found })
  return JSON.stringify(breaks?.findings.filter((one) => one.unit === unit))
}

/**
 * All answers that the team may have given by what is told of it and its layers, without breaks and without what the figures of
 * larger groups add: `[counts of the first atom, of the second]`.
 */
export function consistent(at: Stage): [number[], number[]][] {
  const { input, team, answers } = at
  const held = new Map(input.groupings.map((one) => [one.id, one.atoms]))
  const cellsOf = (all: readonly (readonly number[])[]) =>
    analyse(withAnswers(at, all)).groups.flatMap(({ id, cells, distributions }) => {
      const isOfTeam = held.get(id)?.every((atom) => team.includes(atom)) ?? false
      return isOfTeam ? [{ id, cells, distributions }] : []
    })
  const truth = cellsOf(answers)
  const wanted = JSON.stringify(truth)
  const [one, other] = [answers[team[0]] as number[], answers[team[1]] as number[]]
  const isToldOf = (id: string) =>
    truth.some((group) => group.id === id && group.cells.c0i0?.state === "shown")
  const shown = [...held]
    .filter(([id]) => isToldOf(id))
    .map(([, atoms]) => team.map((atom) => atoms.includes(atom)))
  const sums = (first: readonly number[], second: readonly number[]) =>
    shown
      .map(([a, b]) =>
        codedOf(
          first.map((people, at) => (a ? people : 0) + (b ? (second[at] as number) : 0)),
          input.survey.k,
        ),
      )
      .join(";")
  const coded = sums(one, other)
  return ways.flatMap((first) =>
    ways.flatMap((second): [number[], number[]][] =>
      sums(first, second) === coded && JSON.stringify(cellsOf(replaced(at, [first, second]))) === wanted
        ? [[first, second]]
        : [],
    ),
  )
}

export function replaced(
  { team, answers }: Stage,
  [first, second]: readonly [number[], number[]],
): number[][] {
  return answers.map((counts, atom) => (atom === team[0] ? first : atom === team[1] ? second : counts))
}

/** How a question is told of so many with each answer, as text. */
function codedOf(counts: readonly number[], k: number): string {
  const n = counts.reduce((sum, people) => sum + people, 0)
  const mean = counts.reduce((sum, people, at) => sum + people * (at + 1), 0) / n
  const figures = { n, shares: counts.map((people) => people / n), moments: { n, mean }, cannotSay: 0 }
  return ["item", "construct", "composite"]
    .map((kind) => JSON.stringify(code(figures as unknown as Figures, kind as "item", k)))
    .join()
}
