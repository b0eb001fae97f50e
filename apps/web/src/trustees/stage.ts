import type { Opened3 } from "./trustee-api.ts"

/**
 * Where a trustee stands, and so which page is shown.
 * - make-key, wait-keys, deal, wait-dealings, try, ready: before the launch
 * - open: nothing to do until the close
 * - hand: the survey has closed, and this one has neither handed a share on nor been handed one
 * - handed: has handed it on; open-ballots: has been handed one, good or not, and can try to open or hand over as well
 */
export type Stage =
  | "make-key"
  | "wait-keys"
  | "deal"
  | "wait-dealings"
  | "try"
  | "ready"
  | "open"
  | "hand"
  | "handed"
  | "open-ballots"
  | "closed"

export function stageOf(
  seen: Pick<Opened3, "survey" | "seat" | "trustees" | "sealingKey" | "handed">,
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
      if (!own.hasDealt) return "deal"
      if (seen.sealingKey === null) return "wait-dealings"
      return own.hasTried ? "ready" : "try"
  }
}

/** The four stations of the way. */
export const stations = ["Make your key", "Deal your part", "Try your share", "Open after the close"] as const
