import type { Outcome } from "./settle.ts"
import { deliveryFault } from "./smtp-pool.ts"

/**
 * What a failed send means for the mail. `serverAway`: it says something of the mail server as a whole, so the others
 * need not be tried now either.
 */
export function outcomeOf(
  error: unknown,
  address: string,
): { outcome: Outcome; serverAway: boolean; code: string } {
  const fault = deliveryFault(error)
  // Not of the delivery: a fault of ours, to be tried again and to be found in the log.
  if (fault === undefined) return { outcome: { kind: "deferred" }, serverAway: false, code: "" }
  const { stage, code, status, mayHaveArrived, slow } = fault
  if (mayHaveArrived) return { outcome: { kind: "unsure" }, serverAway: false, code: status }
  // 5.7: our server may not send this, to anybody perhaps. That is no fault of the address, and can be mended.
  const isPolicy = /^5\.7\./.test(status) || code === 530 || code === 535
  if (code >= 500 && stage === "recipient" && !isPolicy) {
    return { outcome: { kind: "refused", address, status, dead: true }, serverAway: false, code: status }
  }
  if (code >= 500 && stage === "message") {
    return { outcome: { kind: "refused", address, status, dead: false }, serverAway: false, code: status }
  }
  const serverAway = (stage === "server" && !slow) || code === 421
  return { outcome: { kind: "deferred" }, serverAway, code: status }
}
