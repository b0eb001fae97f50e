import { randomBytes } from "node:crypto"
import { text } from "node:stream/consumers"
import { parseArgs } from "node:util"

const USAGE = `throughline: alignment surveys with answers that nobody can trace

  throughline people check FILE [--json]    what a people file holds, and every problem by row
  throughline serve                         run the product (settings come from the environment)
  throughline migrate                       bring the database up to this version
  throughline create-admin --organization NAME --email MAIL --name NAME
                                            a new organization with its first account; the password is read
                                            from standard input, or made and printed once when there is none

Settings: DATABASE_URL or DATA_DIRECTORY, PUBLIC_URL, PORT, SMTP_URL, MAIL_FROM, AUTH_SECRET, KEY_DIRECTORY.
Exit codes: 0 fine, 1 findings, 2 bad input.
`

/** Runs one command; answers the exit code, or undefined when the process is to go on (serve). */
async function run(args: string[]): Promise<number | undefined> {
  const [command, ...rest] = args
  if (command === undefined || command === "--help" || command === "-h" || command === "help") {
    process.stdout.write(USAGE)
    return command === undefined ? 2 : 0
  }
  if (command === "people" && rest[0] === "check") {
    const { peopleCheck } = await import("./people-check-command.ts")
    return await peopleCheck(rest.slice(1), {
      stdout: process.stdout,
      stderr: process.stderr,
      cwd: process.cwd(),
    })
  }
  if (command === "serve") {
    await import("./server.ts")
    return undefined
  }
  if (command === "migrate") return await migrateCommand()
  if (command === "create-admin") return await createAdminCommand(rest)
  process.stderr.write(`There is no command "${command}".\n${USAGE}`)
  return 2
}

async function migrateCommand(): Promise<number> {
  return await withDatabase(async () => {
    process.stderr.write("The database is up to date.\n")
    return 0
  })
}

async function createAdminCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { organization: { type: "string" }, email: { type: "string" }, name: { type: "string" } },
  })
  const { organization, email, name } = values
  if (!organization?.trim() || !name?.trim() || !email || !/^[^\s@<>]+@[^\s@<>]+$/.test(email)) {
    process.stderr.write(`create-admin needs --organization, --email and --name.\n${USAGE}`)
    return 2
  }
  const given = process.stdin.isTTY ? "" : (await text(process.stdin)).trim()
  if (given !== "" && given.length < 12) {
    process.stderr.write("A password has at least 12 characters.\n")
    return 2
  }
  const password = given === "" ? randomBytes(15).toString("base64url") : given
  return await withDatabase(async ({ database, config }) => {
    const { createAuth } = await import("./auth/auth.ts")
    const { createAdmin } = await import("./auth/create-admin.ts")
    const auth = createAuth(database.db, config, database.embedded)
    await createAdmin(
      { db: database.db, auth },
      { organization: organization.trim(), email, name: name.trim(), password },
    )
    process.stderr.write(`${email} can sign in for ${organization}.\n`)
    if (given === "") process.stdout.write(`${password}\n`)
    return 0
  })
}

type Opened = {
  database: Awaited<ReturnType<typeof import("@throughline/db").openDatabase>>
  config: import("./config.ts").Config
}

/** Opens the database the environment names, brings it up to date and closes it again. */
async function withDatabase(work: (opened: Opened) => Promise<number>): Promise<number> {
  const { readConfig } = await import("./config.ts")
  const { migrate, openDatabase } = await import("@throughline/db")
  const result = readConfig(process.env, "database")
  if ("faults" in result) {
    process.stderr.write(`${result.faults.join("\n")}\n`)
    return 2
  }
  const database = await openDatabase(result.config.database)
  try {
    await migrate(database.db)
    return await work({ database, config: result.config })
  } finally {
    await database.close()
  }
}

try {
  const code = await run(process.argv.slice(2))
  if (code !== undefined) process.exit(code)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(2)
}
