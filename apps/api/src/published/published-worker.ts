import { parentPort } from "node:worker_threads"
import { type PublishedFile, tellTable } from "./tell-table.ts"

parentPort?.once("message", (file: PublishedFile) => {
  parentPort?.postMessage(tellTable(file))
})
