import { sql } from "kysely"
import { expect, test } from "vitest"
import { migrate } from "../migrate.ts"
import { eachDatabase } from "../testing.ts"

eachDatabase((_name, open) => {
  test("who is of HR already counts as if since the organization was made, nobody else does", async () => {
    const { db } = await open()
    const organizations = [crypto.randomUUID(), crypto.randomUUID()]
    await sql`alter table app.member drop column hr_since`.execute(db)
    await sql`delete from migrations.applied where number = 8`.execute(db)
    const inside = <T>(organization: string, statement: ReturnType<typeof sql<T>>) =>
      db.transaction().execute(async (tx) => {
        await sql`select set_config('throughline.organization', ${organization}, true)`.execute(tx)
        return (await statement.execute(tx)).rows
      })
    for (const [index, id] of organizations.entries()) {
      const made = `2026-0${index + 1}-05T08:00:00Z`
      await inside(
        id,
        sql`insert into app.organization (organization_id, name, created_at) values (${id}, 'Acme', ${made})`,
      )
      await inside(
        id,
        sql`insert into app.member (organization_id, user_id, role) values (${id}, 'a', 'hr'), (${id}, 'b', 'analyst')`,
      )
    }
    await migrate(db)
    for (const [index, id] of organizations.entries()) {
      const rows = await inside<{ user_id: string; hr_since: Date | null }>(
        id,
        sql`select user_id, hr_since from app.member order by user_id`,
      )
      expect(rows.map(({ user_id, hr_since }) => [user_id, hr_since?.toISOString() ?? null])).toEqual([
        ["a", `2026-0${index + 1}-05T08:00:00.000Z`],
        ["b", null],
      ])
    }
    // The guard that the move had to open is closed again: without an organization nothing is seen.
    const { rows } = await sql`select 1 from app.organization union all select 1 from app.member`.execute(db)
    expect(rows).toEqual([])
  })
})
