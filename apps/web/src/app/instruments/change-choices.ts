import type { Question } from "@throughline/instrument"

/** A question with answers to choose from. */
export type Choosing = Extract<Question, { choices: unknown }>

export function addChoice<One extends Choosing>(question: One, id: string): One {
  return { ...question, choices: [...question.choices, { id, text: {} }] }
}

/** One place up (−1) or down (1); unchanged at either end. */
export function moveChoice<One extends Choosing>(question: One, id: string, by: -1 | 1): One {
  const at = question.choices.findIndex((choice) => choice.id === id)
  const [moved, neighbour] = [question.choices[at], question.choices[at + by]]
  if (!moved || !neighbour) return question
  return { ...question, choices: question.choices.with(at, neighbour).with(at + by, moved) }
}

/** A ranking asks for no more answers than are left. */
export function removeChoice<One extends Choosing>(question: One, id: string): One {
  const choices = question.choices.filter((choice) => choice.id !== id)
  if (question.type !== "ranking") return { ...question, choices }
  return { ...question, choices, pick: Math.max(1, Math.min(question.pick, choices.length)) }
}
