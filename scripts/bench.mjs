// npm run bench [NAME …]: runs the benchmarks in bench/, each of which prints a table. They fail nothing.
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { install, root, run } from "./installed.mjs"

install()
const all = readdirSync(join(root, "bench"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -3))
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`No benchmark named ${unknown.join(", ")}. There are: ${all.join(", ")}.`)
  process.exit(2)
}
let worst = 0
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n# ${name}`)
  worst = Math.max(worst, run("node", [join("bench", `${name}.ts`)]))
}
process.exit(worst)
