import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import type { ScanInput, ScanResult } from "@throughline/analysis"
import { Problem } from "../problem.ts"
import type { FromScan, ToScan } from "./scan-worker.ts"

/** Looks for breaks in threads of its own: it takes seconds to minutes of every core, and the event loop has other things to do. */
export interface Scanner {
  /**
   * The scans' results, each what `scanTree` makes of it with its seed, however many threads there are. One call at a time:
   * the next waits. Rejects when a thread fails, with what it failed of, and with the reason of `stop`; then nothing is
   * left running.
   */
  run(scans: readonly ScanInput[], options: ScannerOptions): Promise<ScanResult[]>
  /** Ends whatever is running; nothing can be run after that. */
  stop(): Promise<void>
}

interface ScannerOptions {
  /** By scan. */
  seeds: readonly number[]
  /** Of each scan. */
  replicates: number
  /** Told often what share of all replicates is done, 0 to 1. */
  onProgress?: (share: number) => void
}

/** A thread is asked for no fewer replicates: each time it first fits the data anew, which takes as long as some fifty of them. */
const LEAST = 100

export function createScanner(threads = availableParallelism(), start = startThread): Scanner {
  const stopping = new AbortController()
  const { signal } = stopping
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(scans, options) {
      const mine = last.then(() => runAll(scans, options, threads, start, signal))
      last = mine.catch(() => {}) // whose scan it was hears of it
      return mine
    },
    async stop() {
      stopping.abort(new Error("the server is stopping"))
      await last
    },
  }
}

async function runAll(
  scans: readonly ScanInput[],
  { seeds, replicates, onProgress }: ScannerOptions,
  threads: number,
  start: typeof startThread,
  signal: AbortSignal,
): Promise<ScanResult[]> {
  signal.throwIfAborted()
  const ranges = shares(replicates, Math.ceil((3 * threads) / scans.length))
  const rows = scans.map(() => new Map<number, Float64Array>())
  const results: ScanResult[] = []
  const waiting = scans.flatMap((input, scan) => ranges.map(([from, to]) => ({ input, scan, from, to })))
  const done = waiting.map(() => 0)
  const parts = [...waiting.entries()]

  const work = async (thread: Thread) => {
    for (let next = parts.shift(); next !== undefined; next = parts.shift()) {
      const [part, { input, scan, from, to }] = next
      const [seed = 0, own = new Map()] = [seeds[scan], rows[scan]]
      const answer = await thread.ask({ input, seed, from, to }, (count) => {
        done[part] = count
        onProgress?.(done.reduce((sum, one) => sum + one, 0) / (replicates * scans.length))
      })
      own.set(from, answer as Float64Array)
      if (own.size < ranges.length) continue
      const maxima = joined(ranges.map(([first]) => own.get(first) as Float64Array))
      results[scan] = (await thread.ask({ input, seed, replicates, maxima }, () => {})) as ScanResult
    }
  }
  const pool = Array.from({ length: Math.min(threads, waiting.length) }, start)
  const stopped = Promise.withResolvers<never>()
  const stop = () => stopped.reject(signal.reason)
  signal.addEventListener("abort", stop)
  try {
    await Promise.race([Promise.all(pool.map(work)), stopped.promise])
    return results
  } finally {
    signal.removeEventListener("abort", stop)
    await Promise.all(pool.map((thread) => thread.end()))
  }
}

/** The replicates in about so many ranges, none of fewer than `LEAST` where there are that many. */
function shares(replicates: number, wanted: number): [number, number][] {
  const count = Math.max(1, Math.min(wanted, Math.floor(replicates / LEAST)))
  const bound = (at: number) => Math.round((at * replicates) / count)
  return Array.from({ length: count }, (_, at) => [bound(at), bound(at + 1)])
}

function joined(rows: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(rows.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const own of rows) {
    all.set(own, at)
    at += own.length
  }
  return all
}

/** Asked one thing at a time. A test starts others, which fail. */
interface Thread {
  ask(given: ToScan, onProgress: (done: number) => void): Promise<Float64Array | ScanResult>
  end(): Promise<unknown>
}

function startThread(): Thread {
  return threadOf(new Worker(new URL("./scan-worker.ts", import.meta.url)))
}

export function threadOf(worker: Worker): Thread {
  let asked: ReturnType<typeof Promise.withResolvers<Float64Array | ScanResult>> | undefined
  let onProgress = (_done: number) => {}
  let dead: Error | undefined
  const fail = (cause: unknown) => {
    dead ??= new Problem("server.error", { cause })
    asked?.reject(dead)
  }
  worker.on("message", (message: FromScan) => {
    if ("done" in message) onProgress(message.done)
    else asked?.resolve(message.answer)
  })
  worker.on("error", fail)
  worker.on("messageerror", fail)
  worker.on("exit", (code) => fail(new Error(`a thread that looks for breaks ended with code ${code}`)))
  return {
    async ask(given, told) {
      if (dead !== undefined) throw dead
      onProgress = told
      asked = Promise.withResolvers()
      worker.postMessage(given)
      return await asked.promise
    },
    end: () => worker.terminate(),
  }
}
