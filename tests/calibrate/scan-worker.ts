// Scans one made-up organization after the other: told by its parent which, answers with what was found.
import { parentPort } from "node:worker_threads"
import { type Settings, scanOne } from "./scan-one.ts"

parentPort?.on("message", ({ settings, index }: { settings: Settings; index: number }) => {
  parentPort?.postMessage(scanOne(settings, index))
})
