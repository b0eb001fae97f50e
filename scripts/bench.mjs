// npm run bench [NAME …] [-- --OPTION …]: runs the benchmarks in bench/, each of which prints a table. They fail nothing.
// What begins with "--", and all after it, is handed to them.
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { install, root, run } from "./installed.mjs"

install()
const all = readdirSync(join(root, "bench"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -3))
const given = process.argv.slice(2)
const first = given.findIndex((one) => one.startsWith("--"))
const wanted = first < 0 ? given : given.slice(0, first)
const options = first < 0 ? [] : given.slice(first)
const unknown = wanted.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`No benchmark named ${unknown.join(", ")}. There are: ${all.join(", ")}.`)
  process.exit(2)
}
let worst = 0
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n# ${name}`)
  worst = Math.max(worst, run("node", [join("bench", `${name}.ts`), ...options]))
}
process.exit(worst)
