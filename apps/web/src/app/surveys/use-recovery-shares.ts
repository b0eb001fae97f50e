import { useState } from "react"
import { api, type Survey } from "../api.ts"
import { useDeed } from "../queries.ts"

export type RecoveryShares = ReturnType<typeof useRecoveryShares>

/** Shares that were just made: in this page's memory only, gone with it, and never to be had again. */
export function useRecoveryShares(survey: Survey) {
  const [shares, setShares] = useState<readonly string[]>([])
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const take = useDeed(
    () => api.takeRecoveryShares(survey.id),
    (answer) => {
      setShares(answer.shares)
      setKept(new Set())
    },
  )
  return {
    take,
    shares,
    kept,
    /** They were downloaded or printed. */
    keep: (these: readonly string[]) => setKept((before) => new Set([...before, ...these])),
    /** Some were neither downloaded nor printed yet. */
    unkept: shares.length > 0 && survey.recovery.triedAt === null && kept.size < shares.length,
  }
}
