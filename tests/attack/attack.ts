import type { Db } from "@throughline/db"
import { sql } from "kysely"
import type { TestApp } from "../../apps/api/src/testing.ts"
import { assemble } from "../../packages/analysis/src/assemble.ts"
import { comparedPeople } from "../../packages/analysis/src/audit-compared.ts"
import { code } from "../../packages/analysis/src/coding.ts"
import { figuresOf } from "../../packages/analysis/src/figures.ts"
import { listMeasures, type Measure } from "../../packages/analysis/src/measures.ts"
import { type Tally, tally } from "../../packages/analysis/src/tally.ts"
import { asOwner } from "./as-owner.ts"
import { type Known as Bounded, narrowBounds } from "./bounds.ts"
import { collect, type Known, type Seen } from "./collect.ts"
import { type Figures, readFigures, type Told } from "./figures.ts"
import { gateOff } from "./gate-off.ts"
import { singledOut } from "./isolate.ts"
import { type ClosedSurvey, type Company, seedCompany } from "./seed-company.ts"

export interface Outcome {
  isolated: number
  isolatedWithGateOff: number
  respondents: number
  requests: number
  figures: number
  /** Formats and numbers that the attack could not read: none, or the attack has failed. */
  unread: string[]
  /** By kind of attack, with the gate and without. */
  found: Record<string, [number, number]>
}

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
  const company = await seedCompany(api, options, async (look, lookers, organizationId, surveys, open) => {
    // While a survey is open the routes answer the same to everybody who may ask: one of each kind looks.
    const some = open ? lookers.filter(({ role }, at) => at < 3 || role === "anybody") : lookers
    seen.push(...(await collect(api, look, some, await knownOf(owner, organizationId, surveys), false)))
    say(`${look}: ${seen.length} requests so far`)
  })
  const known = await knownOf(
    owner,
    company.organizationId,
    company.surveys.map(({ id }) => id),
  )
  seen.push(...(await collect(api, "afterwards", company.lookers, known, true)))
  const figures = readFigures(seen)
  say(`${seen.length} requests, ${figures.count} figures`)
  const found = findings(company.surveys, figures)
  say("attacked; now once more with the gate off")

  const open = company.surveys.map((survey) => ({ ...survey, release: assemble(survey.input, gateOff) }))
  for (const survey of open) await putRelease(owner, company, survey)
  const again = await collect(api, "gate off", company.lookers, known, false)
  const foundWithGateOff = findings(open, readFigures(again), false)

  const sum = (all: Record<string, number>) => Object.values(all).reduce((total, one) => total + one, 0)
  return {
    company,
    isolated: sum(found),
    isolatedWithGateOff: sum(foundWithGateOff),
    respondents: company.surveys[0]?.release.survey.respondents ?? 0,
    requests: seen.length + again.length,
    figures: figures.count,
    unread: figures.unread,
    found: Object.fromEntries(
      Object.entries(found).map(([kind, people]) => [kind, [people, foundWithGateOff[kind] ?? 0]]),
    ),
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
  if (changed.rows.length !== 1) throw new Error("the release was not replaced")
}

/** People in sets of 1 to k-1 who can be singled out, by the way they are, each kind counted at its worst measure. */
function findings(
  surveys: readonly ClosedSurvey[],
  figures: Figures,
  withBounds = true,
): Record<string, number> {
  const found = {
    "A without B, row space": 0,
    "construct beside its items": 0,
    bounds: 0,
    "between surveys": 0,
    "rates while open": 0,
  }
  for (const survey of surveys) {
    const { input, release } = survey
    const held = new Map(input.groupings.map(({ id, atoms }) => [id, new Set(atoms)]))
    let [alone, compared, bounded] = [0, 0, 0]
    for (const measure of listMeasures(input.measures, input.observations)) {
      const counted = tally(measure, input.observations.atom, input.atoms.length)
      const told = toldOf(figures, survey.id, measure.id, held)
      const truth = {
        persons: [...counted.persons],
        answers: input.atoms.map((_, atom) =>
          [0, 1, 2, 3, 4].map((at) => (counted.options[atom * 5 + at] as number) / counted.unit),
        ),
        invited: input.atoms.map((atom) => atom.invited),
        k: input.survey.k,
      }
      const { persons } = truth
      alone = Math.max(
        alone,
        singledOut(
          told.map(({ atoms }) => atoms),
          persons,
          input.survey.k,
        ),
      )
      compared = Math.max(
        compared,
        comparedPeople(release, input, measure, new Map(input.groupings.map(({ id, atoms }) => [id, atoms]))),
      )
      // Without the gate there are enough others, and far more programs: bounds.test.ts shows what they find.
      if (!withBounds) continue
      const narrow = narrowBounds({
        told,
        steps: [...figures.steps.values()].filter(
          (step) => step.survey === survey.id && step.measure === measure.id,
        ),
        ...truth,
      }).filter(({ among }) => !isToldAnyway(among, measure, counted, truth))
      for (const { people } of narrow) bounded = Math.max(bounded, people)
    }
    found["A without B, row space"] += alone
    found["construct beside its items"] += compared
    found.bounds += bounded
    const { groups, people } = survey.cohorts
    const rated = figures.rates.filter((rate) => rate.survey === survey.id).map(({ group }) => group)
    found["rates while open"] += singledOut(
      [...new Set(rated)].map((group) => groups.get(group) ?? new Set<number>()),
      people,
      input.survey.k,
    )
  }
  for (const [at, later] of surveys.entries()) {
    for (const earlier of surveys.slice(0, at)) found["between surveys"] += between(earlier, later, figures)
  }
  return found
}

