/**
 * `npm run bench links`: every topic with every KPI of a large organization, from the database to the answer. 10 topics ×
 * 200 KPIs × 36 months × 2,000 units, three lags: 6,000 pairs, ≤ 5 s. And what it takes when nothing has changed since.
 */
import { randomUUID } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { sql } from "kysely"
import type { Session } from "../apps/api/src/auth/session.ts"
import { packed } from "../apps/api/src/kpis/packed.ts"
import { computeLinks } from "../apps/api/src/links/compute-links.ts"
import { gatherView, packedLinks } from "../apps/api/src/links/read-links.ts"
import { tellLinks } from "../apps/api/src/links/tell-links.ts"
import { openTestApp, type TestApp } from "../apps/api/src/testing.ts"
import type { Cell, Release, ReleaseGroup } from "../packages/analysis/src/index.ts"
import { seeded } from "../packages/analysis/src/random.ts"
import { type Database, jsonb, migrate, openDatabase } from "../packages/db/src/index.ts"
import { addExampleSurvey } from "../packages/db/src/testing-example.ts"
import { findPostgres, startPostgres } from "../packages/db/src/testing-postgres.ts"

const { values } = parseArgs({
  options: {
    units: { type: "string", default: "2000" },
    kpis: { type: "string", default: "200" },
    topics: { type: "string", default: "10" },
    months: { type: "string", default: "36" },
  },
})
const [units, kpis, topics, months] = [values.units, values.kpis, values.topics, values.months].map(
  Number,
) as [number, number, number, number]
const FUNCTIONS = 40
const PEOPLE = 10
const random = seeded(7)

/** The head, those of the functions, those of the units, and the people of each unit. */
const heads = 1 + FUNCTIONS + units
const managerOf = (at: number) => {
  if (at === 0) return -1
  if (at <= FUNCTIONS) return 0
  return at < heads ? 1 + ((at - 1) % FUNCTIONS) : 1 + FUNCTIONS + ((at - heads) % units)
}
const layerOf = (at: number): number => (at === 0 ? 1 : layerOf(managerOf(at)) + 1)

/** As told of so many people: a few units hidden, a few told as a bound, of each topic other ones. */
function cell(): Cell {
  const [chance, n] = [random(), 8 + Math.floor(random() * 30)]
  if (chance < 0.05) return { state: "hidden", reason: "too-few" }
  const mean = Math.round(10 * (2.5 + 2 * random())) / 10
  const told = {
    state: "shown",
    mean,
    favourable: 50,
    neutral: 20,
    unfavourable: 30,
    cannotSay: 0,
    n,
  } as const
  if (chance < 0.08) return { ...told, interval: null, coded: true, bounds: { mean: "at-least" } }
  const interval = { kind: "group-now", low: mean - 0.3, high: mean + 0.3, level: 0.95 } as const
  return { ...told, interval, coded: false }
}

function madeUpRelease(survey: string): Release {
  const ids = Array.from({ length: topics }, (_, at) => `topic-${at}`)
  const groups = Array.from({ length: heads - 1 }, (_, before): ReleaseGroup => {
    const at = before + 1
    const parent = at <= FUNCTIONS ? "all" : `unit:${managerOf(at)}`
    return {
      ...{ id: `unit:${at}`, kind: "unit", name: `Unit ${at}`, parent, layer: null, layers: [3, 4] },
      ...{ depth: 1, invited: PEOPLE, covered: PEOPLE, respondents: PEOPLE, responseRate: 100 },
      ...{ cells: Object.fromEntries(ids.map((id) => [id, cell()])), distributions: {} },
    }
  })
  const facts = { name: "Autumn", organization: "Example", closedAt: "2026-06-15T12:00:00Z", k: 5 }
  return {
    ...{ version: 1, seed: 1, atoms: [], steps: [], groups },
    survey: { ...facts, id: survey, invited: 1, respondents: 1, responseRate: 100 },
    measures: { constructs: ids.map((id) => ({ id, name: id, items: [] })), composites: [] },
  }
}

