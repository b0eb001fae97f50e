import { parentPort } from "node:worker_threads"
import { countResponses, describeFile } from "./count-responses.ts"

/** What is done beside the thread that answers requests; kind → what goes in and what comes out. */
export interface ImportWork {
  describe: { given: Parameters<typeof describeFile>[0]; made: ReturnType<typeof describeFile> }
  count: { given: Parameters<typeof countResponses>[0]; made: ReturnType<typeof countResponses> }
}

type Doing = { [Kind in keyof ImportWork]: (given: ImportWork[Kind]["given"]) => ImportWork[Kind]["made"] }
const work: Doing = { describe: describeFile, count: (given) => countResponses(given) }

parentPort?.once("message", ({ kind, given }: { kind: keyof ImportWork; given: never }) => {
  parentPort?.postMessage(work[kind](given))
})
