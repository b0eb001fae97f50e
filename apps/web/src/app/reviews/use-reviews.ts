import { useEffect, useRef, useState } from "react"
import { api, type Review, type ReviewPage } from "../api.ts"
import { isFailure } from "../failure.ts"

export type Change = Partial<Pick<Review, "decision" | "topic" | "redactions">>

export interface Kept extends Review {
  /** overtaken: the other reviewer was first, and this is theirs. */
  saving: "saved" | "waiting" | "failed" | "overtaken"
  error: unknown
}

/** ms after the last change of a comment until it is saved. */
const PAUSE = 500
/** ms between looks at what the other reviewer says. */
const EVERY = 15_000

const untouched = (comment: string): Kept => ({
  ...{ comment, revision: 0, decision: "open", topic: null, redactions: [], by: null },
  ...{ saving: "saved", error: null },
})

/**
 * What is said of each comment: changed here, saved by itself, and renewed with what the other reviewer says. A change
 * that comes second is not saved over the first one.
 */
export function useReviews(survey: string, page: ReviewPage) {
  const kept = useRef(
    new Map(
      page.reviews.map((one): [string, Kept] => [one.comment, { ...one, saving: "saved", error: null }]),
    ),
  )
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const sending = useRef(new Set<string>())
  const [, draw] = useState(0)

  const of = (comment: string): Kept => kept.current.get(comment) ?? untouched(comment)
  const put = (comment: string, part: Partial<Kept>) => {
    kept.current.set(comment, { ...of(comment), ...part })
    draw((times) => times + 1)
  }

  function takeOthers(reviews: readonly Review[]) {
    for (const review of reviews) {
      const { revision, saving } = of(review.comment)
      if (saving === "saved" && review.revision > revision) put(review.comment, review)
    }
  }

  async function send(comment: string) {
    if (sending.current.has(comment)) return
    const sent = of(comment)
    sending.current.add(comment)
    try {
      const { revision, decision, topic, redactions } = sent
      const saved = await api.saveReview(survey, comment, { revision, decision, topic, redactions })
      const isSame = of(comment) === sent
      put(
        comment,
        isSame ? { ...saved, saving: "saved", error: null } : { revision: saved.revision, by: saved.by },
      )
      if (!isSame) later(comment)
    } catch (error) {
      if (isFailure(error) && error.code === "review.changed") {
        const theirs = (await api.reviews(survey).catch(() => [])).find((one) => one.comment === comment)
        put(comment, { ...theirs, saving: "overtaken", error: null })
      } else put(comment, { saving: "failed", error })
    } finally {
      sending.current.delete(comment)
    }
  }

  function later(comment: string) {
    clearTimeout(timers.current.get(comment))
    timers.current.set(
      comment,
      setTimeout(() => {
        timers.current.delete(comment)
        if (sending.current.has(comment)) later(comment)
        else void send(comment)
      }, PAUSE),
    )
  }

  function change(comment: string, part: Change) {
    put(comment, { ...part, saving: "waiting", error: null })
    later(comment)
  }

  /** Whatever still waits is sent now. */
  async function finish() {
    const waiting = [...timers.current.keys()]
    for (const comment of waiting) clearTimeout(timers.current.get(comment))
    timers.current.clear()
    await Promise.all(waiting.map(send))
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: one clock for the life of the page; all it reads are refs
  useEffect(() => {
    const clock = setInterval(() => {
      // Without an answer the next look says the same.
      api.reviews(survey).then(takeOthers, () => {})
    }, EVERY)
    return () => clearInterval(clock)
  }, [survey])

  const all = page.comments.map(({ id }) => of(id))
  const saving = all.some((one) => one.saving === "failed")
    ? ("failed" as const)
    : all.some((one) => one.saving === "waiting")
      ? ("waiting" as const)
      : ("saved" as const)
  return { of, change, finish, retry: (comment: string) => void send(comment), all, saving }
}

export type Reviews = ReturnType<typeof useReviews>
