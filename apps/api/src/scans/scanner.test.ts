import { execFile } from "node:child_process"
import { monitorEventLoopDelay } from "node:perf_hooks"
import { setTimeout as wait } from "node:timers/promises"
import { promisify } from "node:util"
import { Worker } from "node:worker_threads"
import { atomNodes, type ScanInput, type ScanResult, scanInput, scanTree } from "@throughline/analysis"
import { afterAll, expect, test } from "vitest"
import { seeded } from "../demo/respondent.ts"
import { createScanner, threadOf } from "./scanner.ts"

/** A head, so many managers below it, teams below those; one manager's teams answer lower. */
function organization(seed: number, managers: number, teams: number): ScanInput {
  const random = seeded(seed)
  const parent = [-1]
  const level = [0]
  for (let manager = 0; manager < managers; manager++) {
    parent.push(0)
    level.push(1)
  }
  for (let team = 0; team < managers * teams; team++) {
    parent.push(1 + (team % managers))
    level.push(2)
  }
  const atoms = parent.map((_, at) => ({ managers: [at], invited: [6] }))
  const { node, ...nodes } = atomNodes(Int32Array.from(parent), Int32Array.from(level), atoms)
  const people = [...node].flatMap((at) => Array.from({ length: 6 }, () => at))
  const scores = people.map((at) => 3 + random() + random() - random() - (parent[at] === 1 ? 1.2 : 0))
  const input = scanInput(nodes, Int32Array.from(people), Float64Array.from(scores))
  if (input === undefined) throw new Error("nothing to scan")
  return input
}

const replicates = 250
const scans = [organization(1, 6, 6), organization(2, 5, 8)]
const seeds = [11, 12]
const here: ScanResult[] = scans.map((input, at) =>
  scanTree(input, { seed: seeds[at] as number, replicates }),
)

const scanner = createScanner(3)
afterAll(() => scanner.stop())

test("threads find what one thread finds, to the last bit, and say how far they are", async () => {
  const heard: number[] = []
  const found = await scanner.run(scans, { seeds, replicates, onProgress: (share) => heard.push(share) })
  expect(found).toEqual(here)
  expect(here.map(({ breaks }) => breaks.length > 0)).toEqual([true, true])
  expect(heard.length).toBeGreaterThan(20)
  expect(heard).toEqual(heard.toSorted((a, b) => a - b))
  expect([heard[0], heard.at(-1)]).toEqual([expect.toSatisfy((share) => share < 0.1), 1])
  // The seed matters, so that “the same” is no triviality.
  const [other] = await scanner.run(scans.slice(0, 1), { seeds: [99], replicates })
  expect(other?.windows).not.toEqual(here[0]?.windows)
  // However many they are: one alone makes the replicates in other ranges.
  const alone = createScanner(1)
  expect(await alone.run(scans, { seeds, replicates })).toEqual(here)
  await alone.stop()
  expect(await scanner.run([], { seeds: [], replicates })).toEqual([])
})

test("two calls at once take their turn, and too few groups are only described", async () => {
  const few = organization(3, 3, 4)
  const [first, second] = await Promise.all([
    scanner.run(scans, { seeds, replicates }),
    scanner.run([few], { seeds: [7], replicates }),
  ])
  expect(first).toEqual(here)
  expect(second).toEqual([scanTree(few, { seed: 7, replicates })])
  expect(second[0]?.tested).toBe(false)
})

test("meanwhile the event loop goes on", async () => {
  const during = async (work: () => Promise<unknown>) => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    // Before it is enabled the histogram has seen nothing.
    delay.enable()
    await wait(20)
    await work()
    await wait(20)
    delay.disable()
    return delay.max / 1e6
  }
  const large = [organization(4, 30, 30)]
  const options = { seeds: [5], replicates: 1000 }
  const inThreads = await during(() => scanner.run(large, options))
  const inThisOne = await during(async () => scanTree(large[0] as ScanInput, { seed: 5, replicates: 1000 }))
  expect(inThisOne).toBeGreaterThan(300)
  expect(inThreads).toBeLessThan(inThisOne / 2)
})

/** Threads that do what the code says in place of scanning, and whether they have ended. */
function threadsOf(code: string) {
  const workers: Worker[] = []
  const scanner = createScanner(2, () => {
    const worker = new Worker(code, { eval: true })
    workers.push(worker)
    return threadOf(worker)
  })
  return { scanner, running: () => workers.filter(({ threadId }) => threadId !== -1).length, workers }
}

test("a thread that fails fails the run with its cause, one that ends too, and none is left", async () => {
  const listen = (then: string) =>
    `require("node:worker_threads").parentPort.on("message", () => { ${then} })`
  for (const [then, cause] of [
    ['throw new Error("the fit diverged")', "the fit diverged"],
    ["process.exit(7)", "ended with code 7"],
  ] as const) {
    const { scanner, running, workers } = threadsOf(listen(then))
    await expect(scanner.run(scans, { seeds, replicates })).rejects.toMatchObject({
      code: "server.error",
      cause: { message: expect.stringContaining(cause) },
    })
    expect([workers.length, running()]).toEqual([2, 0])
    // The next run starts threads of its own.
    await expect(scanner.run(scans, { seeds, replicates })).rejects.toMatchObject({ code: "server.error" })
    expect([workers.length, running()]).toEqual([4, 0])
  }
})

test("stopped, it ends what runs and what waits, in the middle of a replicate", async () => {
  const { scanner, running, workers } = threadsOf(
    "require('node:worker_threads').parentPort.on('message', () => { for (;;); })",
  )
  const both = [1, 2].map(() => scanner.run(scans, { seeds, replicates }))
  const ended = Promise.allSettled(both)
  await expect.poll(() => workers.length).toBe(2)
  await wait(50)
  await scanner.stop()
  expect(await ended).toMatchObject([{ status: "rejected" }, { status: "rejected" }])
  expect([workers.length, running()]).toEqual([2, 0])
  await expect(scanner.run(scans, { seeds, replicates })).rejects.toThrow("the server is stopping")
})

test.runIf(process.platform === "linux")(
  "of a server that itself goes behind others no thread goes before it, which only root may",
  async () => {
    const script = `
      const { readdirSync, readFileSync } = require("node:fs")
      const worker = new (require("node:worker_threads").Worker)(new URL(process.argv[1]))
      const input = { parent: Int32Array.of(-1, 0), level: Int32Array.of(0, 1), n: Int32Array.of(2, 2) }
      worker.postMessage({ input: { ...input, mean: Float64Array.of(0, 1), variance: 1 }, seed: 1, from: 0, to: 1 })
      worker.on("message", () => {
        const nice = (task) => readFileSync("/proc/self/task/" + task + "/stat", "utf8").split(") ").at(-1).split(" ")[16]
        console.log(Math.min(...readdirSync("/proc/self/task").map(nice).map(Number)))
        process.exit()
      })`
    const worker = new URL("./scan-worker.ts", import.meta.url).href
    const least = async (nice: string) =>
      Number((await promisify(execFile)("nice", ["-n", nice, process.execPath, "-e", script, worker])).stdout)
    expect(await least("15")).toBeGreaterThanOrEqual(15)
  },
)
