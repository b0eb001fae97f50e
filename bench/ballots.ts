/**
 * What a blind ballot costs the server: `npm run bench ballots`. Signatures a second of one core; ballots cast a second
 * by 64 at once, beside pgbench inserting rows of the same size into a bare table of the same server in the same run;
 * CPU, statements and bytes of one completed response (sign and cast, over the whole application).
 */
import { execFileSync } from "node:child_process"
import { generateKeyPairSync, randomBytes } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { answerInvitation, type OwnBallot, type Sign } from "../apps/api/src/answering.ts"
import { castBallot } from "../apps/api/src/ballots/cast-ballot.ts"
import { promisedOf } from "../apps/api/src/ballots/leaves.ts"
import { demoLinks } from "../apps/api/src/demo/links.ts"
import { sealAll } from "../apps/api/src/demo/seal-all.ts"
import { seededCompany } from "../apps/api/src/demo/testing.ts"
import { openInvitation } from "../apps/api/src/invitations/open-invitation.ts"
import { keyContext } from "../apps/api/src/signing/make-keys.ts"
import { selectPrivateKeys } from "../apps/api/src/signing/queries.ts"
import { signRaw } from "../apps/api/src/signing/raw-rsa.ts"
import { createSigner } from "../apps/api/src/signing/signer.ts"
import { openTestApp, type TestApp } from "../apps/api/src/testing.ts"
import type { Cast } from "../packages/ballot/src/index.ts"
import { migrate, openDatabase, withOrganization } from "../packages/db/src/index.ts"
import { findPostgres, startPostgres, type TestPostgres } from "../packages/db/src/testing-postgres.ts"

const CASTS = 3000
const AT_ONCE = 64
const SECONDS = 3
const RESPONSES = 140

const compressed = (body: unknown) => gzipSync(JSON.stringify(body)).length
const kB = (bytes: number) => (bytes / 1000).toFixed(1)
const perSecond = (count: number, seconds: number) => (count / seconds).toFixed(0)
const rate = (count: number, began: number) => perSecond(count, (performance.now() - began) / 1000)

const rows: [string, string, string][] = []
const place = mkdtempSync(join(tmpdir(), "throughline-bench-ballots-"))

for (const bits of [2048, 3072]) await measureSigning(bits)
const bin = findPostgres()
if (bin === null) console.log("PostgreSQL is not installed: casts are not measured.\n")
else {
  const server = await startPostgres({ durable: true, settings: ["max_connections = 120"] })
  await server.psql("postgres", "create database ballots owner throughline_owner")
  const database = await openDatabase({ url: server.url("ballots") })
  await migrate(database.db)
  const api = await openTestApp(database, { demo: true, keyDirectory: join(place, "keys") })
  const survey = await seededCompany(api.deps, { people: 300, share: 0, seed: 1 })
  await measureResponses(api, survey, server)
  await measureCasts(api, survey, server, bin)
  await api.deps.signer.stop()
  await database.close()
  server.stop()
}
rmSync(place, { recursive: true, force: true })
for (const [what, measured, goal] of [["", "measured", "goal"], ...rows] as const) {
  console.log(what.padEnd(56) + measured.padStart(12) + goal.padStart(12))
}
process.exit(0)

async function measureSigning(bits: number): Promise<void> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: bits })
  const message = () => Buffer.concat([Buffer.of(0x5a), randomBytes(bits / 8 - 1)])
  const before = process.cpuUsage()
  const end = performance.now() + SECONDS * 1000
  let made = 0
  for (; performance.now() < end; made++) signRaw(privateKey, message())
  const { user, system } = process.cpuUsage(before)
  const goal = bits === 2048 ? "≥ 700" : ""
  rows.push([`signatures a second of one core, ${bits} bits`, perSecond(made, (user + system) / 1e6), goal])

  const signer = createSigner()
  const der = new Uint8Array(privateKey.export({ format: "der", type: "pkcs8" }))
  const load = async () => der
  await signer.sign("bench", bits, message(), load)
  const began = performance.now()
  const many = Array.from({ length: 1000 }, () => signer.sign("bench", bits, message(), load))
  await Promise.all(many)
  rows.push([`through the signing threads, ${bits} bits, by the clock`, rate(many.length, began), ""])
  await signer.stop()
}

