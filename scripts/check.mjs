// npm run check: format, lint, import order, types of every package, unused files, exports and dependencies.
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { install, root, run } from "./installed.mjs"

install()
const projects = ["packages", "apps"]
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/tsconfig.json`))
  .filter((path) => existsSync(join(root, path)))
const steps = [
  ["biome", ["check", "--error-on-warnings", "."]],
  ...[...projects, "tsconfig.test.json"].map((path) => ["tsc", ["-p", path]]),
  ["knip", []],
]
const failed = steps.filter(([tool, args]) => run(tool, args) !== 0).map((step) => step.flat().join(" "))
for (const step of failed) console.error(`failed: ${step}`)
console.error(`check: ${steps.length - failed.length} passed, ${failed.length} failed`)
process.exit(failed.length === 0 ? 0 : 1)
