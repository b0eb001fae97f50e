import { randomBytes } from "node:crypto"
import { text } from "node:stream/consumers"
import { parseArgs } from "node:util"

const USAGE = `throughline: alignment surveys with answers that nobody can trace

  throughline people check FILE [--repair] [--json]
                                            what a people file (CSV or XLSX) holds, and every problem by row;
                                            --repair: and what repairing all of it as proposed would give
  throughline steps FILE [--top-first] [--column FIELD=HEADER] [--json]
                                            what a published survey table (CSV or XLSX; wave, layer, respondents, question,
                                            percent) loses from each layer to the next, tested
  throughline link FILE --unit COLUMN --period COLUMN --survey COLUMN[,…] --kpi COLUMN[:lower][,…] [--lag 0,1,-1] [--json]
                                            whether survey results and KPIs of the same units (CSV or XLSX; one row for
                                            each unit and period) go together, and how sure that is
  throughline verify BUNDLE [--words "SIX WORDS"] [--receipt RECEIPT] [--json]
                                            checks a closed survey by the bundle that HR downloads, without a
                                            database, a network or trust in the server
  throughline serve                         run the product (settings come from the environment)
  throughline migrate                       bring the database up to this version
  throughline create-admin --organization NAME --email MAIL --name NAME
                                            a new organization with its first account; the password is read
                                            from standard input, or made and printed once when there is none
  throughline add-member --organization-of MAIL --email MAIL --name NAME --role hr|analyst
                                            another account in the organization of the one with the first
                                            address; the password as above. Leaders are invited on the page Members
  throughline mail bounce [--json] < REPORT takes a mail server's report about a mail that could not be delivered;
                                            for the alias that BOUNCE_ADDRESS leads to

Settings: DATABASE_URL (or DATABASE_WEB_URL, _WORKER_URL, _CLOSE_URL) or DATA_DIRECTORY, PUBLIC_URL, PORT, SMTP_URL, MAIL_FROM, AUTH_SECRET, KEY_DIRECTORY,
  KEY_SECRET, KEY_SECRET_PREVIOUS, BOUNCE_ADDRESS, MAIL_CONNECTIONS, MAIL_PACE, MAIL_DKIM_SELECTOR, TRUSTED_PROXIES (docs/operations.md).
Exit codes: 0 fine, 1 findings, 2 bad input; mail bounce: 75 when the database cannot be used just now, so that the
  mail server delivers the report again later.
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
  if (command === "steps") {
    const { steps } = await import("./steps-command.ts")
    return await steps(rest, { stdout: process.stdout, stderr: process.stderr, cwd: process.cwd() })
  }
  if (command === "link") {
    const { link } = await import("./link-command.ts")
    return await link(rest, { stdout: process.stdout, stderr: process.stderr, cwd: process.cwd() })
  }
  if (command === "verify") {
    const { verify } = await import("./verify-command.ts")
    return await verify(rest, { stdout: process.stdout, stderr: process.stderr, cwd: process.cwd() })
  }
  if (command === "serve") {
    await import("./server.ts")
    return undefined
  }
  if (command === "migrate") return await migrateCommand()
  if (command === "mail" && rest[0] === "bounce") return await mailBounceCommand(rest.slice(1))
  if (command === "create-admin") return await createAdminCommand(rest)
  if (command === "add-member") return await addMemberCommand(rest)
  process.stderr.write(`There is no command "${command}".\n${USAGE}`)
  return 2
}

async function migrateCommand(): Promise<number> {
  const { prepareDatabase } = await import("@throughline/db")
  const { prepareJobs } = await import("./jobs.ts")
  return await withConfig(async (config) => {
    await prepareDatabase(config.database, prepareJobs)
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
  if (!organization?.trim() || !name?.trim() || !email || !ADDRESS.test(email)) {
    process.stderr.write(`create-admin needs --organization, --email and --name.\n${USAGE}`)
    return 2
  }
  const password = await readPassword()
  if (password === undefined) return 2
  return await withDatabase(async ({ database, config }) => {
    const { createAuth } = await import("./auth/auth.ts")
    const { createAdmin } = await import("./auth/create-admin.ts")
    const auth = createAuth(database.db, config, database.embedded)
    await createAdmin(
      { db: database.db, auth },
      { organization: organization.trim(), email, name: name.trim(), password: password.value },
    )
    process.stderr.write(`${email} can sign in for ${organization}.\n`)
    if (password.made) process.stdout.write(`${password.value}\n`)
    return 0
  })
}

async function addMemberCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      ...{ "organization-of": { type: "string" }, email: { type: "string" } },
      ...{ name: { type: "string" }, role: { type: "string" } },
    },
  })
  const { "organization-of": organizationOf, email, name, role } = values
  if (!organizationOf || !name?.trim() || !email || !ADDRESS.test(email)) {
    process.stderr.write(`add-member needs --organization-of, --email, --name and --role.\n${USAGE}`)
    return 2
  }
  if (role !== "hr" && role !== "analyst") {
    process.stderr.write("--role is hr or analyst; leaders are invited on the page Members.\n")
    return 2
  }
  const password = await readPassword()
  if (password === undefined) return 2
  return await withDatabase(async ({ database, config }) => {
    const { createAuth } = await import("./auth/auth.ts")
    const { addMember } = await import("./members/add-member.ts")
    const deps = {
      db: database.db,
      auth: createAuth(database.db, config, database.embedded),
      now: () => new Date(),
    }
    const member = { email, name: name.trim(), role, password: password.value } as const
    const outcome = await addMember(deps, organizationOf, member)
    if (outcome !== "added") {
      const faults = {
        "no-organization": `There is no account with the address ${organizationOf}.`,
        trustee: `${email} is a trustee of a survey that is not closed yet, and so cannot work for HR.`,
        taken: `There is an account with the address ${email} already.`,
      }
      process.stderr.write(`${faults[outcome]}\n`)
      return 2
    }
    process.stderr.write(`${email} can sign in as ${role === "hr" ? "HR" : "analyst"}.\n`)
    if (password.made) process.stdout.write(`${password.value}\n`)
    return 0
  })
}

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/

/** From standard input, or made up when nothing comes; undefined, and a word of why, when it breaks the rules. */
async function readPassword(): Promise<{ value: string; made: boolean } | undefined> {
  const { newPassword, passwordRules } = await import("./auth/password.ts")
  const given = process.stdin.isTTY ? "" : (await text(process.stdin)).trim()
  if (given === "") return { value: randomBytes(15).toString("base64url"), made: true }
  if (newPassword.safeParse(given).success) return { value: given, made: false }
  const { least, most, different } = passwordRules
  process.stderr.write(
    `A password has ${least} to ${most} characters, at least ${different} different ones.\n`,
  )
  return undefined
}

/** EX_TEMPFAIL: a mail server that is told this delivers the report again later. */
const TRY_LATER = 75

async function mailBounceCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean", default: false } } })
  const { mailBounce, readInput } = await import("./mail-bounce-command.ts")
  const raw = await readInput(process.stdin)
  try {
    return await withDatabase(async ({ database }) => {
      process.stdout.write(await mailBounce(database.db, raw, values.json))
      return 0
    })
  } catch {
    // Not the database's own words, which may quote what was asked for.
    process.stderr.write("The report could not be taken: the database cannot be used just now.\n")
    return TRY_LATER
  }
}

type Opened = {
  database: Awaited<ReturnType<typeof import("@throughline/db").openDatabase>>
  config: import("./config.ts").Config
}

async function withConfig(work: (config: Opened["config"]) => Promise<number>): Promise<number> {
  const { readConfig } = await import("./config.ts")
  const result = readConfig(process.env, "database")
  if ("config" in result) return await work(result.config)
  process.stderr.write(`${result.faults.join("\n")}\n`)
  return 2
}

/**
 * Opens the database the environment names, brings it up to date where its owner is named, and closes it again. Named
 * logins are used where they are named: reports about mails come from outside.
 */
async function withDatabase(work: (opened: Opened) => Promise<number>): Promise<number> {
  const { migrate, openDatabase, openServed } = await import("@throughline/db")
  const { prepareJobs } = await import("./jobs.ts")
  return await withConfig(async (config) => {
    const { database: named } = config
    const asOwner = !("directory" in named) && named.logins === undefined && named.url !== undefined
    const database = asOwner
      ? await openDatabase({ url: named.url })
      : await openServed(named, config.authSecret, prepareJobs)
    try {
      if (asOwner) await migrate(database.db)
      return await work({ database, config })
    } finally {
      await database.close()
    }
  })
}

/** A pipe takes 64 kB at once: what is still waiting would be lost with the process. */
async function exit(code: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((written) => stream.write("", () => written()))
  process.exit(code)
}

try {
  const code = await run(process.argv.slice(2))
  if (code !== undefined) await exit(code)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  await exit(2)
}