/** One person after the other through every route, and ten at a time. */
async function measureResponses(
  api: TestApp,
  { organizationId, surveyId }: { organizationId: string; surveyId: string },
  server: TestPostgres,
): Promise<void> {
  const links = (await demoLinks(api.deps, organizationId, surveyId)).slice(0, RESPONSES)
  const post = async (path: string, body: unknown, more = {}) => {
    const response = await api.app.request(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...more },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return (await response.json()) as { signature: string }
  }
  const used = { cpu: 0, bytes: 0, statements: 0 }
  const measured = async <T>(work: () => Promise<T>): Promise<T> => {
    const before = process.cpuUsage()
    const result = await work()
    const { user, system } = process.cpuUsage(before)
    used.cpu += (user + system) / 1000
    return result
  }
  // What the browser does in between is not the server's; the first ones start threads and fill caches.
  const one = async (link: (typeof links)[number]): Promise<OwnBallot> => {
    const invitation = await openInvitation(api.deps, link.secret)
    if (invitation.state !== "open") throw new Error("not open")
    const sign: Sign = async (secret, blinded) => {
      used.bytes += compressed({ blinded })
      const authorization = { Authorization: `Invitation ${secret}` }
      const answer = await measured(() => post("/api/signatures", { blinded }, authorization))
      used.bytes += compressed(answer)
      return answer.signature
    }
    const own = await answerInvitation(sign, invitation, link.secret, { "comment-helps": "x" })
    used.bytes += compressed(own.cast)
    await measured(() => post("/api/ballots", own.cast))
    return own
  }
  for (const link of links.slice(0, 20)) await one(link)
  Object.assign(used, { cpu: 0, bytes: 0 })
  const rest = links.slice(20)
  for (const link of rest.slice(0, -20)) await one(link)
  const counted = rest.length - 20
  rows.push(["server CPU of sign + cast, one at a time, ms", (used.cpu / counted).toFixed(2), "≤ 5"])
  rows.push(["bytes of sign + cast both ways, compressed, kB", kB(used.bytes / counted), "≤ 14"])

  const log = () =>
    readFileSync(join(server.directory, "log"), "utf8")
      .split("\n")
      .filter((line) => /LOG: {2}(execute|statement)/.test(line))
  const logging = async (on: "all" | "none") => {
    await server.psql("postgres", `alter system set log_statement = '${on}'`)
    await server.psql("postgres", "select pg_reload_conf()")
    await new Promise((done) => setTimeout(done, 300))
  }
  await logging("all")
  const before = log().length
  for (const link of rest.slice(-20)) await one(link)
  const lines = log().slice(before)
  await logging("none")
  const opening = lines.filter((line) => /app\.organization as|"survey"\."questionnaire"/.test(line)).length
  const ends = lines.filter((line) => /: (begin|start transaction|commit)/i.test(line)).length
  const others = lines.length - ends - 2 * opening
  rows.push(["statements of sign + cast, without begin and commit", (others / 20).toFixed(1), "≤ 5"])
  rows.push(["the same with begin and commit, and opening the link", (lines.length / 20).toFixed(1), ""])
}

async function measureCasts(
  api: TestApp,
  { organizationId, surveyId }: { organizationId: string; surveyId: string },
  server: TestPostgres,
  bin: string,
): Promise<void> {
  const promised = await promisedOf(api.deps.db, organizationId, surveyId)
  if (promised === undefined) throw new Error("not launched")
  const sealed = await withOrganization(api.deps.db, "web", organizationId, (tx) =>
    selectPrivateKeys(tx, organizationId, surveyId),
  )
  const keys = new Map<number, Uint8Array>()
  for (const { number, private: key } of sealed) {
    keys.set(number, await api.deps.keys.decrypt(keyContext(organizationId, surveyId, number), key))
  }
  const casts: Cast[] = []
  const toSeal = Array.from({ length: CASTS }, (_, i) => ({
    cohort: i % promised.leaves.length,
    answers: {},
  }))
  await sealAll({ manifest: promised.manifest, leaves: promised.leaves, keys }, toSeal, async (batch) => {
    casts.push(...batch.map(({ cast }) => cast))
  })
  const waiting = [...casts]
  const device = async () => {
    for (let cast = waiting.shift(); cast !== undefined; cast = waiting.shift())
      await castBallot(api.deps, cast)
  }
  const cpu = process.cpuUsage()
  const began = performance.now()
  await Promise.all(Array.from({ length: AT_ONCE }, device))
  const ours = (1000 * CASTS) / (performance.now() - began)
  const { user, system } = process.cpuUsage(cpu)
  const theirs = await pgbench(server, bin, casts[0] as Cast)
  rows.push([`ballots cast a second, ${AT_ONCE} at once`, ours.toFixed(0), ""])
  rows.push(["  server CPU of each, ms", ((user + system) / 1000 / CASTS).toFixed(2), ""])
  rows.push([`rows of the same size a second by pgbench, ${AT_ONCE} at once`, theirs.toFixed(0), ""])
  rows.push(["  ratio", (ours / theirs).toFixed(2), "≥ 0.6"])
}

/** Transactions a second that insert one row as large as a ballot into a table with the same key. */
async function pgbench(server: TestPostgres, bin: string, cast: Cast): Promise<number> {
  await server.psql(
    "ballots",
    `create table bench (organization uuid, survey uuid, ballot_key bytea, cohort integer, sequence integer,
      credential bytea, ciphertext bytea, signature bytea, primary key (organization, survey, ballot_key))`,
  )
  const hex = (bytes: number) => `'\\x${randomBytes(bytes).toString("hex")}'`
  const size = Buffer.from(cast.ciphertext, "base64url").length
  const script = join(place, "insert.sql")
  writeFileSync(
    script,
    `\\set r random(1, 9000000000000000000)
insert into bench values ('${cast.organization}', '${cast.survey}', int8send(:r) || bytea ${hex(57)}, 1, 0,
  ${hex(256)}, ${hex(size)}, ${hex(64)});
`,
  )
  const report = execFileSync(
    join(bin, "pgbench"),
    [
      "-n",
      "-M",
      "prepared",
      "-c",
      String(AT_ONCE),
      "-j",
      "2",
      "-T",
      "6",
      "-f",
      script,
      server.adminUrl("ballots"),
    ],
    { encoding: "utf8" },
  )
  return Number(/tps = ([\d.]+)/.exec(report)?.[1] ?? Number.NaN)
}
