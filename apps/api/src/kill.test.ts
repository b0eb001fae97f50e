import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fromBase64url, toBase64url } from "@throughline/ballot"
import { type Database, migrate, openDatabase, withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { afterAll, expect, test } from "vitest"
import { answerInvitation, type OwnBallot } from "./answering.ts"
import { demoLinks } from "./demo/links.ts"
import { markMailsSent } from "./demo/queries.ts"
import { seededCompany } from "./demo/testing.ts"
import { openInvitation } from "./invitations/open-invitation.ts"
import { closeSurvey } from "./surveys/close-survey.ts"
import { openTestApp, TEST_KEY_SECRET } from "./testing.ts"
import { freePort } from "./testing-port.ts"

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
    if (name === "postgresql") return await open()
    const opened = await openDatabase({ directory: join(directory, "database") })
    await migrate(opened.db)
    return opened
  }

  const start = async (url: string | undefined) => {
    port = await freePort()
    const started = spawn(process.execPath, [join(import.meta.dirname, "server.ts")], {
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

  test("kill -9 in the middle of casts: every acknowledged ballot is there, none twice", async () => {
    const opened = await openOwn()
    database = opened
    const api = await openTestApp(opened, { demo: true, keyDirectory: join(directory, "keys") })
    const survey = await seededCompany(api.deps, { people: 90, share: 0, seed: 9 })
    const { organizationId, surveyId } = survey
    await withOrganization(opened.db, "worker", organizationId, (tx) =>
      markMailsSent(tx, organizationId, surveyId),
    )
    const own: OwnBallot[] = await Promise.all(
      (await demoLinks(api.deps, organizationId, surveyId)).map(async ({ secret }) => {
        const invitation = await openInvitation(api.deps, secret)
        if (invitation.state !== "open") throw new Error("not open")
        return await answerInvitation(invitation, secret, { "comment-helps": secret.slice(0, 5) })
      }),
    )
    if (name === "embedded") await opened.close()

    let running = await start(opened.url)
    let acknowledged = 0
    let failures = 0
    const waiting = [...own]
    const client = async () => {
      for (let ballot = waiting.shift(); ballot !== undefined; ballot = waiting.shift()) {
        for (let isTaken = false; !isTaken; ) {
          try {
            const response = await fetch(`http://127.0.0.1:${port}/api/ballots`, {
              method: "POST",
              headers: { "Content-Type": "application/json" },
              body: JSON.stringify(ballot.cast),
            })
            isTaken = response.status === 201
            if (!isTaken) failures++
          } catch {
            failures++
          }
          if (isTaken) acknowledged++
          else await new Promise((later) => setTimeout(later, 50))
        }
      }
    }
    const clients = Promise.all(Array.from({ length: 8 }, client))
    for (let kill = 1; kill <= KILLS; kill++) {
      // In the middle: a quarter of the ballots further each time, with eight requests in flight.
      while (acknowledged < (own.length * kill) / (KILLS + 1))
        await new Promise((later) => setTimeout(later, 1))
      await killed(running, "SIGKILL")
      running = await start(opened.url)
    }
    await clients
    expect(failures).toBeGreaterThan(0)
    expect(acknowledged).toBe(own.length)
    await killed(running, "SIGTERM")
    expect(running.exitCode).toBe(0)

    const after = name === "embedded" ? await openOwn() : opened
    database = after
    const rows = await withOrganization(after.db, "close", organizationId, async (tx) => ({
      ballots: await tx.selectFrom("box.ballot").select(["ballot_key", "ciphertext"]).execute(),
      answered: await tx
        .selectFrom("registry.invitation")
        .select("person_id")
        .where("answered", "=", true)
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
    expect(rows.answered).toHaveLength(own.length)
    const reopened = await openTestApp(after, { demo: true, keyDirectory: join(directory, "keys") })
    await closeSurvey(reopened.deps, organizationId, surveyId)
    const releases = await withOrganization(after.db, "web", organizationId, (tx) =>
      tx.selectFrom("results.release").select("body").execute(),
    )
    expect(releases).toMatchObject([{ body: { survey: { respondents: own.length }, uncounted: 0 } }])
  }, 240_000)
})
