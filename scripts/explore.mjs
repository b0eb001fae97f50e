// npm run explore [TIMES]: runs every property test again and again with cases not drawn before; a failure names its seed.
import { randomInt } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { install, root, run } from "./installed.mjs"

const times = Number(process.argv[2] ?? 10)
if (!Number.isInteger(times) || times < 1) {
  console.error(`TIMES must be a whole number from 1 on, not "${process.argv[2]}".`)
  process.exit(2)
}
install()
const files = ["packages", "apps", "tests"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.includes("node_modules"))
    .map((file) => join(folder, file))
    .filter((file) => readFileSync(join(root, file), "utf8").includes('"fast-check"')),
)
const red = []
for (let time = 1; time <= times; time++) {
  const seed = String(randomInt(2 ** 31))
  console.log(`\n${time} of ${times}: PROPERTY_SEED=${seed}`)
  if (run("vitest", ["run", "--reporter=dot", ...files], { PROPERTY_SEED: seed }) !== 0) red.push(seed)
}
console.log(
  `\n${times} runs of ${files.length} files, ${red.length} red${red.map((one) => `\n  PROPERTY_SEED=${one}`).join("")}`,
)
process.exit(red.length === 0 ? 0 : 1)
