import { type Coefficients, type Constraint, solve } from "yalps"
import type { Told } from "./figures.ts"
import { classesOf } from "./isolate.ts"

/** What is known of one measure: who is in which group, how many of each atom have a score, and how many were invited. */
export interface Known {
  told: readonly { figure: Told; atoms: ReadonlySet<number> }[]
  steps: readonly { difference: number; from: string; to: string }[]
  persons: readonly number[]
  /** The truth, by atom: how much of its people's scores is each answer. Saves programs whose result it already shows. */
  answers: readonly (readonly number[])[]
  invited: readonly number[]
  k: number
  lines?: readonly Line[]
  /** Answers that there are; left out: 1 to 5. */
  scale?: readonly number[]
}

/** A sum of scores in which those of each atom have a weight of its own, and between what it lies. */
export interface Line {
  weights: readonly number[]
  low: number
  high: number
}

export interface Bound {
  people: number
  /** Atoms of the class they are of. */
  among: readonly number[]
  low: number
  high: number
}

/** Half of what rounding to one decimal or to a whole percent leaves open. */
const [ofMeans, ofShares] = [0.05 + 1e-9, 0.005 + 1e-9]

/**
 * How narrowly all figures together confine the mean of a group of fewer than k people.
 *
 * Which groups are there? Everything told is about classes of atoms, each of k persons or more, and nobody is told who of a
 * class answered. While one of a class did not, of nobody who can be named is it known that an answer of his is there, and
 * no group of names has a mean that could be bound. Where all of a class answered, any k-1 of them are such a group, a real
 * team or not; a linear program finds how high and how low their mean may be: unknown is how many of each class gave each
 * answer, and which the k-1 gave.
 */
