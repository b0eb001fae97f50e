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
  /** null: none, the parent kills when it likes. */
  stage: CloseStage | null
}

const { database, keyDirectory, organizationId, surveyId, stage }: Closing = JSON.parse(process.argv[2] ?? "")
const { deps } = await openTestApp(await openDatabase(database), { keyDirectory })
writeSync(1, "open\n")
await closeSurvey(deps, organizationId, surveyId, (reached) => {
  if (reached === stage) process.kill(process.pid, "SIGKILL")
})
writeSync(1, "done\n")
process.exit(0)
