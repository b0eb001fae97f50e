import { parentPort, workerData } from "node:worker_threads"
import type { PeoplePages } from "./person-row.ts"
import {
  type FileToRead,
  type ImportPlan,
  planImport,
  planUndo,
  type ReadFile,
  readFile,
} from "./plan-import.ts"
import type { Writes } from "./writes.ts"

/** What is done beside the thread that answers requests; kind → what goes in and what comes out. */
export interface PeopleWork {
  read: { given: FileToRead; made: ReadFile }
  plan: { given: FileToRead; made: ImportPlan | { read: ReadFile } }
  undo: { given: { before: Uint8Array; stored: PeoplePages }; made: Writes }
}

const work: { [Kind in keyof PeopleWork]: (given: PeopleWork[Kind]["given"]) => PeopleWork[Kind]["made"] } = {
  read: readFile,
  plan: planImport,
  undo: planUndo,
}

if (parentPort) {
  const { kind, given } = workerData as { kind: keyof PeopleWork; given: never }
  parentPort.postMessage(work[kind](given))
}
