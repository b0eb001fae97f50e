import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fromBase64url, toBase64url } from "@throughline/ballot"
import { type Database, migrate, openDatabase, withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { afterAll, expect, test } from "vitest"
import { answerInvitation, type OwnBallot, type Sign } from "../../apps/api/src/answering.ts"
import { demoLinks } from "../../apps/api/src/demo/links.ts"
import { markMailsSent } from "../../apps/api/src/demo/queries.ts"
import { seededCompany } from "../../apps/api/src/demo/testing.ts"
import { openInvitation } from "../../apps/api/src/invitations/open-invitation.ts"
import { closeSurvey } from "../../apps/api/src/surveys/close-survey.ts"
import { openTestApp, TEST_KEY_SECRET } from "../../apps/api/src/testing.ts"
import { freePort } from "../../apps/api/src/testing-port.ts"

const KILLS = 3

eachDatabase((name, open) => {
  const directory = mkdtempSync(join(tmpdir(), "throughline-kill-"))
  let port = 0
  let server: ChildProcess | undefined
  let database: Database | undefined

  afterAll(async () => {
    server?.kill("SIGKILL")
    if (name === "embedded") await database?.close()
    rmSync(directory, { recursive: true, force: true })
  })

  /** The embedded database belongs to one process at a time: the test's before and after, the server's in between. */
  const openOwn = async (): Promise<Database & { url?: string }> => {
    // As its owner: the server that is started makes the logins of the roles, with passwords of its own.
    if (name === "postgresql") {
      const { served: _, ...owned } = await open()
      return owned
    }
    const opened = await openDatabase({ directory: join(directory, "database") })
    await migrate(opened.db)
    return opened
  }

  const start = async (url: string | undefined) => {
    port = await freePort()
    const started = spawn(process.execPath, [join(import.meta.dirname, "../../apps/api/src/server.ts")], {
      env: {
        ...process.env,
        ...(url === undefined ? { DATA_DIRECTORY: join(directory, "database") } : { DATABASE_URL: url }),
        KEY_DIRECTORY: join(directory, "keys"),
        PORT: String(port),
        KEY_SECRET: TEST_KEY_SECRET,
        AUTH_SECRET: "kill-test-0123456789-abcdefghijklmnop",
        SMTP_URL: "smtp://127.0.0.1:9",
        MAIL_FROM: "survey@example.com",
      },
      stdio: "ignore",
    })
    server = started
    await expect
      .poll(
        () =>
          fetch(`http://127.0.0.1:${port}/api/health`).then(
            ({ ok }) => ok,
            () => false,
          ),
        { timeout: 60_000, interval: 100 },
      )
      .toBe(true)
    return started
  }

  const killed = (child: ChildProcess, signal: NodeJS.Signals) =>
    new Promise<void>((gone) => {
      child.once("exit", () => gone())
      child.kill(signal)
    })

  test("F1: kill -9 while people sign and cast: every acknowledged ballot is there, none twice, nobody is shut out", async () => {
    const opened = await openOwn()
    database = opened
    const api = await openTestApp(opened, { demo: true, keyDirectory: join(directory, "keys") })
    const survey = await seededCompany(api.deps, { people: 90, share: 0, seed: 9 })
    const { organizationId, surveyId } = survey
    await withOrganization(opened.db, "worker", organizationId, (tx) =>
      markMailsSent(tx, organizationId, surveyId),
    )
    const people = await Promise.all(
      (await demoLinks(api.deps, organizationId, surveyId)).map(async ({ secret }) => {
        const invitation = await openInvitation(api.deps, secret)
        if (invitation.state !== "open") throw new Error("not open")
        return { secret, invitation }
      }),
    )
    await api.deps.signer.stop()
    if (name === "embedded") await opened.close()

    let running = await start(opened.url)
    const own: OwnBallot[] = []
    let failures = 0
    /** As a browser does: the same request again until it is answered; a refusal that is meant would never end. */
    const insist = async (path: string, body: unknown, wanted: number, more = {}): Promise<unknown> => {
      for (;;) {
        try {
          const response = await fetch(`http://127.0.0.1:${port}${path}`, {
            method: "POST",
            headers: { "Content-Type": "application/json", ...more },
            body: JSON.stringify(body),
          })
          const json: unknown = await response.json()
          if (response.status === wanted) return json
          if (response.status < 500) throw new Error(`refused with ${response.status}`)
          failures++
        } catch (error) {
          if (error instanceof Error && error.message.startsWith("refused")) throw error
          failures++
        }
        await new Promise((later) => setTimeout(later, 50))
      }
    }
    const sign: Sign = async (secret, blinded) => {
      const authorization = { Authorization: `Invitation ${secret}` }
      const answer = await insist("/api/signatures", { blinded }, 200, authorization)
      return (answer as { signature: string }).signature
    }
    const waiting = [...people]
    const client = async () => {
      for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) {
        const { secret, invitation } = person
        const ballot = await answerInvitation(sign, invitation, secret, {
          "comment-helps": secret.slice(0, 5),
        })
        await insist("/api/ballots", ballot.cast, 201)
        own.push(ballot)
      }
    }
    const clients = Promise.all(Array.from({ length: 8 }, client))
    for (let kill = 1; kill <= KILLS; kill++) {
      // In the middle: a quarter of the ballots further each time, with eight requests in flight.
      while (own.length < (people.length * kill) / (KILLS + 1))
        await new Promise((later) => setTimeout(later, 1))
      await killed(running, "SIGKILL")
      running = await start(opened.url)
    }
    await clients
    expect(failures).toBeGreaterThan(0)
    expect(own).toHaveLength(people.length)
    await killed(running, "SIGTERM")
    expect(running.exitCode).toBe(0)

    const after = name === "embedded" ? await openOwn() : opened
    database = after
    const rows = await withOrganization(after.db, "close", organizationId, async (tx) => ({
      ballots: await tx.selectFrom("box.ballot").select(["ballot_key", "ciphertext"]).execute(),
      signed: await tx
        .selectFrom("registry.invitation")
        .select("signed_message")
        .where("signed_message", "is not", null)
        .execute(),
    }))
    expect(rows.ballots.map(({ ballot_key }) => toBase64url(ballot_key)).sort()).toEqual(
      own.map(({ ballotKey }) => ballotKey.publicKey).sort(),
    )
    const sent = new Map(
      own.map(({ ballotKey, cast }) => [ballotKey.publicKey, fromBase64url(cast.ciphertext)]),
    )
    for (const { ballot_key, ciphertext } of rows.ballots) {
      expect(Buffer.from(ciphertext).equals(sent.get(toBase64url(ballot_key)) ?? Buffer.of())).toBe(true)
    }
    expect(rows.signed).toHaveLength(own.length)
    expect(
      new Set(rows.signed.map((row) => Buffer.from(row.signed_message ?? []).toString("hex"))).size,
    ).toBe(own.length)
    const reopened = await openTestApp(after, { demo: true, keyDirectory: join(directory, "keys") })
    await closeSurvey(reopened.deps, organizationId, surveyId)
    const releases = await withOrganization(after.db, "web", organizationId, (tx) =>
      tx.selectFrom("results.release").select("body").execute(),
    )
    expect(releases).toMatchObject([{ body: { survey: { respondents: own.length }, uncounted: 0 } }])
  }, 480_000)
})
