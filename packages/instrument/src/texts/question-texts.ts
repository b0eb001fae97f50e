import type { Language } from "../instrument.ts"
import { questions as ar } from "./ar/questions.ts"
import { questions as de } from "./de/questions.ts"
import { questions as en } from "./en/questions.ts"
import { questions as es } from "./es/questions.ts"
import { questions as fr } from "./fr/questions.ts"
import { questions as tr } from "./tr/questions.ts"

/** What stands beside the questions themselves. */
export interface QuestionTexts {
  /** Above a page of Likert items. */
  prompt: string
  /** 1 to 5. */
  scale: [string, string, string, string, string]
  cannotSay: string
  pickUpTo(most: number): string
  pickOne: string
  optional: string
  ranking: RankingTexts
}

/** Tap to rank: the first tapped is first. What is `said` is for screen readers. */
export interface RankingTexts {
  prompt(most: number): string
  /** Of a choice without a rank. */
  give(choice: string, rank: number): string
  /** Of a choice without a rank when all ranks are given. */
  full(choice: string, most: number): string
  /** Of a choice with one. */
  ranked(choice: string, rank: number): string
  up(choice: string): string
  down(choice: string): string
  remove(choice: string): string
  chosen(count: number, most: number): string
  said: {
    placed(choice: string, rank: number): string
    moved(choice: string, rank: number): string
    removed(choice: string): string
  }
}

const texts: Record<Language, QuestionTexts> = { en, de, fr, es, tr, ar }

export function questionTexts(language: Language): QuestionTexts {
  return texts[language]
}
