import type { Cell, Release } from "@throughline/analysis"
import { readSession, type Session } from "../../apps/api/src/auth/session.ts"
import { type LinkGuards, linkGuards } from "../../apps/api/src/links/gather-waves.ts"
import { readLinks } from "../../apps/api/src/links/read-links.ts"
import { readPoints } from "../../apps/api/src/links/read-points.ts"
import { readProfile } from "../../apps/api/src/links/read-profile.ts"
import type { Points } from "../../apps/api/src/links/schemas.ts"
import { type SeededKpi, seedKpis } from "../../apps/api/src/links/testing-kpis.ts"
import { leadersOf } from "../../apps/api/src/members/testing.ts"
import { Problem, type ProblemCode } from "../../apps/api/src/problem.ts"
import type { ViewedRelease } from "../../apps/api/src/releases/read-release-as.ts"
import type { TestApp } from "../../apps/api/src/testing.ts"
import { figuresOf } from "../../packages/analysis/src/figures.ts"
import { listMeasures } from "../../packages/analysis/src/measures.ts"
import { tally } from "../../packages/analysis/src/tally.ts"
import { nextPeriod, periodOf, periodText } from "../../packages/org/src/index.ts"
import type { Seen } from "./collect.ts"
import type { Told } from "./figures.ts"
import type { ClosedSurvey, Looker } from "./seed-company.ts"

const linked = /\/(links|links\/\{construct\}\/\{kpi\}|kpis\/profile)$/

/** Routes whose figures are worked out of releases and KPIs when somebody looks. */
export const isLinked = ({ route }: Pick<Seen, "route">) => linked.test(route)

/**
 * KPIs as somebody would make them who wants to know what is not told: one figure by unit; one that is 1 for a single
 * unit which is hidden, and 0 for all others; one that is 1 where a unit is hidden.
 */
export async function addKpis(
  api: TestApp,
  organizationId: string,
  release: Release,
  random: () => number,
): Promise<void> {
  const leaders = await leadersOf(api, organizationId)
  const isTold = (unit: string) =>
    release.groups.some(({ name, cells }) => name === unit && cells.message?.state === "shown")
  const [victim = leaders[0]] = leaders.filter(({ unit }) => !isTold(unit))
  const labels = leaders.map(({ personId, unit }, at) => ({ personId, unit, label: `${at} ${unit}` }))
  const now = periodOf(new Date().toISOString(), "quarter")
  const quarter = now === undefined ? "" : periodText(now)
  const around = [-1, 0, 1].map((by) => nextPeriod(quarter, by) ?? "")
  const series = (of: (label: (typeof labels)[number]) => number) =>
    Object.fromEntries(
      around.map((period) => [period, Object.fromEntries(labels.map((one) => [one.label, of(one)]))]),
    )
  const kpis: SeededKpi[] = [
    { name: "Shipped", periods: series(() => Math.round(1000 * random())) },
    { name: "A single unit", periods: series(({ personId }) => (personId === victim?.personId ? 1 : 0)) },
    { name: "Hidden or not", periods: series(({ unit }) => (isTold(unit) ? 0 : 1)) },
  ]
  const targets = labels.map(({ label, personId }) => ({ label, target: { personId } }))
  await seedKpis(api.deps, organizationId, targets, kpis)
}

export interface Linked {
  /** How many numbers they told. */
  count: number
  /** Answers that hold anything that does not follow from what the same looker had at the same time. */
  unread: string[]
}

/**
 * Links are worked out of told figures, and KPIs are no answers: so it is enough that each answer is, byte for byte, what
 * comes out when the product is given nothing but the releases that the same looker has read in the same look.
 */
export async function readLinked(
  api: TestApp,
  lookers: readonly Looker[],
  seen: readonly Seen[],
): Promise<Linked> {
  const unread = new Set<string>()
  const before = new Set<string>()
  let count = 0
  for (const looker of lookers) {
    const own = seen.filter(({ role }) => role === looker.role)
    const answers = own.filter((one) => isLinked(one) && one.status === 200)
    if (answers.length === 0) continue
    const session = await readSession(api.deps, new Headers(looker.headers))
    if (session === undefined) throw new Error(`${looker.role} is not signed in`)
    const guards = { ...linkGuards, read: asSeenBy(own) }
    for (const { route, role, path, text, hash } of answers) {
      if (before.has(`${role} ${path} ${hash}`)) continue
      before.add(`${role} ${path} ${hash}`)
      const again = await workedOut(api, session, new URL(path, "http://throughline.test"), guards)
      if (JSON.stringify(again) !== text) unread.add(`${route} of ${role}`)
      count += numbersIn(JSON.parse(text))
    }
  }
  return { count, unread: [...unread] }
}

