import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { eachDatabase, type TestDatabase } from "./testing.ts"
import { addExampleSurvey, castExample, type ExampleSurvey, newBallotKey } from "./testing-example.ts"
import { type Role, withOrganization } from "./with-organization.ts"

const guarded = [
  "app.organization",
  "app.member",
  "app.survey",
  "app.cohort",
  "app.people_import",
  "app.participation",
  "registry.person",
  "registry.frozen_person",
  "registry.invitation",
  "box.ballot",
  "results.observation",
  "results.comment",
  "results.release",
] as const

eachDatabase((_name, open) => {
  let database: TestDatabase
  let ours: ExampleSurvey
  let theirs: ExampleSurvey
  beforeAll(async () => {
    database = await open()
    ours = await addExampleSurvey(database.db)
    theirs = await addExampleSurvey(database.db)
    for (const example of [ours, theirs]) {
      await castExample(database.db, example, {
        key: newBallotKey(),
      })
      const key = sql`${example.organization}, ${example.survey}`
      await withOrganization(database.db, "close", example.organization, async (tx) => {
        await sql`insert into results.observation values (${key}, 'atom', '\\x00')`.execute(tx)
        await sql`insert into results.comment values (${key}, ${randomUUID()}, 'comment-helps', 0, 'text')`.execute(
          tx,
        )
        await sql`insert into results.release values (${key}, 1, now(), '{}')`.execute(tx)
      })
    }
  })

  /** Every organization that a role sees in a table when the WHERE is forgotten. */
  const seen = (role: Role, table: string) =>
    withOrganization(database.db, role, ours.organization, async (tx) => {
      const { rows } = await sql<{
        organization_id: string
      }>`select distinct organization_id from ${sql.table(table)}`.execute(tx)
      return rows.map((row) => row.organization_id)
    })
  const refused = { code: "42501" }

  describe("without any WHERE", () => {
    test.each(guarded)("%s shows rows of the one organization only", async (table) => {
      const role: Role = /^(app|registry)/.test(table) ? "web" : "close"
      expect(await seen(role, table)).toEqual([ours.organization])
    })

    test.each(guarded)(
      "%s shows the other's rows once its guard is off: the guard is what hides them",
      async (table) => {
        let both: string[] = []
        const attack = database.db.transaction().execute(async (tx) => {
          const all = sql<{
            organization_id: string
          }>`select distinct organization_id from ${sql.table(table)}`
          expect((await all.execute(tx)).rows).toEqual([]) // forced: the owner sees none either
          await sql`alter table ${sql.table(table)} disable row level security`.execute(tx)
          both = (await all.execute(tx)).rows.map((row) => row.organization_id)
          throw new Error("undo")
        })
        await expect(attack).rejects.toThrow("undo")
        expect(both.sort()).toEqual([ours.organization, theirs.organization].sort())
        expect(await seen(/^(app|registry)/.test(table) ? "web" : "close", table)).toEqual([
          ours.organization,
        ])
      },
    )

    test("an update and a delete reach the one organization only", async () => {
      await withOrganization(database.db, "web", ours.organization, async (tx) => {
        const renamed = await tx.updateTable("app.organization").set({ name: "Ours" }).executeTakeFirst()
        expect(renamed.numUpdatedRows).toBe(1n)
        const gone = await tx.deleteFrom("app.member").executeTakeFirst()
        expect(gone.numDeletedRows).toBe(1n)
      })
      const left = await withOrganization(database.db, "web", theirs.organization, (tx) =>
        tx.selectFrom("app.member").select("user_id").execute(),
      )
      expect(left).toHaveLength(1)
    })

    test("a row of another organization cannot be written", async () => {
      const write = withOrganization(database.db, "web", ours.organization, (tx) =>
        tx
          .insertInto("app.member")
          .values({ organization_id: theirs.organization, user_id: "x", role: "hr" })
          .execute(),
      )
      await expect(write).rejects.toMatchObject(refused)
    })
  })

  test("outside withOrganization nothing is there, also right after it on the same connection", async () => {
    for (let i = 0; i < 12; i++) {
      await withOrganization(database.db, "web", ours.organization, (tx) => sql`select 1`.execute(tx))
      expect(await database.db.selectFrom("app.survey").select("name").execute()).toEqual([])
    }
  })

  test("the role and the organization end with the transaction, committed or not", async () => {
    const state = sql<{ user: string; organization: string | null }>`select current_user::text as user,
      nullif(current_setting('throughline.organization', true), '') as organization`
    await withOrganization(database.db, "close", ours.organization, async (tx) => {
      expect((await state.execute(tx)).rows).toEqual([
        { user: "throughline_close", organization: ours.organization },
      ])
    })
    const failing = withOrganization(database.db, "close", ours.organization, async () => {
      throw new Error("work failed")
    })
    await expect(failing).rejects.toThrow("work failed")
    for (let i = 0; i < 12; i++) {
      expect((await state.execute(database.db)).rows).toEqual([
        { user: "throughline_owner", organization: null },
      ])
    }
  })

  test("work that swallowed an error is not taken for committed", async () => {
    const work = withOrganization(database.db, "web", ours.organization, async (tx) => {
      await tx.updateTable("app.organization").set({ name: "Never" }).execute()
      await sql`select 1/0`.execute(tx).catch(() => {})
    })
    await expect(work).rejects.toThrow(/abort|rolled back/i)
    const name = await withOrganization(database.db, "web", ours.organization, (tx) =>
      tx.selectFrom("app.organization").select("name").executeTakeFirst(),
    )
    expect(name?.name).not.toBe("Never")
  })

  test("an organization id that is none is an error, not an empty answer", async () => {
    const work = withOrganization(database.db, "web", "' or true --", (tx) =>
      tx.selectFrom("app.survey").execute(),
    )
    await expect(work).rejects.toMatchObject({ code: "22P02" })
  })

  test("the database itself is refused inside, instead of waiting for the only connection", async () => {
    const attempts: (() => Promise<unknown>)[] = [
      () => withOrganization(database.db, "web", ours.organization, async () => 1),
      () => database.db.selectFrom("app.survey").selectAll().execute(),
      () => sql`select 1`.execute(database.db),
      () => database.executeSql("select 1"),
    ]
    for (const attempt of attempts) {
      const work = withOrganization(database.db, "web", ours.organization, attempt)
      await expect(work).rejects.toThrow("inside withOrganization use its tx")
    }
    expect(await withOrganization(database.db, "web", ours.organization, async () => 2)).toBe(2)
  })

  test("what a transaction started and left running may use the database once it has ended", async () => {
    let later: Promise<number> | undefined
    await withOrganization(database.db, "web", ours.organization, async () => {
      later = new Promise((done) => setTimeout(done, 50)).then(() =>
        withOrganization(database.db, "web", ours.organization, async () => 3),
      )
    })
    expect(await later).toBe(3)
  })

  const key = () => sql`${ours.organization}, ${ours.survey}`
  test.each([
    ["web", "read the box", () => sql`select ballot_key from box.ballot`],
    [
      "web",
      "put into the box beside box.cast",
      () => sql`insert into box.ballot values (${key()}, '\\x00', 1, 0, '\\x', '\\x')`,
    ],
    ["web", "take from the box", () => sql`delete from box.ballot`],
    ["web", "read observations", () => sql`select item from results.observation`],
    ["web", "read comments", () => sql`select body from results.comment`],
    ["web", "write observations", () => sql`insert into results.observation values (${key()}, 'x', '\\x')`],
    ["web", "write a release", () => sql`insert into results.release values (${key()}, 9, now(), '{}')`],
    ["web", "change a release", () => sql`update results.release set body = '{}'`],
    ["web", "delete invitations", () => sql`delete from registry.invitation`],
    ["web", "switch the guard off", () => sql`alter table app.survey disable row level security`],
    ["worker", "read the box", () => sql`select ballot_key from box.ballot`],
    ["worker", "read releases", () => sql`select body from results.release`],
    ["worker", "change a survey", () => sql`update app.survey set name = 'x'`],
    ["worker", "read the frozen chart", () => sql`select position from registry.frozen_person`],
    [
      "worker",
      "add an invitation",
      () => sql`insert into registry.invitation (organization_id) values (${ours.organization})`,
    ],
    ["close", "read people", () => sql`select name from registry.person`],
    [
      "close",
      "put into the box",
      () => sql`insert into box.ballot values (${key()}, '\\x00', 1, 0, '\\x', '\\x')`,
    ],
    ["close", "change a ballot", () => sql`update box.ballot set sequence = 7`],
    ["close", "read passwords", () => sql`select password from auth.account`],
    ["worker", "read passwords", () => sql`select password from auth.account`],
  ] as [Role, string, () => ReturnType<typeof sql>][])("%s cannot %s", async (role, _what, query) => {
    await expect(
      withOrganization(database.db, role, ours.organization, (tx) => query().execute(tx)),
    ).rejects.toMatchObject(refused)
  })

  test("worker and close cannot cast", async () => {
    for (const role of ["worker", "close"] as const) {
      const cast = castExample(database.db, ours, {
        key: newBallotKey(),
        role,
      })
      await expect(cast).rejects.toMatchObject(refused)
    }
  })
})
