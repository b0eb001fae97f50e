import { createPace, type Pace, type PaceRules } from "./pace.ts"

/** What this process knows of the mail server and of the domains it sends to. One a process. */
export interface Courier {
  pace: Pace
  /** ms to leave the mail server alone. */
  pause(): number
  /**
   * Places for up to so many mails, of all surveys together, and how many there are. A mail keeps its place from
   * before it is claimed until it is settled, so a kill leaves no more open than there are places.
   */
  reserve(most: number): number
  release(places: number): void
  /** `serverAway`: the mail server as a whole did not want to, or could not be reached. */
  answered(serverAway: boolean): void
}

const LONGEST = 60_000

/** `size`: how many mails may be under way at once. A server that is away is asked by one mail at a time. */
export function createCourier(rules: PaceRules, size: number, now: () => number = Date.now): Courier {
  let taken = 0
  let failures = 0
  let pausedUntil = 0
  return {
    pace: createPace(rules, now),
    pause: () => Math.max(0, pausedUntil - now()),
    reserve(most) {
      const room = (failures > 0 ? 1 : size) - taken
      const places = pausedUntil > now() ? 0 : Math.max(0, Math.min(most, room))
      taken += places
      return places
    },
    release(places) {
      taken -= places
    },
    answered(serverAway) {
      if (!serverAway) failures = 0
      else if (pausedUntil <= now()) {
        pausedUntil = now() + Math.min(LONGEST, 1_000 * 2 ** Math.min(failures, 10))
        failures++
      }
    },
  }
}
