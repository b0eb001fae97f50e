import type { ChoiceQuestion, Unless } from "../instrument.ts"

/** A question with choices, as other questions can depend on it: by its name and its values in SurveyJS. */
export interface Asked {
  question: ChoiceQuestion
  /** The value in SurveyJS → our choice. */
  choiceOf: Map<string, string>
}

/**
 * The two kinds of condition that we have: not when a choice was taken, and, of two choices, when the other was taken.
 * Undefined: another kind.
 */
export function readCondition(expression: unknown, asked: ReadonlyMap<string, Asked>): Unless | undefined {
  if (typeof expression !== "string") return undefined
  const match =
    /^\s*(?:\{([^{}]+)\}\s+notempty\s+and\s+)?\{([^{}]+)\}\s*(!=|<>|=|==)\s*('[^']*'|"[^"]*"|[\w.-]+)\s*$/i.exec(
      expression,
    )
  const [, guarded, name = "", sign = "", quoted = ""] = match ?? []
  if (match === null || (guarded !== undefined && guarded !== name)) return undefined
  const on = asked.get(name)
  const choice = on?.choiceOf.get(quoted.replace(/^['"]|['"]$/g, ""))
  if (on === undefined || choice === undefined) return undefined
  if (sign === "!=" || sign === "<>") return { question: on.question.id, choice }
  const others = on.question.choices.filter(({ id }) => id !== choice)
  const [other] = others
  return other !== undefined && others.length === 1
    ? { question: on.question.id, choice: other.id }
    : undefined
}
