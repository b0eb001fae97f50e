import { useEffect, useRef, useState } from "react"
import { api, type ReviewPage } from "../api.ts"
import { type KeptReviews, keepReviews } from "./keep-reviews.ts"

/** ms between looks at what the other reviewer says. */
const EVERY = 15_000

/** What is said of each comment, for as long as the page is open. */
export function useReviews(survey: string, page: ReviewPage) {
  const [, draw] = useState(0)
  const kept = useRef<KeptReviews>(null)
  kept.current ??= keepReviews(
    page.reviews,
    { save: (comment, review) => api.saveReview(survey, comment, review), all: () => api.reviews(survey) },
    () => draw((times) => times + 1),
  )
  const { of, take, change, retry, accept, finish, changes } = kept.current
  const renew = async () => take(await api.reviews(survey))

  useEffect(() => {
    const clock = setInterval(() => {
      // Without an answer the next look says the same.
      api.reviews(survey).then(take, () => {})
    }, EVERY)
    return () => clearInterval(clock)
  }, [survey, take])

  const all = page.comments.map(({ id }) => of(id))
  const saving =
    (["failed", "overtaken", "waiting"] as const).find((state) => all.some((one) => one.saving === state)) ??
    ("saved" as const)
  return { of, change, retry, accept, finish, changes, renew, all, saving }
}

export type Reviews = ReturnType<typeof useReviews>
