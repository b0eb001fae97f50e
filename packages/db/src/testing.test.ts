import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { eachDatabase, type TestDatabase } from "./testing.ts"

eachDatabase((name, open) => {
  let ours: TestDatabase
  let theirs: TestDatabase
  const ask = (database: TestDatabase) => sql`select 1`.execute(database.db)

  beforeAll(async () => {
    ours = await open()
  })

  test("a test opens a database of its own", async () => {
    theirs = await open()
    await ask(theirs)
    await (await theirs.served?.())?.executeSql("select 1")
  })

  test("it is over with that test, and with it its connections; what all of them share stays", async () => {
    await expect(ask(theirs)).rejects.toThrow()
    await ask(ours)
    if (name === "embedded") return
    // The server of the tests has only so many: those that the first tests kept would be missing in the last.
    const { rows } = await sql<{ own: boolean }>`
      select datname = current_database() as own from pg_stat_activity where datname = current_database()
        or datname = ${new URL(theirs.url ?? "").pathname.slice(1)}`.execute(ours.db)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ own }) => own)).toBe(true)
  })
})
