import type { Release } from "../release.ts"
import type { Across } from "./types.ts"

/** Who agrees with whom about the priorities. */
export function across(_release: Release): Across {
  return { questions: [], groups: [] }
}
