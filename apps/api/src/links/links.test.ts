import { gunzipSync } from "node:zlib"
import type { Cell, Release, ReleaseGroup } from "@throughline/analysis"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, test } from "vitest"
import { readSession } from "../auth/session.ts"
import { type SeededSurvey, seededCompany } from "../demo/testing.ts"
import { inOwnUnit } from "../kpis/resolve-units.ts"
import { addSignedIn, leadersOf } from "../members/testing.ts"
import { insertRelease } from "../releases/queries.ts"
import { readRelease } from "../releases/read-release.ts"
import { readReleaseAs } from "../releases/read-release-as.ts"
import { closeSurvey } from "../surveys/close-survey.ts"
import { type Caller, caller, openTestApp, type TestApp } from "../testing.ts"
import { linkGuards } from "./gather-waves.ts"
import { lookUp, packedLinks, readLinks } from "./read-links.ts"
import { readPoints } from "./read-points.ts"
import { readProfile } from "./read-profile.ts"
import { type Links, linksSchema, type Points, type Profile, pointsSchema, profileSchema } from "./schemas.ts"
import { seedKpis } from "./testing-kpis.ts"

eachDatabase((_name, open) => {
  let api: TestApp
  let survey: SeededSurvey
  let release: Release
  const as: Record<"hr" | "analyst" | "left" | "right" | "nobody" | "operator", Caller> = {} as never
  const kpi: Record<"moves" | "one" | "constant" | "plan" | "right", string> = {} as never
  let [left, right] = [
    { unit: "", personId: "" },
    { unit: "", personId: "" },
  ]
  beforeAll(async () => {
    api = await openTestApp(await open(), { demo: true })
    survey = await seededCompany(api.deps, { people: 260, share: 0.9, seed: 3 })
    const { organizationId, surveyId } = survey
    await closeSurvey(api.deps, organizationId, surveyId)
    await tellMore()
    release = await readRelease(api.deps, organizationId, surveyId)
    const leaders = await leadersOf(api, organizationId)
    const [first, second] = leaders.filter(({ layer }) => layer === 2).sort((a, b) => b.people - a.people)
    if (first === undefined || second === undefined) throw new Error("no leaders")
    ;[left, right] = [first, second]
    const leaf = leaders.at(-1)?.personId ?? ""
    const add = async (
      name: keyof typeof as,
      role: "hr" | "leader" | "analyst" | "operator",
      personId?: string,
    ) => {
      const email = `${name}@links.example`
      as[name] = await addSignedIn(api, organizationId, { email, role, ...(personId ? { personId } : {}) })
    }
    await add("hr", "hr")
    await add("analyst", "analyst")
    await add("operator", "operator")
    await add("left", "leader", left.personId)
    await add("right", "leader", right.personId)
    await add("nobody", "leader", leaf)
    await seed(leaders.map(({ personId, unit }) => ({ personId, unit })))
    return () => api.remove()
  }, 240_000)

  /** The same release once more, as if more of so few people could be told: most units, some as a bound, some hidden. */
  async function tellMore() {
    const { organizationId, surveyId } = survey
    const release = await readRelease(api.deps, organizationId, surveyId)
    const told = {
      state: "shown",
      favourable: 50,
      neutral: 25,
      unfavourable: 25,
      cannotSay: 0,
      n: 12,
    } as const
    const cellOf = (at: number): Cell => {
      const mean = (20 + ((at * 7) % 23)) / 10
      const interval = { kind: "group-now", low: mean - 0.3, high: mean + 0.3, level: 0.95 } as const
      if (at % 6 === 4) return { state: "hidden", reason: "too-few" }
      if (at % 6 === 5) return { ...told, mean, interval: null, coded: true, bounds: { mean: "at-most" } }
      return { ...told, mean, interval, coded: false }
    }
    const units = release.groups.filter(({ kind }) => kind === "unit")
    const groups = release.groups.map((group) => {
      const at = units.indexOf(group)
      const own = group.depth === 1 ? 0 : at
      return at < 0 ? group : { ...group, cells: { ...group.cells, message: cellOf(own) } }
    })
    await withOrganization(api.deps.db, "close", organizationId, (tx) =>
      insertRelease(tx, organizationId, surveyId, new Date(), { ...release, groups }, 2),
    )
  }

  /** A KPI that follows what was told of the message, one of a single unit, and others that cannot be used. */
  async function seed(leaders: { personId: string; unit: string }[]) {
    const labels = leaders.map(({ personId, unit }, at) => ({ label: `${at} ${unit}`, personId }))
    const month = release.survey.closedAt.slice(0, 7)
    const valuesOf = (of: (at: number, personId: string) => number) =>
      Object.fromEntries(labels.map(({ label, personId }, at) => [label, of(at, personId)]))
    const means = new Map(
      release.groups.flatMap(({ name, kind, cells }) => {
        const cell = cells.message
        return kind === "unit" && cell?.state === "shown" ? [[name, cell.mean] as const] : []
      }),
    )
    const rightLabel = labels.find(({ personId }) => personId === right.personId)?.label ?? ""
    const ids = await seedKpis(
      api.deps,
      survey.organizationId,
      [
        ...labels.map(({ label, personId }) => ({ label, target: { personId } })),
        { label: "Everybody", target: "whole" as const },
        { label: "Nobody knows", target: null },
        { label: "A supplier", target: "none" as const },
      ],
      [
        {
          name: "Moves",
          periods: {
            [month]: {
              ...valuesOf((at) => Math.round(1000 * (means.get(leaders[at]?.unit ?? "") ?? 3)) + (at % 7)),
              ...{ Everybody: 1, "Nobody knows": 2, "A supplier": 3 },
            },
          },
        },
        {
          name: "One",
          periods: { [month]: valuesOf((_, personId) => (personId === right.personId ? 1 : 0)) },
        },
        { name: "Constant", periods: { [month]: valuesOf(() => 7) } },
        { name: "Plan", role: "plan", periods: { [month]: valuesOf((at) => at) } },
        { name: "Right only", periods: { [month]: { [rightLabel]: 1 } } },
        { name: "Empty", periods: {} },
      ],
    )
    ;[kpi.moves = "", kpi.one = "", kpi.constant = "", kpi.plan = "", kpi.right = ""] = ids
  }

  const path = (rest = "") => `/api/surveys/${survey.surveyId}/links${rest}`
  const profilePath = (group: string) => `/api/kpis/profile?survey=${survey.surveyId}&group=${group}`
  const read = async <T>(who: Caller, of: string) => (await who.call("GET", of)).json as T
  const sessionOf = async (who: { cookie: string }) => {
    const session = await readSession(api.deps, new Headers({ Cookie: who.cookie }))
    if (session === undefined) throw new Error("no session")
    return session
  }
  const groupOf = (name: string) =>
    release.groups.find((one) => one.kind === "unit" && one.name === name) as ReleaseGroup

  test("HR and analysts read every topic with every KPI, over told units alone, and what was left out", async () => {
    const answer = await read<Links>(as.hr, path())
    expect(linksSchema.parse(answer)).toEqual(answer)
    expect(await read(as.analyst, path())).toEqual(answer)
    const { pairs, kpis, constructs, units, left: out, labels } = answer
    expect(kpis.map(({ name, state, refused }) => [name, state, refused])).toEqual([
      ["Constant", "refused", "constant"],
      ["Empty", "refused", "empty"],
      ["Moves", "linked", null],
      ["One", "linked", null],
      ["Right only", "refused", "constant"],
    ])
    const [moves] = kpis.filter(({ name }) => name === "Moves")
    expect(moves?.labels).toMatchObject({ whole: 2, unmapped: 1, notOurs: 1 })
    expect(labels).toEqual({ unmapped: ["Nobody knows"], cutsAcross: [] })
    expect(pairs).toHaveLength(2 * constructs.length)
    const found = pairs.find((pair) => pair.construct === "message" && pair.kpi === kpi.moves)
    expect(found).toMatchObject({ lag: 0, finding: "link", way: "better-with-better" })
    expect(found?.units).toBeGreaterThanOrEqual(10)
    const told = new Set(
      release.groups.flatMap(({ id, cells }) => (cells.message?.state === "shown" ? [id] : [])),
    )
    expect(units.some(({ group }) => told.has(group))).toBe(true)
    for (const { influence } of pairs) if (influence) expect(units[influence.unit]).toBeDefined()
    expect(out.hidden + out.bound + out.noValue + out.overlapping + out.used).toBe(out.total)
    expect(out.hidden).toBeGreaterThan(0)
    expect(answer.engagement).toBeNull()
  })

  test("points are the figures of the release as they are told, and nothing of a hidden unit", async () => {
    const { pairs } = await read<Links>(as.hr, path())
    const one = pairs.find((pair) => pair.construct === "message" && pair.kpi === kpi.moves)
    const answer = await read<Points>(as.hr, path(`/message/${kpi.moves}`))
    expect(pointsSchema.parse(answer)).toEqual(answer)
    expect(answer.points).toHaveLength(one?.n ?? -1)
    expect(answer.points.filter(({ most }) => most)).toHaveLength(1)
    for (const { group, x, n, interval, period } of answer.points) {
      const cell = release.groups.find(({ id }) => id === group)?.cells.message
      if (cell?.state !== "shown") throw new Error(`${group} is hidden`)
      expect([x, n, interval]).toEqual([
        cell.mean,
        cell.n,
        cell.interval && { low: cell.interval.low, high: cell.interval.high },
      ])
      expect(cell.bounds?.mean).toBeUndefined()
      expect(period).toBe(release.survey.closedAt.slice(0, 7))
    }
    // No period before the first one.
    expect((await read<Points>(as.hr, path(`/message/${kpi.moves}?lag=-1`))).points).toEqual([])
    expect(await as.hr.call("GET", path(`/message/${kpi.moves}?lag=2`))).toMatchObject({ status: 400 })
    for (const [rest, code] of [
      [`/message/${kpi.plan}`, "kpi.unknown"],
      [`/message/${crypto.randomUUID()}`, "kpi.unknown"],
      [`/priorities/${kpi.moves}`, "release.none"],
    ] as const)
      expect(await as.hr.call("GET", path(rest))).toMatchObject({ status: 404, json: { code } })
  })

  test("a unit's profile says what was told survey by survey, hidden as hidden, beside its KPIs", async () => {
    const { id } = groupOf(right.unit)
    const answer = await read<Profile>(as.hr, profilePath(id))
    expect(profileSchema.parse(answer)).toEqual(answer)
    expect(answer.unit).toEqual({ group: id, name: right.unit })
    const cell = release.groups.find((group) => group.id === id)?.cells.message
    expect(
      answer.measures.map((measure) => [measure.id, measure.waves.map(({ told }) => told?.mean)]),
    ).toEqual([["message", [cell?.state === "shown" ? cell.mean : null]]])
    expect(answer.kpis.map(({ name }) => name)).toEqual(["Constant", "Moves", "One", "Right only"])
    expect(answer.kpis.find(({ name }) => name === "One")?.values).toEqual([
      { period: release.survey.closedAt.slice(0, 7), value: 1 },
    ])
    const hidden = release.groups.find(
      ({ kind, cells }) => kind === "unit" && cells.message?.state === "hidden",
    )
    const [measure] = (await read<Profile>(as.hr, profilePath(hidden?.id ?? ""))).measures
    expect(measure?.waves).toMatchObject([{ told: null, hidden: "too-few" }])
    const whole = await read<Profile>(as.hr, profilePath("all"))
    // The label of who heads everybody means the same.
    expect(whole.kpis.map(({ name, label }) => [name, label])).toContainEqual(["Moves", "Everybody"])
    expect(whole.kpis.some(({ label }) => label.endsWith(right.unit))).toBe(false)
    for (const group of ["unit:99999", "layer:3", "nothing"])
      expect(await as.hr.call("GET", profilePath(group))).toMatchObject({ json: { code: "unit.unknown" } })
  })

  test("a leader reads of the own branch and of no other, neither units nor KPI values", async () => {
    const own = await read<Links>(as.left, path())
    expect(linksSchema.parse(own)).toEqual(own)
    expect(own.units.length).toBeGreaterThan(0)
    const all = await read<Links>(as.hr, path())
    expect(own.units.length).toBeLessThan(all.units.length)
    const text = JSON.stringify(own)
    expect(text).not.toContain(`"name":"${right.unit}`)
    // Neither what is of the other's unit alone, nor labels that are nowhere or of the whole.
    expect(own.kpis.map(({ name }) => name)).not.toContain("Right only")
    expect(own.labels.unmapped).toEqual([])
    expect(own.kpis.find(({ name }) => name === "Moves")?.labels).toMatchObject({ whole: 0, unmapped: 0 })
    // One for the right unit and nothing else is the same everywhere here.
    expect(own.kpis.find(({ name }) => name === "One")).toMatchObject({ refused: "constant" })
    const points = await read<Points>(as.left, path(`/message/${kpi.moves}`))
    expect(JSON.stringify(points)).not.toContain(`"name":"${right.unit}`)
    expect(await as.left.call("GET", path(`/message/${kpi.right}`))).toMatchObject({
      json: { code: "kpi.unknown" },
    })
    for (const group of [groupOf(right.unit).id, "all"])
      expect(await as.left.call("GET", profilePath(group))).toMatchObject({ json: { code: "unit.unknown" } })
    expect((await read<Profile>(as.left, profilePath(groupOf(left.unit).id))).unit.name).toBe(left.unit)
  })

  test("it is the cut release that holds other units back, and the own unit's labels that hold back their KPIs", async () => {
    const session = await sessionOf(as.left)
    const { id } = groupOf(right.unit)
    const careless = {
      ...linkGuards,
      read: (deps: typeof api.deps, who: typeof session, id: string) =>
        readReleaseAs(deps, { ...who, role: "hr" as const }, id),
    }
    const uncut = await readLinks(api.deps, session, survey.surveyId, careless)
    expect(uncut.units.length).toBe((await read<Links>(as.left, path())).units.length)
    expect(
      (await readProfile(api.deps, session, { survey: survey.surveyId, group: id }, careless)).measures[0],
    ).toMatchObject({ waves: [{ told: { bound: null } }] })
    const unowned = {
      ...linkGuards,
      inOwnUnit: (...[tx, who, units]: Parameters<typeof inOwnUnit>) =>
        inOwnUnit(tx, { ...who, role: "hr" }, units),
    }
    const told = await readLinks(api.deps, session, survey.surveyId, unowned)
    expect(told.kpis.map(({ name }) => name)).toContain("Right only")
    expect(told.labels.unmapped).toEqual(["Nobody knows"])
    const both = { ...careless, ...unowned, read: careless.read }
    const { points } = await readPoints(
      api.deps,
      session,
      { survey: survey.surveyId, construct: "message", kpi: kpi.moves, lag: 0 },
      both,
    )
    expect(points).toHaveLength((await read<Points>(as.hr, path(`/message/${kpi.moves}`))).points.length)
  })

  test("who may not read a release reads no links of it", async () => {
    const other = await api.hr("Elsewhere")
    const one = `/message/${kpi.moves}`
    for (const of of [path(), path(one), profilePath("all")])
      for (const [who, status, code] of [
        [other, 404, "survey.unknown"],
        [as.operator, 403, "session.forbidden"],
        [caller(api.app, api.deps.config.publicUrl), 401, "session.none"],
      ] as const)
        expect(await who.call("GET", of)).toMatchObject({ status, json: { code } })
    expect(await as.hr.call("GET", `/api/surveys/${crypto.randomUUID()}/links`)).toMatchObject({
      status: 404,
    })
  })

  test("packed it is the same answer, made anew when a KPI or what a label means changes", async () => {
    const packedOf = async (who: { cookie: string }) => {
      const answer = await api.app.request(path(), {
        headers: { Cookie: who.cookie, "Accept-Encoding": "gzip" },
      })
      const bytes = Buffer.from(await answer.arrayBuffer())
      const isPacked = answer.headers.get("content-encoding") === "gzip"
      return JSON.parse((isPacked ? gunzipSync(bytes) : bytes).toString()) as Links
    }
    for (const _ of [1, 2])
      for (const who of [as.hr, as.left]) expect(await packedOf(who)).toEqual(await read(who, path()))
    const [mine, foreign, leader] = [
      await sessionOf(as.hr),
      await sessionOf(await api.hr("Far away")),
      await sessionOf(as.left),
    ]
    const { surveyId, organizationId } = survey
    const warm = await packedLinks(api.deps, mine, surveyId)
    expect(await packedLinks(api.deps, mine, surveyId)).toBe(warm)
    await expect(packedLinks(api.deps, foreign, surveyId)).rejects.toMatchObject({ code: "survey.unknown" })
    expect(await packedLinks(api.deps, leader, surveyId)).toBeUndefined()
    // The look goes through one who may: the very bytes that are kept come to those who may not.
    const careless = () => lookUp(api.deps, mine, surveyId)
    for (const who of [foreign, leader])
      expect(await packedLinks(api.deps, who, surveyId, careless)).toBe(warm)
    // What stands in a name is no border between it and what comes next.
    for (const told of [
      { name: "Moved|by", measure: "days" },
      { name: "Moved", measure: "by|days" },
    ]) {
      await renameKpi(organizationId, told)
      expect((await packedOf(as.hr)).kpis).toContainEqual(expect.objectContaining(told))
    }
  })

  async function renameKpi(organizationId: string, told: { name: string; measure: string }) {
    await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx.updateTable("app.kpi").set(told).where("kpi_id", "=", kpi.moves).execute(),
    )
  }
})
