import type { Questionnaire } from "@throughline/instrument"
import { demoBreak, demoComments, demoInstead, demoLiking, demoScattered, demoWords } from "./company.ts"

/** What the model knows of a respondent: where the person stands, and nothing else. */
export interface Place {
  layer: number
  department: string
  /** How much better or worse than elsewhere the team is told what the work is for, in scale points. */
  told?: number
}

/** Constructs that carry the message from the top; the break is in these. */
const message = new Set(["mission-clarity", "vision-clarity", "strategy"])
const echoes = new Set(["line-of-sight", "leader-communication"])

/**
 * Answers of an invented respondent: agreement falls a little with every layer, and in one function the message is
 * lost below layer 3, where other priorities are put first and people like their work as elsewhere. In another each
 * puts others first. That is all the demo knows about its results; the rest is done by the product itself.
 * `random` gives numbers in [0, 1).
 */
export function inventAnswers(
  questionnaire: Questionnaire,
  place: Place,
  hasReports: boolean,
  random: () => number,
): Record<string, number | string | string[]> {
  const answers: Record<string, number | string | string[]> = {}
  const isLost = place.department === demoBreak.department && place.layer >= demoBreak.fromLayer
  const person = normal(random) * 0.55
  const team = 0.12 * (place.layer - 1)
  // What was added to the demo later draws from numbers of its own: the other answers stay as they were.
  const aside = seeded(Math.floor(Math.abs(person) * 1e9))
  for (const question of questionnaire.instrument.questions) {
    if (question.type === "likert" && question.construct === "engagement") {
      const liking = 4.1 + (demoLiking[place.department] ?? 0) + person + normal(aside) * 0.7
      if (aside() >= 0.05) answers[question.id] = Math.min(5, Math.max(1, Math.round(liking)))
      continue
    }
    if (random() < 0.02) continue
    if (question.type === "likert") {
      if (question.audience === "people-with-reports" && !hasReports) continue
      if (random() < 0.03) answers[question.id] = "cannot-say"
      else {
        const lost = isLost
          ? message.has(question.construct)
            ? 1.25
            : echoes.has(question.construct)
              ? 0.6
              : 0.1
          : 0
        const told = message.has(question.construct) ? (place.told ?? 0) : 0
        const agreement = 4.25 - team - lost + told + person + normal(random) * 0.7
        const score = Math.min(5, Math.max(1, Math.round(agreement)))
        answers[question.id] = question.reverse ? 6 - score : score
      }
    } else if (question.type === "mission") {
      const knows = random() < (isLost ? 0.34 : 0.88 - 0.06 * place.layer)
      const right = questionnaire.missionOptions.find(({ text }) => text === demoWords.mission)
      answers[question.id] = (knows ? right : pick(questionnaire.missionOptions, random))?.id ?? "cannot-say"
    } else if (question.type === "priorities") {
      const isScattered = place.department === demoScattered && place.layer > 2
      const first = isLost ? demoInstead : isScattered ? [] : demoWords.priorities
      const weight = 0.95 - 0.07 * place.layer
      const options = questionnaire.priorityOptions
      const rank = new Map(
        options.map(({ id, text }) => [id, random() + (first.includes(text) ? weight : 0)]),
      )
      const order = options.map(({ id }) => id).sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0))
      answers[question.id] = aside() < 0.06 ? "cannot-say" : order.slice(0, question.pick)
    } else if (question.type === "choice") {
      const heard = answers["explained-when"]
      if (question.unless !== undefined && (heard === undefined || heard === question.unless.choice)) continue
      // Earlier choices are the better news; where the message is lost, later ones are likelier.
      const skew = isLost ? 0.8 : 2.2
      const choice = question.choices[Math.floor(random() ** skew * question.choices.length)]
      if (choice !== undefined) answers[question.id] = choice.id
    } else {
      const pool: readonly string[] | undefined = demoComments[question.id as keyof typeof demoComments]
      const hinders = question.id === "comment-hinders"
      const text = pool === undefined ? undefined : pick(pool, random)
      if (text !== undefined && random() < (hinders && isLost ? 0.3 : 0.14)) answers[question.id] = text
    }
  }
  return answers
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)]
}

/** Standard normal (Box and Muller 1958). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Mulberry32 (Tommy Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
