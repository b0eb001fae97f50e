// npm run linkage [PEOPLE]: a survey through the real protocol, and an attacker who has the whole database server; fails
// when more answers can be linked to people than by chance.
import { join } from "node:path"
import { install, run } from "./installed.mjs"

install()
process.exit(run("node", [join("tests", "linkage", "run.ts"), ...process.argv.slice(2)]))
