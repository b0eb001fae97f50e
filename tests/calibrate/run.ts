/**
 * `npm run calibrate -- steps`: how often the tree scan alarms in healthy made-up organizations, and what it finds of a
 * planted break, on the product's atoms and, beside them, on teams that nobody merged. `-- knowing`, `-- across`,
 * `-- links` and `-- drivers`: how often intervals and findings about made-up answers and KPIs are right.
 */
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { tellChoosing } from "./choosing.ts"
import { scanAll } from "./scan-all.ts"
import { readChoosing, readSettings, usage } from "./settings.ts"
import { type Share, type Summary, summarize } from "./summary.ts"

const request = (() => {
  try {
    const args = process.argv.slice(2)
    const choosing = readChoosing(args)
    if (choosing !== undefined) {
      tellChoosing(choosing)
      process.exit(0)
    }
    return readSettings(args)
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`)
    process.exit(2)
  }
})()
const { organizations, json, bases, ...common } = request
const root = join(import.meta.dirname, "..", "..")
const code = fingerprint([
  join(root, "packages", "analysis", "src"),
  join(root, "packages", "org", "src"),
  import.meta.dirname,
])

const results: { base: string; cut: "atoms" | "teams"; summary: Summary }[] = []
for (const base of bases) {
  const settings = { ...common, base }
  const key = createHash("sha256")
    .update(JSON.stringify([settings, code]))
    .digest("hex")
    .slice(0, 16)
  const file = join(root, "node_modules", ".cache", "throughline-calibrate", `${key}.jsonl`)
  const outcomes = await scanAll(settings, organizations, file, (done) => {
    if (!json && process.stderr.isTTY) process.stderr.write(`\r${base}: ${done} of ${organizations}`)
  })
  if (!json && process.stderr.isTTY) process.stderr.write("\r")
  for (const cut of ["atoms", "teams"] as const)
    results.push({ base, cut, summary: summarize(outcomes, cut, common.plant !== null) })
}
if (json) console.log(JSON.stringify({ ...request, results }))
else {
  const told = (share: Share | undefined) =>
    share?.share == null
      ? ""
      : `${share.share.toFixed(3)} (${share.low?.toFixed(3)}-${share.high?.toFixed(3)}) of ${share.of}`
  console.table(
    results.map(({ base, cut, summary }) => ({
      ...{ base, cut, testable: told(summary.testable), alarms: told(summary.alarms) },
      ...(common.plant === null
        ? {}
        : {
            ...{ found: told(summary.power), "right manager": told(summary.rightManager) },
            "in boundary set": told(summary.inBoundarySet),
          }),
    })),
  )
}

/** Outcomes of other code are not gone on with. */
function fingerprint(folders: readonly string[]): string {
  const hash = createHash("sha256")
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
      if (/(?<!\.test)\.ts$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest("hex")
}
