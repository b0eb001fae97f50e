import { normalFrom, shuffle } from "../../packages/analysis/src/random.ts"
import { normalQuantile } from "../../packages/analysis/src/stats/normal.ts"
import { official, type Person } from "./choosing-survey.ts"

/** How people know and claim. */
export interface Knowledge {
  /** Share of people who know the mission, and who know all priorities; 0: everybody guesses. */
  mission: number
  priorities: number
  /** Correlation of what moves a person's claims with what moves the knowledge. */
  together: number
}

export const knowledges = {
  guessing: { mission: 0, priorities: 0, together: 0 },
  "go together": { mission: 0.4, priorities: 0.35, together: 0.5 },
  unrelated: { mission: 0.4, priorities: 0.35, together: 0 },
  "go against each other": { mission: 0.4, priorities: 0.35, together: -0.3 },
} as const satisfies Record<string, Knowledge>
export type KnowledgeName = keyof typeof knowledges

export const missionOptions = 4
/** Who does not know says so in so many cases, instead of guessing. */
const owned = 0.2
/** Of those who do not know all priorities, how many know a single one of them, one by one. */
const partly = 0.2
const skipped = 0.05
const thresholds = [-1.4, -0.7, 0, 1.1] as const

/** Makes people one after the other, each on their own. */
export function peopleWho(
  random: () => number,
  { mission, priorities, together }: Knowledge,
  options: number,
): () => Person {
  const normal = normalFrom(random)
  const guessing = mission === 0 && priorities === 0
  const from = (share: number) => (share === 0 ? Number.POSITIVE_INFINITY : normalQuantile(1 - share))
  return () => {
    const says = normal()
    const knows = together * says + Math.sqrt(1 - together ** 2) * normal()
    const claim = Array.from({ length: 4 }, () => {
      const latent = Math.sqrt(0.6) * says + Math.sqrt(0.4) * normal()
      return random() < skipped ? 0 : 1 + thresholds.filter((threshold) => latent > threshold).length
    })
    const knowsMission = knows > from(mission)
    const recognised = knowsMission || random() < 1 / missionOptions
    const all = knows > from(priorities)
    const sure = [0, 1, 2].filter(() => all || (!guessing && random() < partly))
    return {
      claim,
      mission: !knowsMission && random() < owned ? undefined : recognised,
      named: sure.length === 0 && random() < owned ? [] : filled(random, sure, options),
    }
  }
}

/** The options somebody is sure of, and others at random up to three. */
export function filled(random: () => number, sure: readonly number[], options: number): number[] {
  const others = Array.from({ length: options }, (_, at) => at).filter((at) => !sure.includes(at))
  shuffle(others, random)
  return [...sure, ...others.slice(0, official - sure.length)]
}
