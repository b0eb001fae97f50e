import { type RawBuilder, sql } from "kysely"
import { first } from "./migrations/001-first.ts"
import { imports } from "./migrations/002-imports.ts"
import { instruments } from "./migrations/003-instruments.ts"
import { mail } from "./migrations/004-mail.ts"
import { surveySetUp } from "./migrations/005-survey-set-up.ts"
import { members } from "./migrations/006-members.ts"
import { sentAddress } from "./migrations/007-sent-address.ts"
import { hrSince } from "./migrations/008-hr-since.ts"
import { bundle } from "./migrations/009-bundle.ts"
import { blind } from "./migrations/010-blind.ts"
import { recovery } from "./migrations/011-recovery.ts"
import { trustees } from "./migrations/012-trustees.ts"
import { walls } from "./migrations/013-walls.ts"
import { reviews } from "./migrations/014-reviews.ts"
import { attribute } from "./migrations/015-attribute.ts"
import { closeProgress } from "./migrations/016-close-progress.ts"
import { coding } from "./migrations/017-coding.ts"
import { published } from "./migrations/018-published.ts"
import { oldResponses } from "./migrations/019-old-responses.ts"
import { kpis } from "./migrations/020-kpis.ts"
import { drivers } from "./migrations/021-drivers.ts"
import type { Db } from "./schema.ts"

interface Migration {
  number: number
  name: string
  statements: RawBuilder<unknown>[]
}

/** Append only: what has a number here has run somewhere. */
const migrations: Migration[] = [
  { number: 1, name: "first", statements: first },
  { number: 2, name: "imports", statements: imports },
  { number: 3, name: "instruments", statements: instruments },
  { number: 4, name: "mail", statements: mail },
  { number: 5, name: "survey-set-up", statements: surveySetUp },
  { number: 6, name: "members", statements: members },
  { number: 7, name: "sent-address", statements: sentAddress },
  { number: 8, name: "hr-since", statements: hrSince },
  { number: 9, name: "bundle", statements: bundle },
  { number: 10, name: "blind", statements: blind },
  { number: 11, name: "recovery", statements: recovery },
  { number: 12, name: "trustees", statements: trustees },
  { number: 13, name: "walls", statements: walls },
  { number: 14, name: "reviews", statements: reviews },
  { number: 15, name: "attribute", statements: attribute },
  { number: 16, name: "close-progress", statements: closeProgress },
  { number: 17, name: "coding", statements: coding },
  { number: 18, name: "published", statements: published },
  { number: 19, name: "old-responses", statements: oldResponses },
  { number: 20, name: "kpis", statements: kpis },
  { number: 21, name: "drivers", statements: drivers },
]

/** Any fixed number; whoever migrates holds it until commit. */
const lock = 7_412_001

/**
 * Brings the database to this version: all that is missing, in one transaction, or nothing. Any number of
 * processes may call it at once; one works, the others wait and find it done. Refuses a database that a newer
 * version has migrated.
 */
export async function migrate(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(tx)
    await sql`create schema if not exists migrations`.execute(tx)
    await sql`create table if not exists migrations.applied (
      number integer primary key, name text not null, applied_at timestamptz not null default now())`.execute(
      tx,
    )
    const { rows } = await sql<{ number: number }>`select number from migrations.applied`.execute(tx)
    const applied = new Set(rows.map((row) => row.number))
    const unknown = [...applied].filter((number) => !migrations.some((known) => known.number === number))
    if (unknown.length > 0) {
      throw new Error(
        `this database was migrated by a newer version of Throughline (migration ${Math.max(...unknown)})`,
      )
    }
    for (const { number, name, statements } of migrations) {
      if (applied.has(number)) continue
      for (const statement of statements) await statement.execute(tx)
      await sql`insert into migrations.applied (number, name) values (${number}, ${name})`.execute(tx)
    }
  })
}

/** Whether the database is of this version; asked by the web's login, which may read the list and change nothing. */
export async function isMigrated(db: Db): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('migrations.applied') is not null
    and has_schema_privilege('migrations', 'usage') as there`.execute(db)
  if (!rows[0]?.there) return false
  const { rows: applied } = await sql<{ number: number }>`select number from migrations.applied`.execute(db)
  const numbers = new Set(applied.map(({ number }) => number))
  return numbers.size === migrations.length && migrations.every(({ number }) => numbers.has(number))
}
