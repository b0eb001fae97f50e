import type { ChangedReview, Review } from "../api.ts"
import { isFailure } from "../failure.ts"

export type Change = Partial<Pick<Review, "decision" | "topic" | "redactions">>

export interface Kept extends Review {
  /** overtaken: the other reviewer was first, this is theirs, and nobody has yet said what to do about it. */
  saving: "saved" | "waiting" | "failed" | "overtaken"
  error: unknown
}

interface Server {
  save: (comment: string, review: ChangedReview) => Promise<Review>
  /** What both reviewers have said so far. */
  all: () => Promise<Review[]>
}

/** ms after the last change of a comment until it is saved. */
const PAUSE = 500

const untouched = (comment: string): Kept => ({
  ...{ comment, revision: 0, decision: "open", topic: null, redactions: [], by: null },
  ...{ saving: "saved", error: null },
})

export type KeptReviews = ReturnType<typeof keepReviews>

/**
 * What is said of each comment: changed here, saved by itself, and renewed with what the other reviewer says. A change
 * that comes second is not saved over the first one, and never shown as if it were the other's.
 */
export function keepReviews(reviews: readonly Review[], server: Server, draw: () => void) {
  const kept = new Map(
    reviews.map((one): [string, Kept] => [one.comment, { ...one, saving: "saved", error: null }]),
  )
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  /** Saves under way; none of these is ever rejected. */
  const sends = new Map<string, Promise<void>>()

  const of = (comment: string): Kept => kept.get(comment) ?? untouched(comment)
  const put = (comment: string, part: Partial<Kept>) => {
    kept.set(comment, { ...of(comment), ...part })
    draw()
  }

  function take(all: readonly Review[]) {
    for (const review of all) {
      const { revision, saving } = of(review.comment)
      const isTheirs = saving === "saved" || saving === "overtaken"
      if (isTheirs && review.revision > revision) put(review.comment, review)
    }
  }

  async function save(comment: string) {
    const sent = of(comment)
    try {
      const { revision, decision, topic, redactions } = sent
      const saved = await server.save(comment, { revision, decision, topic, redactions })
      const isSame = of(comment) === sent
      put(
        comment,
        isSame ? { ...saved, saving: "saved", error: null } : { revision: saved.revision, by: saved.by },
      )
      if (!isSame) later(comment)
    } catch (error) {
      if (!isFailure(error) || error.code !== "review.changed") put(comment, { saving: "failed", error })
      else await giveWay(comment)
    }
  }

  /** The other was first: theirs is shown. While it cannot be had, what was said here stays and counts as not saved. */
  async function giveWay(comment: string) {
    try {
      const theirs = (await server.all()).find((one) => one.comment === comment)
      clearTimeout(timers.get(comment))
      timers.delete(comment)
      put(comment, { ...untouched(comment), ...theirs, saving: "overtaken" })
    } catch (error) {
      put(comment, { saving: "failed", error })
    }
  }

  function send(comment: string) {
    if (sends.has(comment)) return
    sends.set(
      comment,
      save(comment).finally(() => sends.delete(comment)),
    )
  }

  function later(comment: string) {
    clearTimeout(timers.get(comment))
    timers.set(
      comment,
      setTimeout(() => {
        timers.delete(comment)
        if (sends.has(comment)) later(comment)
        else send(comment)
      }, PAUSE),
    )
  }

  return {
    of,
    take,
    change(comment: string, part: Change) {
      put(comment, { ...part, saving: "waiting", error: null })
      later(comment)
    },
    retry(comment: string) {
      put(comment, { saving: "waiting", error: null })
      send(comment)
    },
    /** The other's stands. */
    accept: (comment: string) => put(comment, { saving: "saved" }),
    /** Sends whatever waits, and waits for whatever is under way. False: something is not saved all the same. */
    async finish(): Promise<boolean> {
      while (timers.size > 0 || sends.size > 0) {
        await Promise.all(sends.values())
        for (const [comment, timer] of [...timers]) {
          clearTimeout(timer)
          timers.delete(comment)
          send(comment)
        }
      }
      return [...kept.values()].every(({ saving }) => saving === "saved")
    },
    /** How often a review was changed in all, by both, as it is known here. */
    changes: () => [...kept.values()].reduce((sum, { revision }) => sum + revision, 0),
  }
}
