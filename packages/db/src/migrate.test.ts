import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { dumpSchema } from "./dump-schema.ts"
import { migrate } from "./migrate.ts"
import { openDatabase } from "./open.ts"
import type { Db } from "./schema.ts"
import { eachDatabase, findPostgres, runDirectory, type TestDatabase } from "./testing.ts"
import { sharedPostgres } from "./testing-templates.ts"

const schemas = sql<{ name: string }>`select nspname as name from pg_namespace
  where nspname in ('app', 'registry', 'box', 'results', 'auth', 'jobs') order by 1`

/** Takes away all that migrating made, as the owner may; the roles are the cluster's and stay. */
const unmake = (db: Db) =>
  sql`drop schema if exists app, registry, box, results, auth, jobs, migrations cascade`.execute(db)

eachDatabase((_name, open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })

  test("migrating again changes nothing", async () => {
    const before = await dumpSchema(database.db)
    await migrate(database.db)
    expect(await dumpSchema(database.db)).toBe(before)
  })

  test("several processes that migrate an empty database at once make it once", async () => {
    const before = await dumpSchema(database.db)
    await unmake(database.db)
    await Promise.all(Array.from({ length: 6 }, () => migrate(database.db)))
    expect(await dumpSchema(database.db)).toBe(before)
    const { rows } = await sql<{ number: number; name: string }>`
      select number, name from migrations.applied order by number`.execute(database.db)
    expect(rows.map(({ number, name }) => `${number} ${name}`)).toEqual([
      ...[
        "1 first",
        "2 imports",
        "3 instruments",
        "4 mail",
        "5 survey-set-up",
        "6 members",
        "7 sent-address",
      ],
      "8 hr-since",
      "9 bundle",
      "10 blind",
      "11 recovery",
      "12 trustees",
      "13 walls",
      "14 reviews",
      "15 attribute",
      "16 close-progress",
      "17 coding",
      "18 published",
      "19 old-responses",
      "20 kpis",
      "21 drivers",
    ])
  })

  test("a migration that fails in the middle leaves nothing behind", async () => {
    await unmake(database.db)
    await sql`create schema results`.execute(database.db) // in the way of the fourth schema
    await expect(migrate(database.db)).rejects.toMatchObject({ code: "42P06" })
    expect((await schemas.execute(database.db)).rows).toEqual([{ name: "results" }])
    await sql`drop schema results`.execute(database.db)
    await migrate(database.db)
    expect((await schemas.execute(database.db)).rows).toHaveLength(6)
  })

  test("a database of a newer version is refused", async () => {
    await sql`insert into migrations.applied (number, name) values (999, 'later')`.execute(database.db)
    await expect(migrate(database.db)).rejects.toThrow("newer version of Throughline (migration 999)")
    await sql`delete from migrations.applied where number = 999`.execute(database.db)
  })
})

describe.skipIf(!findPostgres())(`postgresql${findPostgres() ? "" : " (not installed)"}`, () => {
  const admin = async () => (await sharedPostgres(runDirectory())).adminUrl

  test("databases of one cluster can be migrated at once, though they share the roles", async () => {
    const url = await admin()
    const cluster = await openDatabase({ url: `${url}postgres` })
    const names = ["cluster_1", "cluster_2", "cluster_3"]
    for (const name of names) await cluster.executeSql(`create database ${name} owner throughline_owner`)
    const databases = await Promise.all(
      names.map(
        async (name) => await openDatabase({ url: `${(await sharedPostgres(runDirectory())).url}${name}` }),
      ),
    )
    await Promise.all(databases.map((database) => migrate(database.db)))
    const dumps = await Promise.all(databases.map((database) => dumpSchema(database.db)))
    expect(new Set(dumps).size).toBe(1)
    for (const database of databases) await database.close()
    for (const name of names) await cluster.executeSql(`drop database ${name}`)
    await cluster.close()
  })

  test("a login that may not become the roles is told so, and what would help", async () => {
    const url = await admin()
    const cluster = await openDatabase({ url: `${url}postgres` })
    await cluster.executeSql("create role weak login password 'weak'")
    await cluster.executeSql("create database weak owner weak")
    const database = await openDatabase({ url: `${url.replace(/\/\/.*@/, "//weak:weak@")}weak` })
    await expect(migrate(database.db)).rejects.toMatchObject({
      message: "the login weak may not become throughline_web",
      hint: "as a superuser: grant throughline_web to weak",
    })
    await cluster.executeSql("grant throughline_web, throughline_worker, throughline_close to weak")
    await migrate(database.db)
    await database.close()
    await cluster.executeSql("drop database weak")
    await cluster.executeSql("drop role weak")
    await cluster.close()
  })
})