/** A closed survey with its chart and release, and KPIs as an import leaves them. */
async function fill(database: Database): Promise<{ organization: string; survey: string }> {
  const { organization, survey } = await addExampleSurvey(database.db, 1, "closed")
  const own = { organization_id: organization, survey_id: survey }
  const people = Array.from({ length: heads + units * PEOPLE }, (_, at) => ({
    ...{ position: at, person_id: randomUUID(), manager_position: managerOf(at), layer: layerOf(at) },
    unit_name: `Unit ${at}`,
  }))
  await database.db.transaction().execute(async (tx) => {
    await sql`select set_config('throughline.organization', ${organization}, true)`.execute(tx)
    await sql`delete from registry.frozen_person where survey_id = ${survey}`.execute(tx)
    await sql`update app.survey set outcome = 'released', closed_at = now() where survey_id = ${survey}`.execute(
      tx,
    )
    await sql`insert into registry.frozen_person
      (organization_id, survey_id, position, person_id, manager_position, layer, unit_name, invited)
      select ${organization}, ${survey}, position, person_id, manager_position, layer, unit_name, true
      from jsonb_to_recordset(cast(${JSON.stringify(people)}::text as jsonb))
        as row (position int, person_id uuid, manager_position int, layer int, unit_name text)`.execute(tx)
    await tx
      .insertInto("results.release")
      .values({
        ...own,
        release_id: 1,
        created_at: new Date(),
        body: jsonb(madeUpRelease(survey) as unknown),
      })
      .execute()
    const labels = people.slice(1 + FUNCTIONS, heads).map(({ person_id }, number) => ({
      ...{ organization_id: organization, number, label: `Unit ${number}`, key: `unit ${number}` },
      ...{ target: "unit" as const, person_id },
    }))
    for (let at = 0; at < labels.length; at += 1000)
      await tx
        .insertInto("app.kpi_unit")
        .values(labels.slice(at, at + 1000))
        .execute()
    for (let kpi = 0; kpi < kpis; kpi++) {
      const kpi_id = randomUUID()
      const told = { name: `KPI ${kpi}`, key: `kpi ${kpi}`, measure: "%", direction: "higher" as const }
      await tx
        .insertInto("app.kpi")
        .values({ organization_id: organization, kpi_id, ...told, period_kind: "month" })
        .execute()
      const rows = Array.from({ length: months }, (_, month) => {
        const of = Float64Array.from({ length: units }, () => Math.round(1e6 * random()) / 100)
        const ordinal = 2026 * 12 + 5 - Math.floor(months / 2) + month
        return { organization_id: organization, kpi_id, ordinal, unit_values: packed(of), filled: units }
      })
      await tx.insertInto("app.kpi_values").values(rows).execute()
    }
  })
  return { organization, survey }
}

const sessionOf = (organizationId: string): Session => ({
  ...{ user: { name: "", email: "" }, userId: "user", organizationId, organizationName: "Example" },
  ...{ role: "hr", personId: null },
})

async function measure(name: string, api: TestApp, database: Database) {
  const { organization, survey } = await fill(database)
  const session = sessionOf(organization)
  const cpu = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const [began, cpuBegan] = [performance.now(), cpu()]
  const { view, surveys } = await gatherView(api.deps, session, survey)
  const [loaded, cpuLoaded] = [performance.now(), cpu()]
  // The longest that a request of somebody else would have waited meanwhile.
  let [longest, last] = [0, performance.now()]
  const turning = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5)
    last = performance.now()
  }, 5)
  const told = await tellLinks(view, surveys, computeLinks)
  const [done, cpuDone] = [performance.now(), cpu()]
  clearInterval(turning)
  const pack = await packedLinks(api.deps, session, survey)
  const kept = performance.now()
  await packedLinks(api.deps, session, survey)
  const again = performance.now()
  const seconds = (ms: number) => (ms / 1000).toFixed(2)
  const tested = told.pairs.filter(({ p }) => p !== null)
  console.table({
    [name]: {
      pairs: told.pairs.length,
      "units in one": Math.max(0, ...tested.map((pair) => pair.units)),
      "load s": seconds(loaded - began),
      "all links s": seconds(done - loaded),
      "both s": seconds(done - began),
      "of the processor s": `${seconds(cpuLoaded - cpuBegan)} + ${seconds(cpuDone - cpuLoaded)}`,
      "longest block ms": Math.round(longest),
      "asked again ms": Math.round(again - kept),
      "answer MB": (pack?.length ?? 0) / 1e6,
    },
  })
}

const place = mkdtempSync(join(tmpdir(), "throughline-bench-links-"))
console.log(`${topics} topics × ${kpis} KPIs × ${months} months × ${units} units; to load and work out ≤ 5 s`)
try {
  const embedded = await openDatabase({ directory: join(place, "embedded"), durable: false })
  await run("embedded", embedded)
  if (findPostgres()) {
    const server = await startPostgres()
    await server.psql("postgres", "create database links owner throughline_owner")
    await run("PostgreSQL", await openDatabase({ url: server.url("links") }))
    await server.stop()
  }
} finally {
  rmSync(place, { recursive: true, force: true })
}

async function run(name: string, database: Database): Promise<void> {
  await migrate(database.db)
  const api = await openTestApp(database)
  await measure(name, api, database)
  api.remove()
  await database.close()
}
