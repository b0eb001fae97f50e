import type { Session } from "../auth/session.ts"
import type { InHand } from "./queries.ts"

/** HR and analysts see every driver; everybody else those that they keep, or whose alerts they receive. */
export function inHandOf({ role, userId }: Session): InHand {
  return role === "hr" || role === "analyst" ? null : userId
}
