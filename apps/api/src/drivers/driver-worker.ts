import { parentPort } from "node:worker_threads"
import { type DriverInput, driver } from "@throughline/analysis"

parentPort?.once("message", (input: DriverInput) => parentPort?.postMessage(driver(input)))
