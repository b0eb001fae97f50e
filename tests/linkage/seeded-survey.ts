import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Cast } from "@throughline/ballot"
import { type Database, migrate, openDatabase } from "@throughline/db"
import { findPostgres, openWithLogins, startPostgres } from "@throughline/db/testing"
import type { Questionnaire } from "@throughline/instrument"
import { answerInvitation } from "../../apps/api/src/answering.ts"
import { type DemoLink, demoLinks } from "../../apps/api/src/demo/links.ts"
import { seeded } from "../../apps/api/src/demo/respondent.ts"
import type { OpenedInvitation } from "../../apps/api/src/invitations/schemas.ts"
import { closeSurvey } from "../../apps/api/src/surveys/close-survey.ts"
import { launchSurvey } from "../../apps/api/src/surveys/launch-survey.ts"
import { readyDraft } from "../../apps/api/src/surveys/testing.ts"
import { openTestApp, type TestApp } from "../../apps/api/src/testing.ts"
import { listen } from "../../apps/api/src/testing-listen.ts"

/** One who answered, as only the experiment knows it. */
export interface Respondent {
  link: DemoLink
  ballotKey: string
  cast: Cast
  answers: Record<string, unknown>
  /** the statements that everybody is asked, as they are stored: reversed ones turned round */
  scores: Record<string, number>
}

/** A server with everything switched on that could give somebody away. */
const telltale = [
  "track_commit_timestamp = on",
  "log_statement = 'all'",
  "log_duration = on",
  "log_line_prefix = '%m [%p] %x '",
  "wal_keep_size = '2GB'",
  "max_wal_size = '4GB'",
]

/**
 * A survey through the real protocol, over sockets, on a PostgreSQL of its own. Most people answer one after the other,
 * some at the same time. `open` is what the superuser may look at while it runs, `closed` afterwards.
 */
export async function seededSurvey<Before, After>(options: {
  people: number
  /** how many of them answer at the same moment as others, ten at a time */
  together: number
  seed: number
  whileOpen: (server: Server) => Promise<Before>
  afterClose: (server: Server) => Promise<After>
  log?: (line: string) => void
  /** true: the mistake of a server that writes down its requests */
  logsRequests?: boolean
}): Promise<{
  respondents: Respondent[]
  questionnaire: Questionnaire
  before: Before
  after: After
  appLog: string[]
  hr: { email: string }
}> {
  const postgres = await startPostgres({ durable: false, settings: telltale })
  let database: Database | undefined
  let api: TestApp | undefined
  let close = async () => {}
  try {
    await postgres.psql("postgres", "create database linkage owner throughline_owner")
    const url = postgres.url("linkage")
    const owner = await openDatabase({ url })
    await migrate(owner.db)
    database = await openWithLogins(owner, url)
    await owner.close()
    api = await openTestApp(database, { demo: true })
    const appLog: string[] = []
    api.deps.log = (line) => appLog.push(line)
    const { hr, survey } = await readyDraft(api, options.people)
    await launchSurvey(api.deps, hr.organizationId, survey.id)

    const { app } = api
    const served = await listen({
      fetch: (request) => {
        if (options.logsRequests)
          appLog.push(`${request.method} ${request.url} ${request.headers.get("authorization")}`)
        return app.fetch(request)
      },
    })
    close = served.close
    const { address } = served
    const random = seeded(options.seed)
    const order = shuffledBy(await demoLinks(api.deps, hr.organizationId, survey.id), random)
    const respondents: Respondent[] = []
    let questionnaire: Questionnaire | undefined
    const answer = async (link: DemoLink) => {
      const given = await answerOverHttp(address, link, random)
      questionnaire = given.questionnaire
      respondents.push(given.respondent)
    }
    const alone = order.slice(options.together)
    for (const link of alone) await answer(link)
    for (let at = 0; at < options.together; at += 10)
      await Promise.all(order.slice(at, Math.min(at + 10, options.together)).map(answer))
    options.log?.(`${respondents.length} people have answered, ${options.together} of them ten at a time.`)

    const evidence: Server = {
      superuser: (text) => postgres.psql("linkage", text),
      dump: (...schemas) =>
        execFileSync(
          join(findPostgres() ?? "", "pg_dump"),
          ["-d", postgres.adminUrl("linkage"), ...schemas.flatMap((schema) => ["-n", schema])],
          { encoding: "utf8", maxBuffer: 2 ** 30 },
        ),
      log: () => readFileSync(join(postgres.directory, "log"), "utf8"),
      waldump: () => waldump(postgres.directory),
    }
    const before = await options.whileOpen(evidence)
    await closeSurvey(api.deps, hr.organizationId, survey.id)
    const after = await options.afterClose(evidence)
    if (questionnaire === undefined) throw new Error("nobody answered")
    return { respondents, questionnaire, before, after, appLog, hr: { email: hr.email } }
  } finally {
    await close()
    api?.remove()
    await database?.close()
    postgres.stop()
  }
}

