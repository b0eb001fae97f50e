import type { Question } from "@throughline/instrument"

export type QuestionType = Question["type"]

/** What a type of question is called on screen. */
export const typeNames: Record<QuestionType, string> = {
  likert: "Statement",
  choice: "Choice question",
  ranking: "Ranking",
  text: "Question in own words",
  priorities: "Your three priorities",
  mission: "Your mission",
}

/** What it does, for whoever is about to add one. */
export const typeHints: Record<QuestionType, string> = {
  likert: "People say in five steps how far they agree, or that they cannot say.",
  choice: "One answer out of a few.",
  ranking: "What comes first, then what comes next, by tapping.",
  text: "A free text. Shown only where a group is large enough.",
  priorities: "People pick three among your real and other priorities.",
  mission: "People recognise your mission among other statements.",
}

/** At most one of each: they ask about the organization's own words, of which there is one set. */
export const onlyOnce: readonly QuestionType[] = ["priorities", "mission"]

const LONGEST_TEXT = 800

/** A question without words yet. id is new for good: that of a removed question would join answers that do not belong together. */
export function newQuestion(type: QuestionType, id: string, construct: string): Question {
  const choices = ["a", "b", "c"].map((choice) => ({ id: choice, text: {} }))
  switch (type) {
    case "likert":
      return { type, id, construct, text: {}, audience: "everyone" }
    case "choice":
      return { type, id, text: {}, choices }
    case "ranking":
      return { type, id, text: {}, choices, pick: choices.length }
    case "text":
      return { type, id, text: {}, maxLength: LONGEST_TEXT, lines: 4 }
    case "priorities":
      return { type, id: "priorities", text: {}, pick: 3 }
    case "mission":
      return { type, id: "mission", text: {} }
  }
}

/** An id that no earlier version can have used, from 5 random bytes. */
export function newId(prefix: string, random: Uint8Array): string {
  return `${prefix}-${[...random].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`
}
