import { once } from "node:events"
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { availableParallelism } from "node:os"
import { dirname } from "node:path"
import { Worker } from "node:worker_threads"
import type { Outcome, Settings } from "./scan-one.ts"

/**
 * Organizations 0 to before `count`, a worker per core. What is done is kept in `file`, a line each, so that a run that was cut goes
 * on where it stood; only a line cut short is made again.
 */
export async function scanAll(
  settings: Settings,
  count: number,
  file: string,
  onProgress: (done: number) => void = () => {},
): Promise<Outcome[]> {
  mkdirSync(dirname(file), { recursive: true })
  const done = new Map(readKept(file).map((outcome) => [outcome.index, outcome]))
  const waiting = Array.from({ length: count }, (_, index) => index).filter((index) => !done.has(index))
  const workers = Array.from({ length: Math.min(availableParallelism(), waiting.length) }, async () => {
    const worker = new Worker(new URL("./scan-worker.ts", import.meta.url))
    try {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        const outcome = await ask(worker, { settings, index })
        appendFileSync(file, `${JSON.stringify(outcome)}\n`)
        done.set(index, outcome)
        onProgress(done.size)
      }
    } finally {
      await worker.terminate()
    }
  })
  await Promise.all(workers)
  return Array.from({ length: count }, (_, index) => done.get(index) as Outcome)
}

async function ask(worker: Worker, message: unknown): Promise<Outcome> {
  const answer = once(worker, "message")
  worker.postMessage(message)
  // `once` rejects when the worker fails.
  const [outcome] = await answer
  return outcome as Outcome
}

function readKept(file: string): Outcome[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, "utf8")
  // A line that a kill has cut short ends without a line break; the next one must not be written behind it.
  const whole = text.slice(0, text.lastIndexOf("\n") + 1)
  if (whole !== text) writeFileSync(file, whole)
  return whole
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Outcome)
}
