import { parentPort } from "node:worker_threads"
import type { Manifest } from "@throughline/ballot"
import { sealAnswers } from "../answering.ts"

/** One respondent's part of the demo: what to seal, for whom. */
export interface ToSeal {
  secret: string
  cohort: number
  answers: unknown
}

// Sealing is half of the demo's start: a thread of its own does it while the database writes.
parentPort?.on("message", async ({ manifest, batch }: { manifest: Manifest; batch: ToSeal[] }) => {
  const casts = await Promise.all(
    batch.map(
      async ({ secret, cohort, answers }) => (await sealAnswers(manifest, cohort, secret, answers)).cast,
    ),
  )
  parentPort?.postMessage(casts)
})
