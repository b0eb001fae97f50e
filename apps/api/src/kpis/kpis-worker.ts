import { parentPort } from "node:worker_threads"
import { type KpiChoices, readKpis } from "@throughline/org"

export interface KpiFileToRead {
  bytes: Uint8Array
  fileName: string
  choices: KpiChoices
  kinds: Parameters<typeof readKpis>[3]
}

parentPort?.once("message", ({ bytes, fileName, choices, kinds }: KpiFileToRead) => {
  const file = readKpis(bytes, fileName, choices, kinds)
  const values = file.kpis.flatMap((kpi) => kpi.values.map(({ buffer }) => buffer as ArrayBuffer))
  parentPort?.postMessage(file, values)
})