export function narrowBounds({
  told,
  steps,
  persons,
  answers: truth,
  invited,
  k,
  lines = [],
  scale: answers = [1, 2, 3, 4, 5],
}: Known): Bound[] {
  const { classes } = classesOf([...told.map(({ atoms }) => atoms), ...lines.flatMap(alike)], persons)
  const sizes = classes.map((members) => members.reduce((sum, atom) => sum + (persons[atom] as number), 0))
  const silent = classes.map(
    (members, at) =>
      members.reduce((sum, atom) => sum + (invited[atom] as number), 0) - (sizes[at] as number),
  )
  // What is true is possible: where it lets them lie a point apart already, the bounds are at least as wide.
  const sure = sizes.map((_, at) => {
    const people = (silent[at] as number) > 0 ? 0 : k - 1
    const given = [0, 1, 2, 3, 4].map((answer) =>
      (classes[at] as number[]).reduce((sum, atom) => sum + (truth[atom]?.[answer] ?? 0), 0),
    )
    return people > 0 && spread(given, people) < 1 ? people : 0
  })
  if (sure.every((people) => people <= 0)) return []

  const constraints = new Map<string, Constraint>()
  const variables = new Map<string, Map<string, number>>()
  const put = (variable: string, row: string, value: number) => {
    const of = variables.get(variable) ?? new Map<string, number>()
    variables.set(variable, of)
    of.set(row, (of.get(row) ?? 0) + value)
  }
  for (const [at, size] of sizes.entries()) {
    constraints.set(`class ${at}`, { equal: size })
    for (const answer of answers) put(`${at}/${answer}`, `class ${at}`, 1)
  }
  /** Bounds of a sum over a group of weights by answer. */
  const restrict = (
    row: string,
    of: ReadonlySet<number>,
    weights: readonly number[],
    low: number,
    high: number,
  ) => {
    // A hair wider, each by another width: ties make the simplex method go round in circles.
    const hair = 1e-7 * (1 + (constraints.size % 89) / 89)
    constraints.set(row, { min: low - hair, max: high + hair })
    for (const [at, members] of classes.entries()) {
      if (!members.every((atom) => of.has(atom))) continue
      for (const answer of answers) {
        const weight = weights[answer - 1] as number
        if (weight !== 0) put(`${at}/${answer}`, row, weight)
      }
    }
  }
  for (const [index, { figure, atoms }] of told.entries()) {
    for (const [turn, { n, bounds = {}, ...cell }] of figure.cells.entries()) {
      const row = `${index}/${turn}`
      const between = (
        name: "mean" | "favourable" | "neutral" | "unfavourable",
        value: number,
        half: number,
      ) => {
        const [least, most] = name === "mean" ? [1, 5] : [0, 1]
        if (bounds[name] === "at-least") return [value * n, most * n] as const
        if (bounds[name] === "at-most") return [least * n, value * n] as const
        return [(value - half) * n, (value + half) * n] as const
      }
      restrict(`mean ${row}`, atoms, [1, 2, 3, 4, 5], ...between("mean", cell.mean, ofMeans))
      const share = (name: "favourable" | "neutral" | "unfavourable") =>
        between(name, cell[name] / 100, name === "neutral" ? 2 * ofShares : ofShares)
      restrict(`favourable ${row}`, atoms, [0, 0, 0, 1, 1], ...share("favourable"))
      restrict(`neutral ${row}`, atoms, [0, 0, 1, 0, 0], ...share("neutral"))
      restrict(`unfavourable ${row}`, atoms, [1, 1, 0, 0, 0], ...share("unfavourable"))
    }
    for (const [turn, { n, shares }] of figure.distributions.entries()) {
      for (const [bin, share] of shares.entries()) {
        const half = bin === 0 || bin === 4 ? ofShares : 2 * ofShares
        const weights = [1, 2, 3, 4, 5].map((answer) => (answer === bin + 1 ? 1 : 0))
        restrict(
          `bin ${bin} ${index}/${turn}`,
          atoms,
          weights,
          (share / 100 - half) * n,
          (share / 100 + half) * n,
        )
      }
    }
  }
  const group = new Map(told.map((one) => [one.figure.group, one]))
  for (const [index, { difference, from, to }] of steps.entries()) {
    const [upper, lower] = [group.get(from), group.get(to)]
    const [of, under] = [upper?.figure.cells[0]?.n, lower?.figure.cells[0]?.n]
    if (upper === undefined || lower === undefined || of === undefined || under === undefined) continue
    const row = `step ${index}`
    restrict(
      row,
      lower.atoms,
      [1, 2, 3, 4, 5].map((answer) => answer / under),
      difference - ofMeans,
      difference + ofMeans,
    )
    restrict(
      row,
      upper.atoms,
      [1, 2, 3, 4, 5].map((answer) => -answer / of),
      difference - ofMeans,
      difference + ofMeans,
    )
  }

  for (const [index, { weights, low, high }] of lines.entries()) {
    const row = `line ${index}`
    constraints.set(row, { min: low - 1e-7, max: high + 1e-7 })
    for (const [at, [atom = 0]] of classes.entries()) {
      for (const answer of answers) put(`${at}/${answer}`, row, answer * (weights[atom] as number))
    }
  }

  const narrow: Bound[] = []
  for (const [at, people] of sure.entries()) {
    if (people <= 0) continue
    const own = new Map(variables)
    const rows = new Map(constraints).set("named", { equal: people })
    for (const answer of answers) {
      rows.set(`named ${answer}`, { max: 0 })
      own.set(
        `named/${answer}`,
        new Map([
          ["named", 1],
          [`named ${answer}`, 1],
          ["sum", answer],
        ]),
      )
      own.set(
        `${at}/${answer}`,
        new Map([...(variables.get(`${at}/${answer}`) ?? []), [`named ${answer}`, -1]]),
      )
    }
    const ends = (["minimize", "maximize"] as const).map((direction) => {
      const all = [...own] as [string, Coefficients<string>][]
      const solved = solve({ direction, objective: "sum", constraints: rows, variables: all })
      // What the solver cannot decide must not pass for safety.
      if (solved.status !== "optimal") throw new Error(`a linear program of the attack is ${solved.status}`)
      return solved.result / people
    })
    const [low, high] = ends as [number, number]
    if (high - low < 1 - 1e-6) narrow.push({ people, among: classes[at] as number[], low, high })
  }
  return narrow
}

/** Sets of atoms with the same weight. */
function alike({ weights }: Line): Set<number>[] {
  const by = Map.groupBy(weights.keys(), (atom) => weights[atom] as number)
  return [...by].flatMap(([weight, atoms]) => (weight === 0 ? [] : [new Set(atoms)]))
}

/** From the mean of the lowest `people` to that of the highest. */
function spread(given: readonly number[], people: number): number {
  const end = (answers: readonly number[]) => {
    let [left, sum] = [people, 0]
    for (const answer of answers) {
      const taken = Math.min(left, given[answer - 1] as number)
      left -= taken
      sum += taken * answer
    }
    return sum / people
  }
  return end([5, 4, 3, 2, 1]) - end([1, 2, 3, 4, 5])
}
