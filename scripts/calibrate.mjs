// npm run calibrate -- steps [OPTIONS]: how often the tree scan alarms in healthy made-up organizations, and what it finds of a
// break that was planted. A run that was cut goes on where it stood.
import { join } from "node:path"
import { install, run } from "./installed.mjs"

install()
process.exit(run("node", [join("tests", "calibrate", "run.ts"), ...process.argv.slice(2)]))
