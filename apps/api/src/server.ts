import { randomBytes } from "node:crypto"
import { serve } from "@hono/node-server"
import { openServed } from "@throughline/db"
import { createApp } from "./app.ts"
import { createAuth } from "./auth/auth.ts"
import { sendResetBy } from "./auth/send-reset.ts"
import { createBox } from "./ballots/box.ts"
import { readConfig } from "./config.ts"
import { accountsFault } from "./demo/accounts-fault.ts"
import { seedDemo } from "./demo/seed-demo.ts"
import type { Deps } from "./deps.ts"
import { createJobs, prepareJobs } from "./jobs.ts"
import { openKeyDirectory } from "./keys/key-directory.ts"
import { createDns } from "./mail/dns.ts"
import { memoryMailer, smtpMailer } from "./mail/mailer.ts"
import { createScanner } from "./scans/scanner.ts"
import { createSigner } from "./signing/signer.ts"

const result = readConfig(process.env)
if ("faults" in result) {
  for (const fault of result.faults) console.error(fault)
  process.exit(2)
}
const { config } = result
const log = (line: string) => console.error(line)
const now = () => new Date()

const database = await openServed(config.database, config.authSecret, prepareJobs).catch((error: unknown) => {
  log(error instanceof Error ? error.message : "The database cannot be opened.")
  process.exit(2)
})
/** Ends a start that cannot go on, with one sentence that says why. */
async function refuse(fault: string): Promise<never> {
  log(fault)
  await database.close()
  process.exit(2)
}

const fault = await accountsFault(database.db, config.demo)
if (fault !== undefined) await refuse(fault)
const keys = await openKeyDirectory(config.keyDirectory, config.keySecrets).catch((error: unknown) =>
  refuse(error instanceof Error ? error.message : "The key directory cannot be used."),
)
const jobs = createJobs(database, log)
const mailer =
  config.smtpUrl === undefined
    ? memoryMailer(now)
    : smtpMailer({
        url: config.smtpUrl,
        from: config.mailFrom,
        bounceAddress: config.bounceAddress,
        connections: config.mailConnections,
      })
const deps: Deps = {
  db: database.db,
  config,
  now,
  random: (length) => randomBytes(length),
  mailer,
  dns: createDns(config.dnsServer),
  keys,
  jobs,
  box: createBox(database.db),
  signer: createSigner(),
  scanner: createScanner(),
  auth: createAuth(database.db, config, database.embedded, sendResetBy(mailer, config)),
  log,
}
const later = config.demo ? await seedDemo(deps) : undefined

const server = serve({ fetch: createApp(deps).fetch, port: config.port }, () =>
  log(`Throughline: ${config.publicUrl}`),
)
await new Promise<void>((listening) => {
  server.once("listening", listening)
  server.once("error", (error: NodeJS.ErrnoException) => {
    const taken = error.code === "EADDRINUSE"
    void refuse(
      `Port ${config.port} ${taken ? "is taken by another program" : `cannot be used (${error.code})`}: choose another PORT.`,
    )
  })
})
// What a launch asks for before the jobs run is found by their first sweep.
const started = jobs.start(deps)
const seeded = later?.().catch((error: unknown) =>
  log(`demo: ${error instanceof Error ? error.message : "failed"}`),
)

let stopping = false
/** Answers what has been asked, finishes the jobs at hand, closes the database. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await new Promise<void>((done) => {
    server.close(() => done())
    if ("closeIdleConnections" in server) server.closeIdleConnections()
    setTimeout(done, 5_000).unref()
  })
  await started
  // A close that is looking for breaks begins anew with the next start: it may take minutes.
  await deps.scanner.stop()
  await jobs.stop()
  await seeded
  deps.mailer.close()
  await deps.signer.stop()
  await database.close()
  process.exit(0)
}
process.on("SIGTERM", () => void stop())
process.on("SIGINT", () => void stop())
