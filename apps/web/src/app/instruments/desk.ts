import type { Instrument, Language } from "@throughline/instrument"
import { createContext, useContext } from "react"
import type { Conflict } from "./merge-drafts.ts"

/** What the parts of the editor share. Paths are ids and names: "questions/strategy-1/text". */
export interface Desk {
  instrument: Instrument
  /** Being written. */
  language: Language
  /** To read beside it; null for none. */
  reference: Language | null
  change(make: (instrument: Instrument) => Instrument): void
  /** Messages about what stands at that path, or below it when deep. */
  faults(path: string, deep?: boolean): string[]
  conflict(path: string): Conflict | undefined
  settle(path: string, side: "mine" | "theirs"): void
  /** The question being worked on, for the preview. */
  follow(question: string): void
  /** Aloud, for who does not see what moved. */
  say(text: string): void
  /** Panels that are open, by path. */
  isOpen(path: string): boolean
  toggle(path: string, open: boolean): void
  /** Focus, as soon as it is drawn. */
  focus(element: string): void
  /** Removes with a way back. */
  remove(what: string, where: string, make: (instrument: Instrument) => Instrument): void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error("this part stands outside an editor")
  return desk
}

/** Element id of what edits that path. */
export const fieldId = (path: string) => `field:${path}`
