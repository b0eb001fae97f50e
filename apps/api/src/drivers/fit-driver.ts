import { type DriverInput, type DriverResult, driver } from "@throughline/analysis"
import { inThread } from "../in-thread.ts"

/** Unit-periods that are fitted in the time a thread takes to start. */
const FEW = 2_000
/** 2,000 units of 36 periods take about five seconds and 250 MB. */
const BOUNDS = { seconds: 60, megabytes: 1024 }

/** The process that sweeps may answer requests as well: what takes long is done beside it. */
export async function fitDriver(input: DriverInput, few = FEW): Promise<DriverResult> {
  if (input.units * input.indicator.length <= few) return driver(input)
  const file = new URL("./driver-worker.ts", import.meta.url)
  return await inThread<DriverResult>(file, input, BOUNDS, (detail) => new Error(`a driver: ${detail}`))
}
