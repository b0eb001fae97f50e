// npm run reference -- DIR: every case of DIR/expected.json and every tree of DIR/treescan_fixture.json, computed by
// other programs, against this one.
import { resolve } from "node:path"
import { runReference } from "./reference.ts"

const folder = process.argv[2]
// npm goes to the root of the project before it runs anything; where it was called from, it says in INIT_CWD.
const outcomes = folder === undefined ? [] : runReference(resolve(process.env.INIT_CWD ?? "", folder))
if (outcomes.length === 0) {
  console.error("Usage: npm run reference -- DIR, where DIR holds an expected.json and the tables it names.")
  process.exit(2)
}
const failed = outcomes.filter(({ wrong }) => wrong.length > 0)
for (const { id, wrong } of failed)
  console.log(`FAILED ${id}\n${wrong.map((line) => `  ${line}`).join("\n")}`)
console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`)
process.exit(failed.length === 0 ? 0 : 1)
