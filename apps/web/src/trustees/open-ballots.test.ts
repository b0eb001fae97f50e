import type { SealedBallot } from "@throughline/ballot"
import { expect, test } from "vitest"
import { admitBallots, fetchAll, fingerprintOf, mayOpen } from "./open-ballots.ts"

const ballots: SealedBallot[] = Array.from({ length: 8 }, (_, at) => ({
  ...{ ballotKey: `key-${at}`, cohort: at % 2, ciphertext: `sealed-${at}` },
}))

test("all pages are fetched, whatever their number, and progress is told", async () => {
  const told: number[] = []
  const fetched = await fetchAll(
    async (after) => {
      const from = after === undefined ? 0 : Number(after)
      return {
        challenge: `challenge ${from}`,
        total: 8,
        ballots: ballots.slice(from, from + 3),
        next: from + 3 < 8 ? String(from + 3) : null,
      }
    },
    ({ done }) => told.push(done),
  )
  expect(fetched).toEqual({ ballots, challenge: "challenge 6" })
  expect(told).toEqual([3, 6, 8])
})

test("fewer than k, or others than before, are not opened; the same in another order are", async () => {
  const before = await fingerprintOf(ballots)
  expect(mayOpen(ballots.slice(0, 4), 5, "any", null)).toBe("too-few")
  expect(mayOpen(ballots, 5, before, null)).toBe("yes")
  expect(mayOpen(ballots, 5, await fingerprintOf([...ballots].reverse()), before)).toBe("yes")
  // The attack: the same ballots without one, so that the difference of two looks is one person.
  expect(mayOpen(ballots.slice(1), 5, await fingerprintOf(ballots.slice(1)), before)).toBe("others-before")
})

test("what was opened is remembered by the survey's key; without a memory the second look is not noticed", async () => {
  const notes = new Map<string, string>()
  const vault = {
    openedBallots: async (key: string) => notes.get(key) ?? null,
    noteOpened: async (key: string, fingerprint: string) => void notes.set(key, fingerprint),
  }
  expect(await admitBallots(vault, "survey", 5, ballots.slice(0, 4))).toBe("too-few")
  expect(notes.size).toBe(0)
  expect(await admitBallots(vault, "survey", 5, ballots.slice(1))).toBe("yes")
  expect(await admitBallots(vault, "survey", 5, ballots)).toBe("others-before")
  expect(await admitBallots(vault, "survey", 5, ballots.slice(1))).toBe("yes")
  expect(await admitBallots(vault, "another survey", 5, ballots)).toBe("yes")
  expect(await admitBallots(undefined, "survey", 5, ballots)).toBe("yes")
})
