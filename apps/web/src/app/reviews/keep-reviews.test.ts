import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { ChangedReview, Review } from "../api.ts"
import { failure } from "../failure.ts"
import { keepReviews } from "./keep-reviews.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const name = { from: 0, to: 4 }
const theirs: Review = {
  ...{ comment: "a", revision: 5, decision: "keep", topic: "Pay", redactions: [], by: "Ines" },
}

/** A server whose saves are answered when the test says so, in the order in which they came. */
function slowServer(all: () => Promise<Review[]> = async () => [theirs]) {
  const asked: { review: ChangedReview; answer: (error?: unknown) => Promise<void> }[] = []
  const server = {
    all,
    save: (comment: string, review: ChangedReview) =>
      new Promise<Review>((resolve, reject) => {
        asked.push({
          review,
          answer: async (error) => {
            if (error === undefined) resolve({ ...review, comment, revision: review.revision + 1, by: "me" })
            else reject(error)
            await vi.advanceTimersByTimeAsync(0)
          },
        })
      }),
  }
  return { server, asked }
}

const settled = async (promise: Promise<boolean>) => {
  let result: boolean | "not yet" = "not yet"
  void promise.then((value) => {
    result = value
  })
  await vi.advanceTimersByTimeAsync(0)
  return () => result
}

test("before publishing, a save under way is waited for, and so is what was changed while it was", async () => {
  const { server, asked } = slowServer()
  const kept = keepReviews([], server, () => {})
  kept.change("a", { decision: "release" })
  await vi.advanceTimersByTimeAsync(500)
  // The redaction comes while the decision is on its way, as it does when somebody is quick.
  kept.change("a", { redactions: [name] })
  const done = await settled(kept.finish())
  expect(done()).toBe("not yet")
  await asked[0]?.answer()
  expect([done(), asked.length]).toEqual(["not yet", 2])
  expect(asked[1]?.review).toEqual({ revision: 1, decision: "release", topic: null, redactions: [name] })
  await asked[1]?.answer()
  expect([done(), kept.changes()]).toEqual([true, 2])
})

test("a save that fails, or that the other overtook, is not saved: nothing may be published", async () => {
  for (const [error, saving] of [
    [failure("connection.lost"), "failed"],
    [failure("review.changed"), "overtaken"],
  ] as const) {
    const { server, asked } = slowServer()
    const kept = keepReviews([], server, () => {})
    kept.change("a", { decision: "release", redactions: [name] })
    const done = await settled(kept.finish())
    await asked[0]?.answer(error)
    expect([done(), kept.of("a").saving]).toEqual([false, saving])
    // And it stays so, however often it is asked for.
    expect((await settled(kept.finish()))()).toBe(false)
  }
})

test("what the other said is shown, renewed while nobody has decided, and accepted by one click", async () => {
  const { server, asked } = slowServer()
  const kept = keepReviews([], server, () => {})
  kept.change("a", { decision: "release" })
  await vi.advanceTimersByTimeAsync(500)
  await asked[0]?.answer(failure("review.changed"))
  expect(kept.of("a")).toMatchObject({ ...theirs, saving: "overtaken" })
  kept.take([{ ...theirs, revision: 6, topic: "Tools" }])
  expect(kept.of("a")).toMatchObject({ revision: 6, topic: "Tools", saving: "overtaken" })
  kept.accept("a")
  expect([(await settled(kept.finish()))(), kept.changes()]).toEqual([true, 6])
})

test("where the other's cannot be fetched, own words stay one's own and are tried again", async () => {
  let isLost = true
  const { server, asked } = slowServer(async () => {
    if (isLost) throw failure("connection.lost")
    return [theirs]
  })
  const kept = keepReviews([], server, () => {})
  kept.change("a", { decision: "release", topic: "Mine" })
  await vi.advanceTimersByTimeAsync(500)
  await asked[0]?.answer(failure("review.changed"))
  expect(kept.of("a")).toMatchObject({ topic: "Mine", saving: "failed", error: { code: "connection.lost" } })
  isLost = false
  kept.retry("a")
  await asked[1]?.answer(failure("review.changed"))
  expect(kept.of("a")).toMatchObject({ ...theirs, saving: "overtaken" })
})

test("what the other says is not put over what waits to be saved here", async () => {
  const { server } = slowServer()
  const kept = keepReviews([], server, () => {})
  kept.change("a", { topic: "Mine" })
  kept.take([theirs])
  expect(kept.of("a")).toMatchObject({ topic: "Mine", saving: "waiting" })
})
