// The walls on a real PostgreSQL, attacked by somebody who holds a role's login: who has injected a statement, say.
import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { checkLogin } from "./check-login.ts"
import { loginName, makeLogins } from "./make-logins.ts"
import { type Database, openDatabase } from "./open.ts"
import { loginOf, openLogins } from "./open-logins.ts"
import { type Role, roleName, roles } from "./roles.ts"
import { findPostgres, runDirectory } from "./testing.ts"
import { addExampleSurvey, castExample, type ExampleSurvey, newBallotKey } from "./testing-example.ts"
import { copyPostgres, sharedPostgres } from "./testing-templates.ts"
import { withOrganization } from "./with-organization.ts"

const refused = { code: "42501" }

describe.skipIf(!findPostgres())(`logins on postgresql${findPostgres() ? "" : " (not installed)"}`, () => {
  let owner: Awaited<ReturnType<typeof copyPostgres>>
  let served: Database
  let ours: ExampleSurvey
  let theirs: ExampleSurvey
  beforeAll(async () => {
    owner = await copyPostgres(runDirectory())
    served = await owner.served()
    ours = await addExampleSurvey(served.db)
    theirs = await addExampleSurvey(served.db)
    for (const example of [ours, theirs]) {
      await castExample(served.db, example, { key: newBallotKey() })
      await withOrganization(served.db, "close", example.organization, async (tx) => {
        const key = sql`${example.organization}, ${example.survey}`
        await sql`insert into results.observation values (${key}, 'atom', '\\x00')`.execute(tx)
        await sql`insert into results.release values (${key}, 1, now(), '{}')`.execute(tx)
      })
    }
  })
  afterAll(async () => {
    await owner?.close()
  })

  /** Runs raw statements as the login of the role, in one transaction of our organization. */
  const as = (role: Role, ...statements: string[]) => attack(served.db, role, ...statements)
  const attack = (db: Database["db"], role: Role, ...statements: string[]) =>
    withOrganization(db, role, ours.organization, async (tx) => {
      let rows: unknown[] = []
      for (const statement of statements) rows = (await sql.raw(statement).execute(tx)).rows
      return rows
    })

  test("work of a role runs as that role's login, which belongs to this database and to no other", async () => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(owner.db)
    for (const role of roles) {
      const [who] = await as(role, "select session_user::text as session, current_user::text as now")
      const login = loginName(role, rows[0]?.name ?? "")
      expect(who).toEqual({ session: login, now: login })
      expect(await checkLogin(loginOf(served.db, role) as Database["db"], role)).toEqual([])
    }
  })

  describe("an injected statement that leaves its role", () => {
    const leave = [
      "reset role",
      "set role none",
      "set session authorization default",
      "reset session authorization",
    ]
    test.each(leave)("%s: reads no ballot", async (statement) => {
      for (const role of ["web", "worker"] as const)
        await expect(as(role, statement, "select ballot_key from box.ballot")).rejects.toMatchObject(refused)
    })

    test("set role: becomes neither another role nor the owner", async () => {
      for (const role of roles)
        for (const other of [
          ...roles.filter((each) => each !== role).map(roleName),
          "throughline_owner",
          "postgres",
        ])
          await expect(as(role, `set role ${other}`)).rejects.toMatchObject(refused)
    })

    test("without logins of their own the same statements read all ballots of the organization: the logins are what stops them", async () => {
      for (const statement of ["reset role; set role throughline_close", "set role throughline_close"]) {
        const steps = statement.split("; ")
        const careless = await openDatabase({ url: owner.url }) // what the attack sets stays with its connections
        expect(await attack(careless.db, "web", ...steps, "select ballot_key from box.ballot")).toHaveLength(
          1,
        )
        await careless.close()
      }
    })
  })

  test.each<[string, string[]]>([
    ["read the box", ["select ciphertext from box.ballot"]],
    ["copy the box", ["create table app.loot as table box.ballot"]],
    ["make a temporary table", ["create temporary table loot (x int)"]],
    [
      "make a temporary function that shadows one",
      ["create function pg_temp.now() returns int language sql as 'select 1'"],
    ],
    ["make a function", ["create function public.loot() returns int language sql as 'select 1'"]],
    ["make a schema", ["create schema loot"]],
    ["change the way into the box", ["alter function box.cast security invoker"]],
    [
      "put another way beside it",
      ["create function box.cast(integer) returns int language sql as 'select 1'"],
    ],
    ["switch the guard off", ["alter table box.ballot disable row level security"]],
    ["read answers", ["select item_values from results.observation"]],
    ["read comments", ["select body from results.comment"]],
    ["change a release", ["update results.release set body = '{}'"]],
    ["read passwords of the cluster", ["select rolpassword from pg_authid"]],
    ["read a file of the server", ["select pg_read_file('PG_VERSION')"]],
    ["read a binary file of the server", ["select pg_read_binary_file('PG_VERSION')"]],
    ["list the server's files", ["select pg_ls_dir('.')"]],
    ["read the server's log", ["select pg_ls_logdir()"]],
    ["read the write-ahead log", ["select pg_ls_waldir()"]],
    ["run a program", ["copy (select 1) to program 'true'"]],
    ["write a file", ["copy (select 1) to '/tmp/loot'"]],
    ["import a file", ["select lo_import('/etc/hostname')"]],
    ["load a library", ["load 'auto_explain'"]],
    ["make itself more", ["alter role current_user createrole"]],
    ["make a login", ["create role loot login"]],
    ["read the queue", ["select data from jobs.job"]],
    ["change which migrations ran", ["delete from migrations.applied"]],
  ])("the web's login cannot %s", async (_what, statements) => {
    await expect(as("web", ...statements)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|42P01|3F000)$/),
    })
  })

  test("the worker's login reaches neither box nor results, the close's no name, no address and no account", async () => {
    for (const table of [
      "box.ballot",
      "results.observation",
      "results.comment",
      "results.release",
      "registry.frozen_person",
      "auth.account",
    ])
      await expect(as("worker", `select from ${table}`)).rejects.toMatchObject(refused)
    // Who is still there is part of judging two surveys together; who that is by name is not.
    await as("close", "select person_id, active from registry.person")
    for (const column of ["name", "email", "title", "department", "location", "manager_id"])
      await expect(as("close", `select ${column} from registry.person`)).rejects.toMatchObject(refused)
    for (const table of ["auth.account", "auth.app_user", "registry.people_before", "app.member"])
      await expect(as("close", `select from ${table}`)).rejects.toMatchObject(refused)
  })

  test("nobody sees in the list of activity what another role is asking", async () => {
    await as("close", "select 'what the close asks'")
    const seen = (await as(
      "web",
      `select query from pg_stat_activity where datname = current_database() and usename <> current_user`,
    )) as { query: string }[]
    expect(seen.length).toBeGreaterThan(0)
    expect(new Set(seen.map(({ query }) => query))).toEqual(new Set(["<insufficient privilege>"]))
  })

  test("what the planner knows of ballots is not to be read either", async () => {
    await owner.executeSql("analyze box.ballot")
    expect(await as("web", "select most_common_vals from pg_stats where schemaname = 'box'")).toEqual([])
  })

  describe("box.cast, which may write where its caller may not", () => {
    const cast = (organization: string, survey: string) =>
      `select box.cast('${organization}', '${survey}', 1, '\\x${"07".repeat(65)}', 0, '\\x00', '\\x00', '\\x00') as said`

    test("puts nothing into another organization", async () => {
      expect(await as("web", cast(theirs.organization, theirs.survey))).toEqual([{ said: "unknown" }])
    })

    test("does not look at what its caller has put into the search path", async () => {
      const [said] = await as(
        "web",
        "set search_path = registry, app, public",
        cast(ours.organization, ours.survey),
      )
      expect(said).toEqual({ said: "stored" })
    })

    test("may be called by the web only", async () => {
      for (const role of ["worker", "close"] as const)
        await expect(as(role, cast(ours.organization, ours.survey))).rejects.toMatchObject(refused)
    })
  })

  describe("a WHERE that was forgotten", () => {
    const tables = async () => {
      const { rows } = await sql<{ name: string }>`select oid::regclass::text as name from pg_class
        where relkind = 'r' and relrowsecurity order by 1`.execute(owner.db)
      return rows.map(({ name }) => name)
    }
    const organizations = async (role: Role, table: string) => {
      const rows = (await as(role, `select distinct organization_id as id from ${table}`).catch(
        (error: { code?: string }) => {
          if (error.code !== "42501") throw error
          return []
        },
      )) as { id: string }[]
      return rows.map(({ id }) => id)
    }

    test("shows each login the rows of the one organization only, in every table", async () => {
      let shown = 0
      for (const table of await tables())
        for (const role of roles) {
          const seen = await organizations(role, table)
          expect([table, role, seen.filter((id) => id !== ours.organization)]).toEqual([table, role, []])
          shown += seen.length
        }
      expect(shown).toBeGreaterThan(15)
    })

    test("shows both organizations once the guard is off: the guard is what hides them", async () => {
      for (const [role, table] of [
        ["web", "registry.person"],
        ["worker", "app.survey"],
        ["close", "box.ballot"],
      ] as const) {
        await owner.executeSql(`alter table ${table} disable row level security`)
        const seen = await organizations(role, table).finally(() =>
          owner.executeSql(`alter table ${table} enable row level security`),
        )
        expect(seen.sort()).toEqual([ours.organization, theirs.organization].sort())
      }
    })
  })

  describe("another Throughline database of the same cluster", () => {
    test("lets the logins of this one not in; without that its roles would be theirs too", async () => {
      const other = await copyPostgres(runDirectory())
      const otherServed = await other.served()
      const there = await addExampleSurvey(otherServed.db)
      const address = new URL((await makeLogins(owner, owner.url, "secret of a test")).web)
      address.pathname = new URL(other.url).pathname
      const intruder = await openDatabase({ url: address.href })
      await expect(intruder.executeSql("select 1")).rejects.toMatchObject(refused)
      await other.executeSql(`grant connect on database ${new URL(other.url).pathname.slice(1)} to public`)
      const stolen = await intruder.db.transaction().execute(async (tx) => {
        await sql`select set_config('throughline.organization', ${there.organization}, true)`.execute(tx)
        return (await sql`select name from registry.person`.execute(tx)).rows
      })
      expect(stolen).toHaveLength(3)
      await intruder.close()
      await other.close()
    })
  })

  describe("making the logins", () => {
    test("with another secret changes their passwords, and leaves no password in any statement", async () => {
      const shared = await sharedPostgres(runDirectory())
      const first = await makeLogins(owner, owner.url, "another secret")
      const again = await makeLogins(owner, owner.url, "another secret")
      expect(again).toEqual(first)
      const opened = openLogins(first)
      expect((await opened.executeSql("select 1 as n")).rows).toEqual([{ n: 1 }])
      await opened.close()
      const admin = await openDatabase({ url: `${shared.adminUrl}postgres?max=1` })
      const { rows } = await admin.executeSql("select rolpassword from pg_authid where rolname = $1", [
        new URL(first.web).username,
      ])
      expect((rows[0] as { rolpassword: string }).rolpassword).toMatch(/^SCRAM-SHA-256\$4096:/)
      await admin.close()
    })

    test("names that PostgreSQL would cut stay different", () => {
      const [one, other] = ["a", "b"].map((end) => loginName("worker", `${"x".repeat(50)}${end}`))
      expect(Buffer.byteLength(one ?? "")).toBeLessThanOrEqual(63)
      expect(one).not.toBe(other)
    })

    test("by an owner who may make no roles is refused with what would help", async () => {
      const shared = await sharedPostgres(runDirectory())
      const admin = await openDatabase({ url: `${shared.adminUrl}postgres?max=1` })
      await admin.executeSql("create role humble login password 'humble'")
      await admin.executeSql("create database humble owner humble")
      const url = `${shared.adminUrl.replace(/\/\/.*@/, "//humble:humble@")}humble`
      const humble = await openDatabase({ url })
      await expect(makeLogins(humble, url, "s")).rejects.toThrow(
        /may not make the login throughline_web_humble: .*CREATEROLE.*DATABASE_WEB_URL/,
      )
      await humble.close()
      await admin.executeSql("drop database humble")
      await admin.executeSql("drop role humble")
      await admin.close()
    })
  })

  test("a login that is more than its role is named, with what is wrong", async () => {
    expect(await checkLogin(owner.db, "web")).toEqual([
      expect.stringContaining(
        "throughline_owner for web is a superuser, passes row-level security or may make roles",
      ),
      expect.stringContaining("holds other roles too ("),
      expect.stringContaining("owns tables"),
    ])
    expect(await checkLogin(loginOf(served.db, "worker") as Database["db"], "web")).toEqual([
      expect.stringContaining("lacks its role: grant throughline_web to"),
      expect.stringContaining("holds other roles too (throughline_worker)"),
    ])
  })
})
