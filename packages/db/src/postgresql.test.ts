import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { openDatabase } from "./open.ts"
import { findPostgres, runDirectory } from "./testing.ts"
import { copyPostgres } from "./testing-templates.ts"
import { withOrganization } from "./with-organization.ts"

describe.skipIf(!findPostgres())(`postgresql${findPostgres() ? "" : " (not installed)"}`, () => {
  const organization = "2f1e0d3c-0000-4000-8000-000000000001"
  const one = sql<{ n: number }>`select 1 as n`

  test("more work at once than connections takes its turn, and all of it is done", async () => {
    const template = await copyPostgres(runDirectory())
    const database = await openDatabase({ url: `${template.url}?max=3` })
    const connections = sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where datname = current_database() and application_name = 'throughline'`
    const seen = await Promise.all(
      Array.from({ length: 40 }, () =>
        withOrganization(database.db, "web", organization, async (tx) => (await one.execute(tx)).rows[0]?.n),
      ),
    )
    expect(seen).toEqual(Array(40).fill(1))
    expect((await connections.execute(database.db)).rows).toEqual([{ n: 3 }])
    await database.close()
    await expect(one.execute(database.db)).rejects.toThrow()
    await template.close()
  })

  test("connections that the server ends, idle, between two queries or in one, are replaced", async () => {
    const database = await copyPostgres(runDirectory())
    const endAll = () =>
      database.executeSql(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      )
    const pid = sql<{ pid: number }>`select pg_backend_pid() as pid`

    let entered = () => {}
    const ended = new Promise<void>((done) => {
      entered = done
    }).then(endAll)
    const between = withOrganization(database.db, "web", organization, async (tx) => {
      const before = (await pid.execute(tx)).rows[0]?.pid
      entered()
      await ended
      await new Promise((done) => setTimeout(done, 100))
      return [before, (await pid.execute(tx)).rows[0]?.pid] // must not go on outside of its transaction
    })
    await expect(between).rejects.toMatchObject({ code: "CONNECTION_CLOSED" })

    const sleeping = sql`select pg_sleep(30)`.execute(database.db).then(
      () => "slept",
      (error: { code: string }) => error.code,
    )
    await new Promise((done) => setTimeout(done, 200))
    await endAll()
    expect(["57P01", "CONNECTION_CLOSED", "ECONNRESET"]).toContain(await sleeping)

    for (let i = 0; i < 30; i++) expect((await one.execute(database.db)).rows).toEqual([{ n: 1 }])
    await database.close()
  })

  test("a server that is away is an error within a second, not a wait", async () => {
    const database = await openDatabase({ url: "postgres://nobody@127.0.0.1:1/nothing" })
    const began = performance.now()
    await expect(one.execute(database.db)).rejects.toMatchObject({ code: "ECONNREFUSED" })
    await expect(one.execute(database.db)).rejects.toMatchObject({ code: "ECONNREFUSED" })
    expect(performance.now() - began).toBeLessThan(1_000)
    await database.close()
  })
})
