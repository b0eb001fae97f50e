import { sql } from "kysely"
import { expect, test } from "vitest"
import { migrate } from "../migrate.ts"
import { eachDatabase } from "../testing.ts"
import { first } from "./001-first.ts"

eachDatabase((_name, open) => {
  test("a database of the first version gets a code for each organization and keeps where its mails stood", async () => {
    const { db } = await open()
    await sql`drop schema app, registry, box, results, auth, jobs, migrations cascade`.execute(db)
    const organizations = [crypto.randomUUID(), crypto.randomUUID()]
    await db.transaction().execute(async (tx) => {
      await sql`create schema migrations`.execute(tx)
      await sql`create table migrations.applied (number integer primary key, name text not null,
        applied_at timestamptz not null default now())`.execute(tx)
      for (const statement of first) await statement.execute(tx)
      await sql`insert into migrations.applied (number, name) values (1, 'first')`.execute(tx)
      for (const organization of organizations) {
        const survey = crypto.randomUUID()
        await sql`select set_config('throughline.organization', ${organization}, true)`.execute(tx)
        await sql`insert into app.organization (organization_id, name) values (${organization}, 'Acme')`.execute(
          tx,
        )
        await sql`insert into app.survey (organization_id, survey_id, name, k, audience, languages)
          values (${organization}, ${survey}, 'Autumn', 5, '{}', '{en}')`.execute(tx)
        await sql`insert into app.cohort values (${organization}, ${survey}, 1, -1, 1, 3, 'mixed', 4, 'All', null)`.execute(
          tx,
        )
        for (const [at, state] of ["queued", "sent", "failed", "none"].entries()) {
          await sql`insert into registry.invitation (organization_id, survey_id, person_id, cohort_id, nonce, secret_hash,
              has_reports, language, mail_state)
            values (${organization}, ${survey}, gen_random_uuid(), 1, '\\x00', decode(${`0${at}`}, 'hex'), false, 'en',
              ${state})`.execute(tx)
        }
      }
    })
    await migrate(db)
    const { rows: codes } = await sql<{ code: string }>`select code from auth.organization_code`.execute(db)
    expect(new Set(codes.map(({ code }) => code)).size).toBe(2)
    for (const organization of organizations) {
      const mails = await db.transaction().execute(async (tx) => {
        await sql`select set_config('throughline.organization', ${organization}, true)`.execute(tx)
        return await sql`select wave, state, due_at is not null as is_due from registry.mail order by state`.execute(
          tx,
        )
      })
      expect(mails.rows).toEqual([
        { wave: 0, state: "none", is_due: false },
        { wave: 0, state: "queued", is_due: true },
        { wave: 0, state: "refused", is_due: false },
        { wave: 0, state: "sent", is_due: false },
      ])
    }
    // The guard that the move had to open is closed again: without an organization nothing is seen.
    const { rows } =
      await sql`select 1 from app.organization union all select 1 from registry.invitation`.execute(db)
    expect(rows).toEqual([])
  })
})
