import type { Opened3 } from "./trustee-api.ts"

/**
 * Where a trustee stands, and so which page is shown.
 * - make-key, wait-keys, split, try, ready: before the launch
 * - open: nothing to do until the close
 * - hand: the survey has closed, and this one has neither handed a share on nor been handed one
 * - handed: has handed it on; open-ballots: has been handed one and can open
 */
export type Stage =
  | "make-key"
  | "wait-keys"
  | "split"
  | "try"
  | "ready"
  | "open"
  | "hand"
  | "handed"
  | "open-ballots"
  | "closed"

export function stageOf(
  seen: Pick<Opened3, "survey" | "seat" | "trustees" | "sealingKey" | "sealedShare" | "handed">,
): Stage {
  const own = seen.trustees.find(({ seat }) => seat === seen.seat)
  switch (seen.survey.state) {
    case "closed":
      return "closed"
    case "closing":
      if (seen.handed.length > 0) return "open-ballots"
      return own?.handedTo ? "handed" : "hand"
    case "open":
      return "open"
    case "draft":
      if (!own?.hasKey) return "make-key"
      if (seen.trustees.some(({ hasKey }) => !hasKey)) return "wait-keys"
      if (seen.sealingKey === null || seen.sealedShare === null) return "split"
      return own.hasTried ? "ready" : "try"
  }
}

/** The four stations of the way. */
export const stations = [
  "Make your key",
  "Wait for the other two",
  "Try your share",
  "Open after the close",
] as const