/** What whoever owns the machine of the database can look at. */
export interface Server {
  /** SQL as the superuser, through psql; columns are divided by "|". */
  superuser: (text: string) => Promise<string>
  /** the whole database as text, or these schemas of it */
  dump: (...schemas: string[]) => string
  log: () => string
  /** The write-ahead log as text, one record a line. */
  waldump: () => string
}

function waldump(directory: string): string {
  const wal = join(directory, "data", "pg_wal")
  const files = execFileSync("ls", [wal], { encoding: "utf8" })
    .split("\n")
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .sort()
  const run = (args: string[]) =>
    execFileSync(
      "sh",
      ["-c", '"$0" "$@" 2>/dev/null || true', join(findPostgres() ?? "", "pg_waldump"), ...args],
      {
        encoding: "utf8",
        maxBuffer: 2 ** 30,
      },
    )
  return run(["-p", wal, files[0] ?? "", files.at(-1) ?? ""])
}

async function answerOverHttp(address: string, link: DemoLink, random: () => number) {
  const asked = async (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status} ${await response.text()}`)
    return await response.json()
  }
  const known = { Authorization: `Invitation ${link.secret}` }
  const opened: OpenedInvitation = await asked("GET", "/api/invitation", known)
  if (opened.state !== "open") throw new Error(`the survey is ${opened.state}`)
  const answers = distinctAnswers(opened.questionnaire, link.hasReports, random)
  const sign = async (_: string, blinded: string): Promise<string> =>
    (await asked("POST", "/api/signatures", known, { blinded })).signature
  const own = await answerInvitation(sign, opened, link.secret, answers)
  await asked("POST", "/api/ballots", {}, own.cast)
  const respondent: Respondent = {
    link,
    ballotKey: own.ballotKey.publicKey,
    cast: own.cast,
    answers,
    scores: scoresOf(opened.questionnaire, answers),
  }
  return { respondent, questionnaire: opened.questionnaire }
}

/** Random answers to every statement: nobody's are like another's, so that a link is right or wrong. */
function distinctAnswers(questionnaire: Questionnaire, hasReports: boolean, random: () => number) {
  const answers: Record<string, unknown> = {}
  for (const question of questionnaire.instrument.questions) {
    if (question.type !== "likert") continue
    if (question.audience === "people-with-reports" && !hasReports) continue
    answers[question.id] = 1 + Math.floor(random() * 5)
  }
  // People write more or less: what they wrote must not show in the size of what they sent.
  answers["comment-helps"] = "word ".repeat(1 + Math.floor(random() * 60)).trim()
  return answers
}

function scoresOf({ instrument }: Questionnaire, answers: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    instrument.questions.flatMap((question) => {
      if (question.type !== "likert" || question.audience === "people-with-reports") return []
      const answer = Number(answers[question.id])
      return [[question.id, question.reverse ? 6 - answer : answer]]
    }),
  )
}

function shuffledBy<T>(list: readonly T[], random: () => number): T[] {
  const left = [...list]
  return list.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as T)
}
