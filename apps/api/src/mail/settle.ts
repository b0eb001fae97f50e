import type { ClaimedMail, SettledMail } from "./queue-queries.ts"

/** What became of one try. */
export type Outcome =
  | { kind: "sent" }
  /** Nothing was tried: it goes back as it was, to be tried in so many seconds. */
  | { kind: "released"; wait: number }
  /** Nobody can be reached: there is no address. */
  | { kind: "no-address" }
  | { kind: "deferred" }
  /** `dead`: the address itself was refused, so nothing more is sent there. */
  | { kind: "refused"; address: string; status: string; dead: boolean }
  | { kind: "unsure" }

const MINUTE = 60
const LONGEST = 4 * 3600

/** Seconds: 1, 2, 4 … minutes up to four hours, a quarter more or less so that mails put off together come apart. */
function backOff(deferrals: number, random: number = Math.random()): number {
  return Math.min(LONGEST, MINUTE * 2 ** Math.min(deferrals, 20)) * (0.75 + random / 2)
}

/**
 * What is written down of a mail after a try. A reminder is over whatever happened, unless it was put off; then no
 * trace is left of what happened, so that a reminder that was sent looks like one that was not needed.
 */
export function settled(mail: ClaimedMail, outcome: Outcome): SettledMail {
  const { wave, person_id: person, attempt, deferrals, copies } = mail
  const row = { wave, person, attempt, deferrals, copies, refusedAddress: null, refusedStatus: null }
  const again = (state: "queued" | "deferred", wait: number) => ({ ...row, state, wait })
  if (outcome.kind === "released") return again(deferrals > 0 ? "deferred" : "queued", outcome.wait)
  if (outcome.kind === "deferred") {
    return { ...again("deferred", backOff(deferrals)), deferrals: deferrals + 1 }
  }
  if (wave > 0) return { ...row, state: "sent", wait: null, deferrals: 0, copies: 0 }
  switch (outcome.kind) {
    case "sent":
      return { ...row, state: "sent", wait: null }
    case "no-address":
      return { ...row, state: "none", wait: null }
    case "refused":
      return {
        ...row,
        state: "refused",
        wait: null,
        refusedAddress: outcome.address,
        refusedStatus: outcome.status,
      }
    case "unsure":
      // Sent once more, with the same Message-ID; after a second time nobody knows, and it stays so.
      return copies === 0
        ? { ...again("deferred", MINUTE), copies: 1 }
        : { ...row, state: "unsure", wait: null }
  }
}