/** A release as a looker has read it; whoever was refused it is refused it again. */
function asSeenBy(own: readonly Seen[]): LinkGuards["read"] {
  const releases = new Map(own.filter(({ path }) => path.endsWith("/release")).map((one) => [one.path, one]))
  return async (_deps, _session, surveyId) => {
    const found = releases.get(`/api/surveys/${surveyId}/release`)
    if (found === undefined) throw new Error(`the release of ${surveyId} was not looked at`)
    const json = JSON.parse(found.text) as unknown
    if (found.status !== 200) throw new Problem((json as { code: ProblemCode }).code)
    return json as ViewedRelease
  }
}

async function workedOut(
  api: TestApp,
  session: Session,
  { pathname, searchParams }: URL,
  guards: LinkGuards,
) {
  const [survey = "", construct = "", kpi = ""] = pathname
    .replace(/^\/api\/surveys\/|\/links/g, "")
    .split("/")
    .map(decodeURIComponent)
  if (pathname.endsWith("/links")) return await readLinks(api.deps, session, survey, guards)
  if (pathname.endsWith("/profile")) {
    const asked = { survey: searchParams.get("survey") ?? "", group: searchParams.get("group") ?? "" }
    return await readProfile(api.deps, session, asked, guards)
  }
  const lag = Number(searchParams.get("lag") ?? 0)
  return await readPoints(api.deps, session, { survey, construct, kpi, lag }, guards)
}

function numbersIn(json: unknown): number {
  if (typeof json === "number") return 1
  if (json === null || typeof json !== "object") return 0
  return Object.values(json).reduce((sum: number, one) => sum + numbersIn(one), 0)
}

/** A release in which every unit has its mean, however few people it is of, and all its digits: what links are not made of. */
function untold({ input, release }: Pick<ClosedSurvey, "input" | "release">): Release {
  const atomsOf = new Map(input.groupings.map(({ id, atoms }) => [id, atoms]))
  const groups = release.groups.map((group) => ({ ...group, cells: { ...group.cells } }))
  for (const measure of listMeasures(input.measures, input.observations)) {
    const counted = tally(measure, input.observations.atom, input.atoms.length)
    for (const group of groups) {
      const figures = group.kind === "unit" ? figuresOf(counted, atomsOf.get(group.id) ?? []) : null
      if (figures === null) continue
      const shares = { favourable: 0, neutral: 0, unfavourable: 0, cannotSay: 0 }
      const { n, moments } = figures
      const cell: Cell = { state: "shown", mean: moments.mean, ...shares, n, interval: null, coded: false }
      group.cells[measure.id] = cell
    }
  }
  return { ...release, groups }
}

/** What the points of a pair tell, as figures of the units they are of. */
function toldByPoints({ construct, points }: Points): Told[] {
  return points.map(({ survey, group, x, n }) => {
    const shares = { favourable: 0, neutral: 0, unfavourable: 0, cannotSay: 0 }
    const cell = { state: "shown", mean: x, ...shares, n, interval: null, coded: false } as const
    return { survey, group, measure: construct.id, cells: [cell], distributions: [] }
  })
}

/**
 * The points of links that are made of means which were not told, for whoever sees everything: of each KPI in the survey's
 * own period.
 */
export async function pointsOfUntold(
  api: TestApp,
  administrator: Looker,
  surveys: readonly ClosedSurvey[],
  kpis: readonly string[],
): Promise<Told[]> {
  const session = await readSession(api.deps, new Headers(administrator.headers))
  if (session === undefined) throw new Error("the administrator is not signed in")
  const releases = new Map(surveys.map((survey) => [survey.id, untold(survey)]))
  const guards: LinkGuards = {
    ...linkGuards,
    read: async (deps, who, survey) => ({
      ...(await linkGuards.read(deps, who, survey)),
      ...releases.get(survey),
    }),
  }
  const told: Told[] = []
  for (const { id } of surveys) {
    for (const kpi of kpis) {
      const points = await readPoints(
        api.deps,
        session,
        { survey: id, construct: "message", kpi, lag: 0 },
        guards,
      )
      // Those of earlier surveys stand under the groups of this one; each survey is asked for itself.
      told.push(...toldByPoints(points).filter(({ survey }) => survey === id))
    }
  }
  return told
}
