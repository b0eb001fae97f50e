import { createContext } from "react"

/** What was removed last. */
export interface Removed {
  what: string
  /** Path of what now stands in its place, or of what held it with "/end". */
  where: string
  undo(): void
  dismiss(): void
}

export const RemovedContext = createContext<Removed | null>(null)
