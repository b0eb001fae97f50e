import { seeded } from "../../apps/api/src/demo/respondent.ts"
import type { Evidence, Stored } from "./evidence.ts"
import type { Respondent } from "./seeded-survey.ts"

/** What a line of reasoning links: by person, the ballot it takes to be theirs. */
type Guess = Map<string, string>

/** A clock that a machine keeps of its own accord: when somebody got a signature, and when a ballot came. */
export interface Clock {
  name: string
  signed: Map<string, number>
  cast: Map<string, number>
}

export interface Linkage {
  /** share of people whose ballot was found, by the best clock */
  ballots: { share: number; by: string }
  /** share of people whose answers were found when ballots lie in the clear */
  open: number
  /** share of people whose answers were found among the opened, by the best order of ballots */
  sealed: { share: number; by: string }
  /** the same best order among rows that were shuffled at random: its mean, and its standard deviation */
  chance: { mean: number; deviation: number }
  people: number
}

/** Everything that a superuser can think of, and how many of the people it finds. */
export function linkPeople(
  respondents: readonly Respondent[],
  evidence: Evidence,
  stored: Stored,
  rowOf: ReadonlyMap<string, number>,
): Linkage {
  const cohortOf = {
    person: new Map(evidence.signed.map(({ person, cohort }) => [person, cohort])),
    ballot: new Map(evidence.casts.map(({ ballotKey, cohort }) => [ballotKey, cohort])),
  }
  const share = (right: number) => right / respondents.length
  const rightBallots = (guess: Guess) =>
    respondents.filter(({ link, ballotKey }) => guess.get(link.personId) === ballotKey).length
  const guesses = evidence.clocks.flatMap((clock) => [
    { by: `nearest by ${clock.name}`, guess: nearest(clock, cohortOf) },
    { by: `rank by ${clock.name}`, guess: ranked(clock, cohortOf) },
  ])
  const best = guesses.reduce((one, other) =>
    rightBallots(other.guess) > rightBallots(one.guess) ? other : one,
  )

  // In the clear a ballot found is an answer found.
  const answersOf = new Map(respondents.map((each) => [each.ballotKey, JSON.stringify(each.answers)]))
  const open = respondents.filter(({ link, answers }) => {
    const ballot = best.guess.get(link.personId)
    return ballot !== undefined && answersOf.get(ballot) === JSON.stringify(answers)
  }).length

  // Sealed, the ballots of a group have to be told apart among its rows: in some order, or in the reverse.
  const atomOf = new Map(
    respondents.map(({ link, ballotKey }) => [
      cohortOf.ballot.get(ballotKey) ?? -1,
      stored.atoms[rowOf.get(link.personId) ?? -1] ?? -1,
    ]),
  )
  const rowsOf = groups([...stored.atoms.keys()], (row) => stored.atoms[row] ?? -1)
  const bestOrder = (rows: ReadonlyMap<number, readonly number[]>) => {
    let found = { right: -1, by: "" }
    for (const [by, order] of evidence.orders)
      for (const turned of [false, true]) {
        const rowOfBallot = new Map<string, number>()
        const sorted = turned ? [...order].reverse() : order
        for (const [atom, ballots] of groups(
          sorted,
          (key) => atomOf.get(cohortOf.ballot.get(key) ?? -1) ?? -1,
        ))
          ballots.forEach((key, index) => {
            const row = rows.get(atom)?.[index]
            if (row !== undefined) rowOfBallot.set(key, row)
          })
        const right = respondents.filter(({ link }) => {
          const row = rowOfBallot.get(best.guess.get(link.personId) ?? "")
          return row !== undefined && row === rowOf.get(link.personId)
        }).length
        if (right > found.right) found = { right, by: turned ? `${by}, backwards` : by }
      }
    return found
  }
  const sealed = bestOrder(rowsOf)
  const random = seeded(7)
  const byChance = Array.from({ length: 200 }, () =>
    share(bestOrder(new Map([...rowsOf].map(([atom, rows]) => [atom, shuffled(rows, random)]))).right),
  )
  const mean = byChance.reduce((sum, value) => sum + value, 0) / byChance.length
  const variance = byChance.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (byChance.length - 1)
  return {
    people: respondents.length,
    ballots: { share: share(rightBallots(best.guess)), by: best.by },
    open: share(open),
    sealed: { share: share(sealed.right), by: sealed.by },
    chance: { mean, deviation: Math.sqrt(variance) },
  }
}

interface CohortOf {
  person: ReadonlyMap<string, number>
  ballot: ReadonlyMap<string, number>
}

/** To each ballot the person of its cohort whose signature came last before it and who has no ballot yet. */
function nearest(clock: Clock, cohortOf: CohortOf): Guess {
  const guess: Guess = new Map()
  for (const [ballot, at] of [...clock.cast].sort(([, a], [, b]) => a - b)) {
    let last: { person: string; when: number } | undefined
    for (const [person, when] of clock.signed) {
      const fits = cohortOf.person.get(person) === cohortOf.ballot.get(ballot) && !guess.has(person)
      if (fits && when <= at && when > (last?.when ?? -1)) last = { person, when }
    }
    if (last !== undefined) guess.set(last.person, ballot)
  }
  return guess
}

/** In each cohort the first who got a signature cast the first ballot, and so on. */
function ranked(clock: Clock, cohortOf: CohortOf): Guess {
  const byTime = (times: Map<string, number>) => [...times].sort(([, a], [, b]) => a - b).map(([key]) => key)
  const ballots = groups(byTime(clock.cast), (key) => cohortOf.ballot.get(key) ?? -1)
  const guess: Guess = new Map()
  for (const [cohort, people] of groups(byTime(clock.signed), (key) => cohortOf.person.get(key) ?? -1))
    people.forEach((person, index) => {
      const ballot = ballots.get(cohort)?.[index]
      if (ballot !== undefined) guess.set(person, ballot)
    })
  return guess
}

function groups<T>(list: readonly T[], of: (each: T) => number): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const each of list) found.set(of(each), [...(found.get(of(each)) ?? []), each])
  return found
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const left = [...list]
  return list.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as T)
}
