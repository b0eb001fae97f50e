import { parentPort } from "node:worker_threads"
import { type LinkInput, links } from "@throughline/analysis"

parentPort?.once("message", (inputs: LinkInput[]) => {
  parentPort?.postMessage(inputs.map(links))
})
