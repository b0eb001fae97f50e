import { createHash, randomBytes } from "node:crypto"
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { migrate } from "./migrate.ts"
import { openDatabase } from "./open.ts"

const source = fileURLToPath(new URL(".", import.meta.url))
const cache = fileURLToPath(new URL("../../../node_modules/.cache/throughline-db/", import.meta.url))

/**
 * A migrated embedded database that nobody has open, to be copied. Making one takes seconds, so it is kept
 * under node_modules, by a hash of all that it is made from.
 */
export async function embeddedTemplate(): Promise<string> {
  const template = join(cache, hashOfSource())
  if (existsSync(template)) return template
  mkdirSync(cache, { recursive: true })
  const draft = join(cache, `draft-${randomBytes(6).toString("hex")}`)
  const database = await openDatabase({ directory: draft, durable: false })
  await migrate(database.db)
  await database.close()
  try {
    renameSync(draft, template) // whole or not at all, however many make it at once
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
  for (const old of readdirSync(cache)) {
    const path = join(cache, old)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (path !== template && age > 24 * 3_600_000) rmSync(path, { recursive: true, force: true })
  }
  return template
}

function hashOfSource(): string {
  const hash = createHash("sha256")
  const files = [
    "embedded.ts",
    "migrate.ts",
    ...readdirSync(join(source, "migrations")).map((name) => `migrations/${name}`),
  ]
  for (const file of files.sort()) hash.update(readFileSync(join(source, file)))
  hash.update(readFileSync(new URL("../package.json", import.meta.url)))
  return hash.digest("hex").slice(0, 24)
}

// `node embedded-template.ts [DIRECTORY]` makes the template and, for the demo, a database at a directory that has none.
if (import.meta.main) {
  const template = await embeddedTemplate()
  const [directory] = process.argv.slice(2)
  if (directory !== undefined && !existsSync(directory)) {
    mkdirSync(dirname(directory), { recursive: true })
    cpSync(template, directory, { recursive: true })
  }
}
