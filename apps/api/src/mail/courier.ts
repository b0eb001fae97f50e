import { createPace, type Pace, type PaceRules } from "./pace.ts"

/** What this process knows of the mail server and of the domains it sends to. One a process. */
export interface Courier {
  pace: Pace
  /** ms to leave the mail server alone. */
  pause(): number
  /** How many more mails may be under way now, of all surveys together. */
  room(): number
  begin(): void
  /** `serverAway`: the mail server as a whole did not want to, or could not be reached. */
  end(serverAway: boolean): void
}

const LONGEST = 60_000

/** `size`: how many mails may be under way at once. A server that is away is asked by one mail at a time. */
export function createCourier(rules: PaceRules, size: number, now: () => number = Date.now): Courier {
  let underWay = 0
  let failures = 0
  let pausedUntil = 0
  return {
    pace: createPace(rules, now),
    pause: () => Math.max(0, pausedUntil - now()),
    room: () => (pausedUntil > now() ? 0 : (failures > 0 ? 1 : size) - underWay),
    begin() {
      underWay++
    },
    end(serverAway) {
      underWay--
      if (!serverAway) failures = 0
      else if (pausedUntil <= now()) {
        pausedUntil = now() + Math.min(LONGEST, 1_000 * 2 ** Math.min(failures, 10))
        failures++
      }
    },
  }
}
