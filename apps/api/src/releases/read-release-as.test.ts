import { gunzipSync } from "node:zlib"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { createApp } from "../app.ts"
import { ownUnit } from "../auth/own-unit.ts"
import { readSession } from "../auth/session.ts"
import { type SeededSurvey, seededCompany } from "../demo/testing.ts"
import { prepareKeys } from "../keys/prepare-keys.ts"
import { permission } from "../may.ts"
import { addSignedIn, leadersOf } from "../members/testing.ts"
import { refuseForeignOrigin } from "../protect.ts"
import { closeSurvey } from "../surveys/close-survey.ts"
import { createSurvey } from "../surveys/create-survey.ts"
import { launchSurvey } from "../surveys/launch-survey.ts"
import { renewParticipation } from "../surveys/participation.ts"
import { type Caller, caller, openTestApp, type TestApp } from "../testing.ts"
import { listResults } from "./list-results.ts"
import { type OwnProgress, ownProgress } from "./own-progress.ts"
import { lookUp, packedRelease } from "./packed-release.ts"
import { readReleaseAs } from "./read-release-as.ts"
import type { LeaderRelease } from "./release-for.ts"
import type { StoredRelease } from "./stored-release.ts"

eachDatabase((_name, open) => {
  let api: TestApp
  let survey: SeededSurvey
  let openSurvey = ""
  const as: Record<"hr" | "analyst" | "head" | "left" | "right" | "nobody" | "newcomer", Caller> = {} as never
  let [leftUnit, rightUnit] = ["", ""]
  beforeAll(async () => {
    api = await openTestApp(await open(), { demo: true })
    survey = await seededCompany(api.deps, { people: 260, share: 0.9, seed: 3 })
    const { organizationId } = survey
    await closeSurvey(api.deps, organizationId, survey.surveyId)
    openSurvey = (await createSurvey(api.deps, organizationId, "Now")).id
    await prepareKeys(api.deps, organizationId, openSurvey)
    await launchSurvey(api.deps, organizationId, openSurvey)
    const [head, ...others] = await leadersOf(api, organizationId)
    // The two largest functions.
    const [left, right] = others.filter(({ layer }) => layer === 2).sort((a, b) => b.people - a.people)
    if (head === undefined || left === undefined || right === undefined) throw new Error("no leaders")
    ;[leftUnit, rightUnit] = [left.unit, right.unit]
    const people = await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx.selectFrom("registry.person").select(["person_id", "manager_id"]).execute(),
    )
    const managers = new Set(people.map(({ manager_id }) => manager_id))
    const report = people.find(({ person_id }) => !managers.has(person_id))?.person_id ?? ""
    const add = (name: keyof typeof as, role: "hr" | "leader" | "analyst", personId?: string) =>
      addSignedIn(api, organizationId, {
        ...{ email: `${name}@seeded.example`, role },
        ...(personId === undefined ? {} : { personId }),
      }).then((one) => {
        as[name] = one
      })
    await add("hr", "hr")
    await add("analyst", "analyst")
    await add("head", "leader", head.personId)
    await add("left", "leader", left.personId)
    await add("right", "leader", right.personId)
    await add("nobody", "leader", report)
    const personId = crypto.randomUUID()
    await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      sql`insert into registry.person (organization_id, person_id, source_id, name, title, department, location, language, manager_id, active)
        values (${organizationId}, ${personId}, 'new', 'New Comer', '', '', '', 'en', ${head.personId}, true)`.execute(
        tx,
      ),
    )
    await add("newcomer", "leader", personId)
    return () => api.remove()
  }, 240_000)

  const path = () => `/api/surveys/${survey.surveyId}/release`
  const unitIn = (release: StoredRelease | LeaderRelease, name: string) =>
    release.groups.find((group) => group.kind === "unit" && group.name === name)
  const read = async (who: Caller) => (await who.call("GET", path())).json as LeaderRelease

  test("HR and analysts read the whole release, whoever leads a unit that unit's part", async () => {
    const all = await read(as.hr)
    expect(unitIn(all, leftUnit)).toBeDefined()
    expect(unitIn(all, rightUnit)).toBeDefined()
    expect(await read(as.analyst)).toEqual(all)
    for (const [who, own, other] of [
      [as.left, leftUnit, rightUnit],
      [as.right, rightUnit, leftUnit],
    ] as const) {
      const part = await read(who)
      expect(part.own.name).toBe(own)
      const { cells, distributions } = unitIn(all, own) as NonNullable<ReturnType<typeof unitIn>>
      expect(unitIn(part, own)).toMatchObject({ id: part.own.group, cells, distributions })
      const text = JSON.stringify(part)
      expect(text).not.toContain(`"name":"${other}`)
      expect(text).not.toContain('"id":"all"')
      expect(text).not.toContain("uncounted")
      const outside = all.groups.filter(({ id }) => !part.groups.some((group) => group.id === id))
      expect(outside.length).toBeGreaterThan(part.groups.length)
      for (const { id } of outside) expect(text).not.toContain(`"${id}"`)
      expect(part.survey.respondents).toBeLessThan(all.survey.respondents)
    }
    const { own, ...whole } = await read(as.head)
    expect((all as unknown as { managersOnly: string[] }).managersOnly.length).toBeGreaterThan(0)
    const { uncounted: _, ...release } = all as unknown as StoredRelease
    expect([own.group, whole]).toEqual(["all", release])
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
    expect(unitIn(await read(leader), rightUnit)).toBeDefined()
    expect(unitIn(await read(as.left), rightUnit)).toBeUndefined()
  })

  test("what is kept packed is the answer each would get anyway, also after others have asked", async () => {
    const other = await api.hr("Elsewhere")
    const operator = await addSignedIn(api, survey.organizationId, {
      email: "operator@seeded.example",
      role: "operator",
    })
    const packed = async (who: { cookie: string }, query: string) => {
      const headers = { Cookie: who.cookie, "Accept-Encoding": "gzip" }
      const answer = await api.app.request(path() + query, { headers })
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const isPacked = answer.headers.get("content-encoding") === "gzip"
      return {
        status: answer.status,
        json: JSON.parse((isPacked ? gunzipSync(bytes) : Buffer.from(bytes)).toString()) as unknown,
      }
    }
    const construct = (await read(as.hr)).measures.constructs[0]?.id ?? ""
    for (const query of ["", "?without=items", "?without=units", `?items=${construct}`]) {
      // Twice: the second time it is there.
      for (const _ of [1, 2])
        for (const who of [as.hr, as.analyst, as.left, as.right])
          expect((await packed(who, query)).json).toEqual((await who.call("GET", path() + query)).json)
      for (const [who, status, code] of [
        [other, 404, "survey.unknown"],
        [operator, 403, "session.forbidden"],
        [as.nobody, 404, "release.no-team"],
        [{ cookie: "" }, 401, "session.none"],
      ] as const)
        expect(await packed(who, query)).toMatchObject({ status, json: { code } })
    }
    expect(await packed(as.hr, "?items=none")).toMatchObject({ status: 404, json: { code: "release.none" } })
  })

  test("what is kept is held back by the look in the database: looking as somebody else opens it", async () => {
    const sessionOf = async (who: { cookie: string }) => {
      const session = await readSession(api.deps, new Headers({ Cookie: who.cookie }))
      if (session === undefined) throw new Error("no session")
      return session
    }
    const mine = await sessionOf(as.hr)
    const foreign = await sessionOf(await api.hr("Far away"))
    const leader = await sessionOf(as.left)
    const { surveyId } = survey
    const warm = await packedRelease(api.deps, mine, surveyId, {})
    await expect(packedRelease(api.deps, foreign, surveyId, {})).rejects.toMatchObject({
      code: "survey.unknown",
    })
    expect(await packedRelease(api.deps, leader, surveyId, {})).toBeUndefined()
    // The look goes through one who may: the very bytes that are kept come to one who may not.
    const careless = () => lookUp(api.deps, mine, surveyId)
    for (const who of [foreign, leader])
      expect(await packedRelease(api.deps, who, surveyId, {}, careless)).toBe(warm)
  })

  test("who had nobody below when the survey was launched hears so, whoever is below today", async () => {
    for (const who of [as.nobody, as.newcomer]) {
      expect(await who.call("GET", path())).toMatchObject({ status: 404, json: { code: "release.no-team" } })
      expect(await who.call("GET", `/api/results/${openSurvey}/progress`)).toMatchObject({
        status: 404,
        json: { code: "release.no-team" },
      })
      const { surveys } = (await who.call("GET", "/api/results")).json as { surveys: { unit: unknown }[] }
      expect(surveys.map(({ unit }) => unit)).toEqual([null, null])
    }
    const before = await read(as.left)
    // Today everybody reports to the one who led nobody.
    await withOrganization(api.deps.db, "web", survey.organizationId, async (tx) => {
      const { person_id: personId } = await tx
        .selectFrom("app.member as member")
        .innerJoin("auth.app_user as account", "account.id", "member.user_id")
        .select("member.person_id")
        .where("account.email", "=", "nobody@seeded.example")
        .executeTakeFirstOrThrow()
      await tx
        .updateTable("registry.person")
        .set({ manager_id: personId })
        .where("organization_id", "=", survey.organizationId)
        .where("person_id", "<>", personId)
        .where("manager_id", "is not", null)
        .execute()
    })
    expect(await read(as.left)).toEqual(before)
    expect((await as.nobody.call("GET", path())).status).toBe(404)
  })

  test("a leader who has left, or is not active, reads nothing more; without that look they would read on", async () => {
    const { organizationId, surveyId } = survey
    const session = await readSession(api.deps, new Headers({ Cookie: as.right.cookie }))
    if (session?.personId === null || session === undefined) throw new Error("no leader")
    const { personId } = session
    const inside = (statement: ReturnType<typeof sql>) =>
      withOrganization(api.deps.db, "web", organizationId, (tx) => statement.execute(tx))
    const setActive = (active: boolean) =>
      inside(sql`update registry.person set active = ${active} where person_id = ${personId}`)
    const paths = [path(), "/api/results", `/api/results/${openSurvey}/progress`]
    const readAll = () => Promise.all(paths.map((one) => as.right.call("GET", one)))
    const left = { status: 403, json: { code: "release.left" } }
    expect((await readAll()).map(({ status }) => status)).toEqual([200, 200, 200])
    await setActive(false)
    for (const answer of await readAll()) expect(answer).toMatchObject(left)
    expect((await as.right.call("GET", "/api/session")).json).toMatchObject({ role: "leader", unit: null })
    // Whom an import removes is gone from the registry altogether.
    const away = { ...session, personId: crypto.randomUUID() }
    await expect(readReleaseAs(api.deps, away, surveyId)).rejects.toMatchObject({ code: "release.left" })
    // The same with the look taken away: who has left reads the own unit as before.
    const nothing = async () => {}
    const part = (await readReleaseAs(api.deps, session, surveyId, nothing)) as LeaderRelease
    expect(part.own.name).toBe(rightUnit)
    expect((await ownProgress(api.deps, session, openSurvey, nothing)).own?.name).toBe(rightUnit)
    const listed = await listResults(api.deps, session, nothing)
    expect(listed.surveys.map(({ unit }) => unit)).toEqual([rightUnit, rightUnit])
    expect(await ownUnit(api.deps, session, async () => true)).toBe(rightUnit)
    await setActive(true)
    expect((await readAll()).map(({ status }) => status)).toEqual([200, 200, 200])
  })

  test("the progress of an open survey: HR sees all groups, a leader the own unit, an analyst nothing", async () => {
    const progress = async (who: Caller) =>
      (await who.call("GET", `/api/results/${openSurvey}/progress`)).json as OwnProgress
    const later = async () => new Date(Date.now() + 3 * 24 * 3600 * 1000)
    await renewParticipation(api.deps, survey.organizationId, later)
    const all = await progress(as.hr)
    expect(all.own).toBeNull()
    expect(all.groups.some(({ id }) => id === "all")).toBe(true)
    const own = await progress(as.left)
    expect(own.own?.name).toBe(leftUnit)
    expect(own.groups.length).toBeGreaterThan(0)
    for (const group of own.groups) expect(all.groups).toContainEqual(group)
    expect(own.groups.map(({ kind }) => kind)).not.toContain("organization")
    expect(JSON.stringify(own)).not.toContain(`"${rightUnit}"`)
    expect(JSON.stringify(own)).not.toContain("mails")
    expect((await as.analyst.call("GET", `/api/results/${openSurvey}/progress`)).status).toBe(403)
  })

  test("the list: what each may look at, with the own unit's name for a leader", async () => {
    const list = async (who: Caller) =>
      ((await who.call("GET", "/api/results")).json as { surveys: Record<string, unknown>[] }).surveys
    expect(await list(as.analyst)).toMatchObject([{ id: survey.surveyId, state: "closed", unit: null }])
    expect((await list(as.left)).map(({ id, unit }) => [id, unit])).toEqual([
      [openSurvey, leftUnit],
      [survey.surveyId, leftUnit],
    ])
    expect((await list(as.hr)).map(({ id, unit }) => [id, unit])).toEqual([
      [openSurvey, null],
      [survey.surveyId, null],
    ])
    expect((await as.left.call("GET", "/api/session")).json).toMatchObject({ role: "leader", unit: leftUnit })
  })
})