/**
 * Ten who all answered may be told with 90% favourable and a mean of 4.0: then any four of them lie close together, by the
 * one figure that the rules allow. What counts is what comparing adds: is the class by itself, told by those rules, as narrow?
 */
function isToldAnyway(
  among: readonly number[],
  { id, kind }: Measure,
  counted: Tally,
  truth: Omit<Bounded, "told" | "steps">,
): boolean {
  const figures = figuresOf(counted, among)
  if (figures === null) return false
  const { bounds, ...told } = code(figures, kind, truth.k)
  const cell = { state: "shown", ...told, n: figures.n, interval: null, coded: true, bounds } as const
  const figure: Told = { survey: "", group: "", measure: id, cells: [cell], distributions: [] }
  const persons = truth.persons.map((people, atom) => (among.includes(atom) ? people : 0))
  return narrowBounds({ ...truth, persons, told: [{ figure, atoms: new Set(among) }], steps: [] }).length > 0
}

function toldOf(figures: Figures, survey: string, measure: string, held: ReadonlyMap<string, Set<number>>) {
  return [...figures.told.values()]
    .filter((one) => one.survey === survey && one.measure === measure)
    .map((figure) => ({ figure, atoms: held.get(figure.group) ?? strangers(figure) }))
}

function strangers({ group }: Told): never {
  throw new Error(`something is told of ${group}, which is no group of this survey`)
}

/** As if everybody invited had answered both times, and the same. */
function between(a: ClosedSurvey, b: ClosedSurvey, figures: Figures): number {
  const places = new Map<string, { of: [number, number]; people: number }>()
  const earlier = b.earlier.find(({ release }) => release.survey.id === a.id)
  if (earlier === undefined || b.input.people === undefined) {
    throw new Error("the second survey was not judged together with the first")
  }
  const [before, after] = [earlier.people, b.input.people]
  for (let person = 0; person < Math.max(before.length, after.length); person++) {
    const of: [number, number] = [before[person] ?? -1, after[person] ?? -1]
    const place = places.get(of.join()) ?? { of, people: 0 }
    place.people++
    places.set(of.join(), place)
  }
  const list = [...places.values()]
  const k = Math.max(a.input.survey.k, b.input.survey.k)
  const setsOf = ({ id, input }: ClosedSurvey, wave: 0 | 1, measure: string) => {
    const held = new Map(input.groupings.map((grouping) => [grouping.id, new Set(grouping.atoms)]))
    return (
      toldOf(figures, id, measure, held)
        // From 100k persons on rounding hides the few (packages/analysis/src/waves.ts has the proof).
        .filter(({ figure }) => figure.cells.some(({ n }) => n < 100 * k))
        .map(({ atoms }) => new Set([...list.keys()].filter((at) => atoms.has(list[at]?.of[wave] ?? -1))))
    )
  }
  let most = 0
  // Most measures are told of the same groups: the same sets need not be tried again.
  const tried = new Set<string>()
  for (const { id } of listMeasures(b.input.measures, b.input.observations)) {
    const sets = [...setsOf(a, 0, id), ...setsOf(b, 1, id)]
    const key = sets.map((set) => [...set].join()).join(";")
    if (tried.has(key)) continue
    tried.add(key)
    most = Math.max(
      most,
      singledOut(
        sets,
        list.map(({ people }) => people),
        k,
      ),
    )
  }
  return most
}
