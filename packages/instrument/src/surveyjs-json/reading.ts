import type { z } from "zod"
import type { Construct, Language, Question } from "../instrument.ts"
import type { Findings } from "./faults.ts"
import type { Asked } from "./visible-if.ts"

/** What is known while a survey is being read, from its first element to its last. */
export interface Reading {
  /** The survey's own language, which SurveyJS calls "default". */
  own: Language
  findings: Findings
  /** An export of ours: a text that is missing is missing, and no name stands in for it. */
  isExport: boolean
  questions: Question[]
  constructs: Construct[]
  /** By name in SurveyJS. */
  asked: Map<string, Asked>
  names: Set<string>
  /** Ids of questions and constructs, which share one list of names. */
  figureId: ReturnType<typeof import("./ids.ts").idGiver>
}

/** What an export of ours says beside SurveyJS; undefined when there is nothing, or nothing that fits. */
export function readMarker<Shape>(
  value: unknown,
  schema: z.ZodType<Shape>,
  path: string,
  { faults }: Findings,
): Shape | undefined {
  if (value === undefined) return undefined
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const message = "This is no part of an export of Throughline. Remove it."
  faults.push({ path, property: "throughline", message })
  return undefined
}

export function questionId({ figureId, questions }: Reading, name: unknown): string {
  return figureId(
    name === "mission" || name === "priorities" ? `own-${name}` : name,
    `question-${questions.length + 1}`,
  )
}

export function numberIn(value: unknown, least: number, most: number): number | undefined {
  const number = typeof value === "string" ? Number(value) : value
  return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined
}
