import { constants, getPriority, setPriority } from "node:os"
import { parentPort } from "node:worker_threads"
import { nullMaxima, type ScanInput, type ScanResult, scanTree } from "@throughline/analysis"

/** Either the replicates `from` to before `to` of one scan, or the scan with all of them. */
export type ToScan = { input: ScanInput; seed: number } & (
  | { from: number; to: number }
  | { replicates: number; maxima: Float64Array }
)

/** `done`: so many of the replicates asked for. */
export type FromScan = { done: number } | { answer: Float64Array | ScanResult }

// On Linux this is the thread's alone. Whoever asks the server something goes before; elsewhere it would slow that down too.
// A server that stands further back already is not let forward: only root may do that, and the thread would end.
if (process.platform === "linux")
  setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL))

const tell = (message: FromScan) => parentPort?.postMessage(message)

// What is thrown here ends the thread, and whoever asked hears why.
parentPort?.on("message", (asked: ToScan) => {
  const { input, seed } = asked
  tell({
    answer:
      "maxima" in asked
        ? scanTree(input, { seed, replicates: asked.replicates, maxima: asked.maxima })
        : nullMaxima(input, { seed, from: asked.from, to: asked.to, onProgress: (done) => tell({ done }) }),
  })
})
