import { gunzipSync } from "node:zlib"
import type { Across, EngagementBeside, Knowing } from "@throughline/analysis"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, expectTypeOf, test } from "vitest"
import type { z } from "zod"
import { createApp } from "../app.ts"
import { readSession } from "../auth/session.ts"
import { type SeededSurvey, seededCompany } from "../demo/testing.ts"
import { permission } from "../may.ts"
import { addSignedIn, leadersOf } from "../members/testing.ts"
import { refuseForeignOrigin } from "../protect.ts"
import { closeSurvey } from "../surveys/close-survey.ts"
import { type Caller, caller, openTestApp, type TestApp } from "../testing.ts"
import { type Derived, derived } from "./derived.ts"
import { acrossSchema, engagementSchema, knowingSchema } from "./derived-schemas.ts"
import { lookUp, packedRelease } from "./packed-release.ts"
import { insertRelease } from "./queries.ts"
import { readRelease } from "./read-release.ts"

const schemas = { knowing: knowingSchema, across: acrossSchema, engagement: engagementSchema }
const names = Object.keys(schemas) as Derived[]

test("the schemas name every field of what is worked out, and no other", () => {
  type Fields<T> = T extends readonly (infer One)[]
    ? Fields<One>[]
    : T extends object
      ? { [Key in keyof T]-?: Fields<NonNullable<T[Key]>> }
      : "value"
  // Fails in the type check.
  expectTypeOf<Fields<z.infer<typeof knowingSchema>>>().toEqualTypeOf<Fields<Knowing>>()
  expectTypeOf<Fields<z.infer<typeof acrossSchema>>>().toEqualTypeOf<Fields<Across>>()
  expectTypeOf<Fields<z.infer<typeof engagementSchema>>>().toEqualTypeOf<Fields<EngagementBeside>>()
  expect(names).toEqual(Object.keys(derived))
})

