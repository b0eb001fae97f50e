// npm run reference -- DIR: every statistic and the tree scan against values that other programs computed; names each
// failure and fails on any.
import { join } from "node:path"
import { install, run } from "./installed.mjs"

install()
process.exit(run("node", [join("tests", "reference", "run.ts"), ...process.argv.slice(2)]))
