import type { Db } from "@throughline/db"
import { sql } from "kysely"
import type { TestApp } from "../../apps/api/src/testing.ts"
import { assemble } from "../../packages/analysis/src/assemble.ts"
import { asOwner } from "./as-owner.ts"
import { collect, type Known, type Seen } from "./collect.ts"
import { readFigures } from "./figures.ts"
import { findings } from "./findings.ts"
import { breaksOff, gateOff, tableOff } from "./gate-off.ts"
import { type Linked, pointsOfUntold, readLinked } from "./links.ts"
import { type ClosedSurvey, type Company, seedCompany } from "./seed-company.ts"

export interface Outcome {
  isolated: number
  isolatedWithGateOff: number
  /** With the gate off for nothing but the groups of breaks; and how many findings of breaks were told in all. */
  isolatedWithBreaksOff: number
  breaks: number
  /** With links made of means that were not told; and how many figures of links were told in all. */
  isolatedWithLinksOff: number
  linked: number
  respondents: number
  requests: number
  figures: number
  /** Formats and numbers that the attack could not read: none, or the attack has failed. */
  unread: string[]
  /** By kind of attack, with the gate and without. */
  found: Record<string, [number, number]>
}

/** For looks in which nothing is new about links: a KPI that is none, and the whole organization. */
const noKpi = { kpi: ["1"], group: ["all"] }

/** What is left of it for further looks. */
export interface Aftermath extends Outcome {
  company: Company
}

/** The whole attack on a company made up for it: once as the product is, once more with the gate off. */
export async function attack(
  api: TestApp,
  owner: Db,
  options: { respondents: number; seed: number; days: number },
  say: (line: string) => void = () => {},
): Promise<Aftermath> {
  const seen: Seen[] = []
  const linked: Linked[] = []
  const company = await seedCompany(api, options, async (look, lookers, organizationId, surveys, open) => {
    // While a survey is open the routes answer the same to everybody who may ask: one of each kind looks.
    const some = open ? lookers.filter(({ role }, at) => at < 3 || role === "anybody") : lookers
    const known = await knownOf(owner, organizationId, surveys)
    // What links are made of changes at a close, and they are read one by one then.
    const now = await collect(api, look, some, open ? { ...known, ...noKpi } : known, false)
    linked.push(await readLinked(api, some, now))
    seen.push(...now)
    say(`${look}: ${seen.length} requests so far`)
  })
  const known = await knownOf(
    owner,
    company.organizationId,
    company.surveys.map(({ id }) => id),
  )
  // Every KPI was looked at when the surveys closed: queries that no route declares are tried with one of them.
  const one = { ...known, kpi: (known.kpi ?? []).slice(0, 1), group: ["all", "unit:2"] }
  const last = await collect(api, "afterwards", company.lookers, one, true)
  linked.push(await readLinked(api, company.lookers, last))
  seen.push(...last)
  const figures = readFigures(seen)
  const ofLinks = linked.reduce((sum, { count }) => sum + count, 0)
  figures.count += ofLinks
  say(`${seen.length} requests, ${figures.count} figures`)
  const ofBreaks = figures.breaks.flatMap(({ breaks }) => breaks.findings)
  const layers = figures.breaks.flatMap(({ breaks }) => breaks.whole?.profile ?? [])
  const gaps = ofBreaks.filter(({ gap }) => gap !== null)
  say(`${ofBreaks.length} breaks told of, ${gaps.length} with a gap, ${layers.length} means of layers`)
  const found = findings(company.surveys, figures)
  say("attacked; now once more with the gate off")

  const broken = company.surveys.map((survey) => ({
    ...survey,
    release: assemble(survey.input, breaksOff, survey.earlier),
  }))
  const foundWithBreaksOff = findings(broken, readFigures(broken.map(asSeen)), false)

  const withLinks = { ...figures, told: new Map(figures.told) }
  const [administrator] = company.lookers
  if (administrator === undefined) throw new Error("nobody looks")
  for (const told of await pointsOfUntold(api, administrator, company.surveys, known.kpi ?? [])) {
    const key = `${told.survey} ${told.group} ${told.measure}`
    const all = withLinks.told.get(key)
    withLinks.told.set(key, all ? { ...all, cells: [...all.cells, ...told.cells] } : told)
  }
  const foundWithLinksOff = findings(company.surveys, withLinks, false)

  const open = company.surveys.map((survey) => ({
    ...survey,
    release: assemble(survey.input, gateOff, [], tableOff),
  }))
  for (const survey of open) await putRelease(owner, company, survey)
  await company.publishUnguarded()
  // The gate of links is another one: it was off above.
  const again = await collect(api, "gate off", company.lookers, { ...known, ...noKpi }, false)
  const foundWithGateOff = findings(open, readFigures(again), false)

  const sum = (all: Record<string, number>) => Object.values(all).reduce((total, one) => total + one, 0)
  return {
    company,
    isolated: sum(found),
    isolatedWithGateOff: sum(foundWithGateOff),
    isolatedWithBreaksOff: foundWithBreaksOff.breaks ?? 0,
    breaks: ofBreaks.length,
    isolatedWithLinksOff: sum(foundWithLinksOff),
    linked: ofLinks,
    respondents: company.surveys[0]?.release.survey.respondents ?? 0,
    requests: seen.length + again.length,
    figures: figures.count,
    unread: [...figures.unread, ...new Set(linked.flatMap(({ unread }) => unread))],
    found: Object.fromEntries(
      Object.entries(found).map(([kind, people]) => [kind, [people, foundWithGateOff[kind] ?? 0]]),
    ),
  }
}

/** A release as whoever may read all of it would see it. */
function asSeen({ id, release }: ClosedSurvey): Seen {
  const text = JSON.stringify(release)
  return {
    ...{ look: "breaks off", role: "administrator", route: "/api/surveys/{survey}/release" },
    ...{
      path: `/api/surveys/${id}/release`,
      accept: "*/*",
      status: 200,
      headers: { "content-type": "application/json" },
    },
    ...{ text, size: text.length, hash: id },
  }
}

/** Ids as a looker finds them. */
export async function knownOf(owner: Db, organizationId: string, surveys: string[]): Promise<Known> {
  const ids = (table: string, column: string) =>
    asOwner(owner, organizationId, async (tx) => {
      const found = sql<{
        id: string
      }>`select ${sql.ref(column)}::text as id from ${sql.table(table)} limit 3`
      return (await found.execute(tx)).rows.map(({ id }) => id)
    })
  return {
    survey: surveys,
    organization: [organizationId],
    instrument: await ids("app.instrument", "instrument_id"),
    member: await ids("app.member", "user_id"),
    kpi: await ids("app.kpi", "kpi_id"),
    group: ["all", "unit:1", "unit:7"],
  }
}

/** Puts another release in the place of one: only the owner of the database can. */
export async function putRelease(
  owner: Db,
  { organizationId }: Company,
  { id, release }: Pick<ClosedSurvey, "id" | "release">,
): Promise<void> {
  const changed = await asOwner(owner, organizationId, (tx) =>
    sql`update results.release set body = body || ${JSON.stringify(release)}::text::jsonb
      where organization_id = ${organizationId} and survey_id = ${id} returning release_id`.execute(tx),
  )
  if (changed.rows.length === 0) throw new Error("the release was not replaced")
}
