// The server as an operator starts it on PostgreSQL: with the owner's address, and without.
import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { findPostgres, startPostgres, type TestPostgres } from "@throughline/db/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { freePort } from "./testing-port.ts"

describe.skipIf(!findPostgres())(
  `the server on postgresql${findPostgres() ? "" : " (not installed)"}`,
  () => {
    const directory = mkdtempSync(join(tmpdir(), "throughline-logins-"))
    let postgres: TestPostgres
    beforeAll(async () => {
      postgres = await startPostgres({ durable: false })
      for (const name of ["whole", "apart"])
        await postgres.psql("postgres", `create database ${name} owner throughline_owner`)
    })
    afterAll(() => {
      postgres?.stop()
      rmSync(directory, { recursive: true, force: true })
    })

    const run = (file: string, args: string[], database: Record<string, string>, port = 0) =>
      spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
        env: {
          ...{ PATH: process.env.PATH, PORT: String(port || 3000), KEY_DIRECTORY: join(directory, "keys") },
          AUTH_SECRET: "logins-test-0123456789-abcdefghijklmno",
          KEY_SECRET: "logins-test-9876543210-onmlkjihgfedcba",
          ...{ SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "survey@example.com" },
          ...database,
        },
        stdio: ["ignore", "ignore", "pipe"],
      })

    /** Runs to the end. */
    async function ended(file: string, args: string[], database: Record<string, string>) {
      const child = run(file, args, database)
      const [said, [code]] = await Promise.all([text(child.stderr), once(child, "close")])
      return { said, code }
    }

    /** Starts the server, waits until its queue works, and asks who is connected. */
    async function logins(name: string, database: Record<string, string>): Promise<string[]> {
      const port = await freePort()
      const child = run("server.ts", [], database, port)
      let said = ""
      child.stderr.on("data", (chunk) => {
        said += chunk
      })
      const connected = async () =>
        (
          await postgres.psql(
            name,
            "select distinct usename from pg_stat_activity where application_name like 'throughline%' order by 1",
          )
        )
          .trim()
          .split("\n")
      try {
        // The close's login connects at the start only to be looked at; its connection stays.
        while (
          (
            await postgres
              .psql(name, "select count(*) from jobs.job where name = 'sweep' and state = 'completed'")
              .catch(() => "0")
          ).trim() === "0"
        ) {
          if (child.exitCode !== null) throw new Error(`the server ended: ${said}`)
          await new Promise((done) => setTimeout(done, 200))
        }
        const asked = () => fetch(`http://127.0.0.1:${port}/api/surveys`).catch(() => undefined)
        let answer = await asked()
        while (answer === undefined && child.exitCode === null) answer = await asked()
        expect(answer?.status).toBe(401)
        return await connected()
      } finally {
        child.kill("SIGTERM")
        if (child.exitCode === null) await once(child, "close")
      }
    }

    test("works as one login a role that it made, its queue too, and holds no connection of the owner", async () => {
      const made = ["throughline_close_whole", "throughline_web_whole", "throughline_worker_whole"]
      expect(await logins("whole", { DATABASE_URL: postgres.url("whole") })).toEqual(made)
      // A second start finds them.
      expect(await logins("whole", { DATABASE_URL: postgres.url("whole") })).toEqual(made)
    }, 240_000)

    test("works without the owner's address as three named logins, once the owner has migrated", async () => {
      const named: Record<string, string> = {}
      for (const role of ["web", "worker", "close"]) {
        await postgres.psql("apart", `create role tl_${role} login password 'p' in role throughline_${role}`)
        named[`DATABASE_${role.toUpperCase()}_URL`] = postgres
          .url("apart")
          .replace(/\/\/.*@/, `//tl_${role}:p@`)
      }
      const early = await ended("server.ts", [], named)
      expect([early.code, early.said]).toEqual([2, expect.stringContaining("run `npx throughline migrate`")])

      expect(await ended("cli.ts", ["migrate"], { DATABASE_URL: postgres.url("apart") })).toMatchObject({
        code: 0,
      })
      await postgres.psql("apart", "grant connect on database apart to tl_web, tl_worker, tl_close")
      expect(await logins("apart", named)).toEqual(["tl_close", "tl_web", "tl_worker"])

      await postgres.psql("apart", "grant throughline_close to tl_web")
      const strong = await ended("server.ts", [], named)
      expect([strong.code, strong.said]).toEqual([
        2,
        "The login tl_web for web holds other roles too (throughline_close): take them away.\n",
      ])
    }, 240_000)
  },
)
