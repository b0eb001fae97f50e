// npm run attack: an auditor's attack on results, over every route and role; fails when anybody can be singled out.
import { join } from "node:path"
import { install, run } from "./installed.mjs"

install()
process.exit(run("node", [join("tests", "attack", "run.ts")]))
