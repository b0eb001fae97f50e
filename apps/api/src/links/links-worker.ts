import { parentPort } from "node:worker_threads"
import { links } from "@throughline/analysis"
import type { Families } from "./tell-links.ts"

parentPort?.once("message", (families: Families) => {
  parentPort?.postMessage(families.map((inputs) => links(...inputs)))
})
