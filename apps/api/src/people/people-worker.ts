import { parentPort } from "node:worker_threads"
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

// By message and not by workerData, which would hold what was given until the end.
parentPort?.once("message", ({ kind, given }: { kind: keyof PeopleWork; given: never }) => {
  const made = work[kind](given) as PeopleWork[keyof PeopleWork]["made"]
  const writes = "writes" in made ? made.writes : "insert" in made ? made : undefined
  const moved = writes
    ? [...writes.insert, ...writes.update, ...writes.remove].map(({ buffer }) => buffer)
    : []
  parentPort?.postMessage(made, moved)
})
