// A process that closes one survey and is killed at one stage of it, or by its parent. Argument: what to do, as JSON.
import { writeSync } from "node:fs"
import { openDatabase } from "@throughline/db"
import { type CloseStage, closeSurvey } from "../../apps/api/src/surveys/close-survey.ts"
import { openTestApp } from "../../apps/api/src/testing.ts"

export interface Closing {
  database: { url: string } | { directory: string }
  keyDirectory: string
  organizationId: string
  surveyId: string
  /** "scanning": when a third of the search for breaks is done. null: none, the parent kills when it likes. */
  stage: CloseStage | "scanning" | null
}

const { database, keyDirectory, organizationId, surveyId, stage }: Closing = JSON.parse(process.argv[2] ?? "")
const { deps } = await openTestApp(await openDatabase(database), { keyDirectory })
const scanner: typeof deps.scanner = {
  ...deps.scanner,
  run: (scans, options) => {
    const onProgress = (share: number) => {
      options.onProgress?.(share)
      if (stage === "scanning" && share > 1 / 3) process.kill(process.pid, "SIGKILL")
    }
    return deps.scanner.run(scans, { ...options, onProgress })
  },
}
writeSync(1, "open\n")
await closeSurvey({ ...deps, scanner }, organizationId, surveyId, (reached) => {
  if (reached === stage) process.kill(process.pid, "SIGKILL")
})
writeSync(1, "done\n")
process.exit(0)