eachDatabase((_name, open) => {
  let api: TestApp
  let survey: SeededSurvey
  const as: Record<"hr" | "analyst" | "left" | "right" | "nobody" | "operator", Caller> = {} as never
  let [leftUnit, rightUnit] = ["", ""]
  beforeAll(async () => {
    api = await openTestApp(await open(), { demo: true })
    survey = await seededCompany(api.deps, { people: 260, share: 0.9, seed: 3 })
    const { organizationId, surveyId } = survey
    await closeSurvey(api.deps, organizationId, surveyId)
    await tellMore()
    const leaders = await leadersOf(api, organizationId)
    // The two largest functions.
    const [left, right] = leaders.filter(({ layer }) => layer === 2).sort((a, b) => b.people - a.people)
    if (left === undefined || right === undefined) throw new Error("no leaders")
    ;[leftUnit, rightUnit] = [left.unit, right.unit]
    const people = await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx.selectFrom("registry.person").select(["person_id", "manager_id"]).execute(),
    )
    const managers = new Set(people.map(({ manager_id }) => manager_id))
    const report = people.find(({ person_id }) => !managers.has(person_id))?.person_id ?? ""
    const add = async (
      name: keyof typeof as,
      role: "hr" | "leader" | "analyst" | "operator",
      personId?: string,
    ) => {
      const email = `${name}@derived.example`
      as[name] = await addSignedIn(api, organizationId, { email, role, ...(personId ? { personId } : {}) })
    }
    await add("hr", "hr")
    await add("analyst", "analyst")
    await add("operator", "operator")
    await add("left", "leader", left.personId)
    await add("right", "leader", right.personId)
    await add("nobody", "leader", report)
    return () => api.remove()
  }, 240_000)

  /** The same release once more, as if a topic of it were engagement, and as if every unit were told its priorities. */
  async function tellMore() {
    const { organizationId, surveyId } = survey
    const release = await readRelease(api.deps, organizationId, surveyId)
    const [first, ...others] = release.measures.constructs
    if (first === undefined) throw new Error("no topics")
    const groups = release.groups.map((group) => {
      const { [first.id]: engagement, ...cells } = group.cells
      return engagement ? { ...group, cells: { ...cells, engagement } } : group
    })
    const measures = { ...release.measures, constructs: [{ ...first, id: "engagement" }, ...others] }
    const units = release.groups.filter(({ kind }) => kind === "unit")
    const choices = (release.choices ?? []).map((table) =>
      table.id === "priorities"
        ? {
            ...table,
            groups: units.map(({ id }) => ({ group: id, n: 20, shares: [80, 80, 80, 10, 10, 10, 10, 20] })),
          }
        : table,
    )
    await withOrganization(api.deps.db, "close", organizationId, (tx) =>
      insertRelease(tx, organizationId, surveyId, new Date(), { ...release, groups, measures, choices }, 2),
    )
  }

  const path = (name: Derived, id = survey.surveyId) => `/api/surveys/${id}/${name}`
  const read = async <T>(who: Caller, name: Derived) => (await who.call("GET", path(name))).json as T
  const groupsOf = async (who: Caller, name: Derived) =>
    (await read<{ groups: { id: string; name: string }[] }>(who, name)).groups
  const sessionOf = async (who: { cookie: string }) => {
    const session = await readSession(api.deps, new Headers({ Cookie: who.cookie }))
    if (session === undefined) throw new Error("no session")
    return session
  }

  test("HR and analysts read what is known, who agrees, and engagement, as the schemas say", async () => {
    for (const name of names) {
      const answer = await read<object>(as.hr, name)
      // Nothing that the schema does not name.
      expect(schemas[name].parse(answer)).toEqual(answer)
      expect(await read(as.analyst, name)).toEqual(answer)
      const release = await readRelease(api.deps, survey.organizationId, survey.surveyId)
      expect(answer).toEqual(JSON.parse(JSON.stringify(derived[name](release))))
    }
    const { objectives, choices } = await read<Knowing>(as.hr, "knowing")
    expect(objectives.map(({ id }) => id)).toEqual(["priorities", "priorities-all", "mission"])
    for (const { groups } of objectives) expect(groups.length).toBeGreaterThan(0)
    expect(choices.map(({ id }) => id)).toContain("explained-when")
    const { questions } = await read<Across>(as.hr, "across")
    expect(questions.map(({ id }) => id)).toEqual(["priorities"])
    expect(questions[0]?.units.length).toBeGreaterThan(1)
    const { places, engagement, alignment } = await read<EngagementBeside>(as.hr, "engagement")
    expect([engagement?.id, alignment?.id]).toEqual(["engagement", "message"])
    expect(places.length).toBeGreaterThan(5)
  })

  test("a leader reads of the own branch and of no other, which the whole release would tell", async () => {
    for (const name of names) {
      const all = await groupsOf(as.hr, name)
      const own = await groupsOf(as.left, name)
      expect([name, all.some((group) => group.name === rightUnit)]).toEqual([name, true])
      expect([name, own.some((group) => group.name === leftUnit)]).toEqual([name, true])
      const text = JSON.stringify(await read(as.left, name))
      expect(text).not.toContain(`"name":"${rightUnit}`)
      expect(text).not.toContain('"all"')
      const outside = all.filter(({ id }) => !own.some((group) => group.id === id))
      expect(outside.length).toBeGreaterThan(0)
      for (const { id } of outside) expect(text).not.toContain(`"${id}"`)
    }
  })

  test("it is the role that holds a leader back: taken for HR the same caller reads the other branch", async () => {
    const careless = createApp(api.deps, {
      origin: refuseForeignOrigin,
      permission: async (who, c) => {
        await permission(who, c)
        c.set("session", { ...c.var.session, role: "hr" })
      },
    })
    const leader = caller(careless, api.deps.config.publicUrl, as.left.cookie)
    for (const name of names)
      expect((await groupsOf(leader, name)).some((group) => group.name === rightUnit)).toBe(true)
  })

  test("who may not read a release reads nothing that is worked out of it", async () => {
    const other = await api.hr("Elsewhere")
    for (const name of names) {
      for (const [who, status, code] of [
        [other, 404, "survey.unknown"],
        [as.operator, 403, "session.forbidden"],
        [as.nobody, 404, "release.no-team"],
        [caller(api.app, api.deps.config.publicUrl), 401, "session.none"],
      ] as const)
        expect(await who.call("GET", path(name))).toMatchObject({ status, json: { code } })
      expect(await as.hr.call("GET", path(name, crypto.randomUUID()))).toMatchObject({ status: 404 })
    }
  })

  test("packed it is the same answer, each kept for itself; the look in the database is what holds others back", async () => {
    const packed = async (who: { cookie: string }, name: Derived) => {
      const headers = { Cookie: who.cookie, "Accept-Encoding": "gzip" }
      const answer = await api.app.request(path(name), { headers })
      const bytes = Buffer.from(await answer.arrayBuffer())
      const text = answer.headers.get("content-encoding") === "gzip" ? gunzipSync(bytes) : bytes
      return JSON.parse(text.toString()) as unknown
    }
    // Twice: the second time it is there.
    for (const _ of [1, 2])
      for (const name of names)
        for (const who of [as.hr, as.left, as.right])
          expect(await packed(who, name)).toEqual(await read(who, name))

    const [mine, foreign, leader] = [
      await sessionOf(as.hr),
      await sessionOf(await api.hr("Far away")),
      await sessionOf(as.left),
    ]
    const { surveyId } = survey
    for (const name of names) {
      const warm = await packedRelease(api.deps, mine, surveyId, { derived: name })
      await expect(packedRelease(api.deps, foreign, surveyId, { derived: name })).rejects.toMatchObject({
        code: "survey.unknown",
      })
      expect(await packedRelease(api.deps, leader, surveyId, { derived: name })).toBeUndefined()
      // The look goes through one who may: the very bytes that are kept come to those who may not.
      const careless = () => lookUp(api.deps, mine, surveyId)
      for (const who of [foreign, leader])
        expect(await packedRelease(api.deps, who, surveyId, { derived: name }, careless)).toBe(warm)
    }
  })
})
