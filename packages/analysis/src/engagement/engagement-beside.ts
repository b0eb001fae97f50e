import type { Release } from "../release.ts"
import type { EngagementBeside } from "./types.ts"

/** Engagement beside alignment, by layer and unit. */
export function engagementBeside(_release: Release): EngagementBeside {
  return { engagement: null, alignment: null, groups: [], places: [], link: null, units: 0 }
}
