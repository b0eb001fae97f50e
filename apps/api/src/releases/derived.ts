import { across, engagementBeside, knowing, type Release } from "@throughline/analysis"

/**
 * What is worked out of a release when somebody looks. It takes the told figures of what the caller may see and nothing
 * else, so it can tell nothing more than those.
 */
export const derived = { knowing, across, engagement: engagementBeside } satisfies Record<
  string,
  (release: Release) => object
>

export type Derived = keyof typeof derived
