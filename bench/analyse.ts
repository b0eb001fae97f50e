// Time, memory and size of an analysis: 24 items in 8 constructs, about 2,000 atoms and 2,600 groups.
import { brotliCompressSync, constants } from "node:zlib"
import { analyse } from "../packages/analysis/src/analyse.ts"
import { audit } from "../packages/analysis/src/audit.ts"
import { synthetic } from "../packages/analysis/src/synthetic.ts"

const megabyte = 1024 * 1024
const rows = []
for (const people of [10_000, 100_000, 1_000_000]) {
  const each = people / 2_017
  const respondents: [number, number] = [Math.max(5, Math.round(each * 0.5)), Math.round(each * 1.5)]
  const shape = { functions: 8, departments: 5, teams: 24, constructs: 8, items: 3, k: 5 }
  const input = synthetic({
    ...shape,
    seed: 1,
    respondents: people < 20_000 ? [5, 5] : respondents,
    missing: 0.02,
  })
  globalThis.gc?.()
  const idle = process.memoryUsage().rss
  const before = process.cpuUsage()
  const start = performance.now()
  const release = analyse(input)
  const seconds = (performance.now() - start) / 1000
  const cpu = process.cpuUsage(before)
  const growth = Math.max(0, process.memoryUsage().rss - idle)
  const audited = performance.now()
  const findings = audit(release, input).length
  const json = Buffer.from(JSON.stringify(release))
  const packed = brotliCompressSync(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  const cells = release.groups.flatMap((group) => Object.values(group.cells))
  rows.push({
    respondents: release.survey.respondents,
    atoms: release.atoms.length,
    groups: release.groups.length,
    "analyse s": seconds.toFixed(2),
    "CPU s": ((cpu.user + cpu.system) / 1e6).toFixed(2),
    "growth MB": (growth / megabyte).toFixed(0),
    "audit s": ((performance.now() - audited) / 1000).toFixed(2),
    findings,
    "cells shown %": Math.round((100 * cells.filter((cell) => cell.state === "shown").length) / cells.length),
    "JSON MB": (json.length / megabyte).toFixed(1),
    "brotli MB": (packed.length / megabyte).toFixed(2),
  })
}
console.table(rows)
