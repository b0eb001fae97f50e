// A process that casts ballots into the embedded database until it is killed, and says which were acknowledged.
// Arguments: the data directory, and the example survey as JSON.
import { writeSync } from "node:fs"
import { openDatabase } from "@throughline/db"
import { castAll, readExample } from "./cast-all.ts"

const [directory = "", example = ""] = process.argv.slice(2)
const { db } = await openDatabase({ directory })
writeSync(1, "open\n")
await castAll(db, readExample(example), (person) => void writeSync(1, `${person}\n`))
writeSync(1, "done\n")
setInterval(() => {}, 1000)
