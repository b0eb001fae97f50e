import type { Release } from "../release.ts"
import type { Knowing } from "./types.ts"

/** Claimed against shown, by layer and unit. */
export function knowing(release: Release): Knowing {
  return { groups: [], objectives: [], choices: release.choices ?? [] }
}
