import { type Tx, withOrganization } from "@throughline/db"
import {
  addExampleSurvey,
  castExample,
  eachDatabase,
  newBallotKey,
  type TestDatabase,
} from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { createApp } from "./app.ts"
import { declaredPermission, permission, type Who } from "./may.ts"
import { addSignedIn } from "./members/testing.ts"
import { refuseForeignOrigin } from "./protect.ts"
import { findRelease } from "./releases/queries.ts"
import { type Caller, caller, openTestApp, peopleForm, type TestApp } from "./testing.ts"

interface Route {
  method: string
  path: string
  who: Who | undefined
}

/** Every route of the application with the permission it declares. */
function routesOf({ app }: TestApp): Route[] {
  const routes = new Map<string, Route>()
  for (const { method, path, handler } of app.routes) {
    // Middleware over everything is no route.
    if (path === "/*" && method === "ALL") continue
    if (path === "/api/*" && method === "ALL" && declaredPermission(handler) === undefined) {
      routes.set(`${method} ${path}`, routes.get(`${method} ${path}`) ?? { method, path, who: undefined })
      continue
    }
    const key = `${method} ${path}`
    const known = routes.get(key)
    const who = declaredPermission(handler)
    routes.set(key, { method, path, who: known?.who ?? who })
  }
  return [...routes.values()]
}

/** A file of old answers with all that is said of it. */
function importForm(): FormData {
  const items = [{ column: "Q1", construct: "own", text: "Q1", reverse: false }]
  const mapping = { place: { kind: "units", layer: null, units: ["unit"] }, person: null, items, answers: {} }
  const rest = { name: "Old", closedOn: "2020-01-01", k: 5, asked: 0 }
  return peopleForm("unit,Q1\nA,5", "old.csv", {
    settings: { ...rest, topics: [{ id: "own", name: "Own" }], mapping },
  })
}

const PUBLISHED = "layer,n,item,favourable\n1,9,Q1,80"

/** A body that passes the route's schema, so that nothing but the permission can refuse it. */
const bodies: Record<string, unknown> = {
  "POST /api/surveys": { name: "Mine" },
  "PUT /api/surveys/:survey": {
    name: "Mine",
    k: 5,
    audience: { departments: null, layers: null },
    languages: ["en"],
    closesAt: "2099-01-01T00:00:00Z",
  },
  "POST /api/surveys/:survey/test-mail": { language: "en" },
  "POST /api/surveys/:survey/copies": { name: "Mine" },
  "POST /api/surveys/:survey/recovery-trial": { shares: ["one", "two"] },
  "POST /api/surveys/:survey/recovery": { shares: ["one", "two"] },
  "PUT /api/surveys/:survey/launch-schedule": { launchAt: "2098-12-01T00:00:00Z" },
  "POST /api/surveys/:survey/extension": { closesAt: "2099-01-01T00:00:00Z" },
  "PUT /api/mail/link-base": { base: null },
  "POST /api/mail/addresses": {
    person: "00000000-0000-4000-8000-000000000000",
    address: "ann@example.com",
  },
  "POST /api/instruments": { from: "pulse", name: "Mine" },
  "POST /api/instruments/import": { survey: { elements: [] } },
  "PUT /api/instruments/:instrument": {
    revision: 1,
    body: { id: "a", version: 1, name: {}, constructs: [], questions: [], pages: [], composites: [] },
  },
  "POST /api/instruments/:instrument/versions": { revision: 1 },
  "PUT /api/organization/settings": { name: "Mine", timeZone: "UTC" },
  "POST /api/organization/first-use": { timeZone: "UTC" },
  "POST /api/members/invitations": { email: "x@example.com", name: "X", role: "hr", personId: null },
  "POST /api/members/invitations/layer": { layer: 2 },
  "PUT /api/surveys/:survey/trustees": {
    trustees: ["a", "b", "c"].map((name) => ({ name, email: `${name}@trustees.example` })),
  },
  "POST /api/kpis": { name: "Mine", direction: "higher" },
  "PATCH /api/kpis/:kpi": { name: "Mine" },
  "POST /api/kpis/imports": peopleForm("unit,period,Mine\nA,2026,5", "kpis.csv"),
  "POST /api/kpis/imports/check": peopleForm("unit,period,Mine\nA,2026,5", "kpis.csv"),
  "PUT /api/kpis/units/:number": { target: null },
  "POST /api/keys": { name: "Mine" },
  "POST /api/drivers": {
    ...{ name: "Mine", indicator: crypto.randomUUID(), outcome: crypto.randomUUID(), plan: null },
    ...{ horizon: 1, target: null, deadline: null, keeper: null, receiver: null },
  },
  "PATCH /api/drivers/:driver": { name: "Mine" },
  "POST /api/drivers/:driver/values": { values: [{ unit: 0, period: "2026-Q3", value: 1 }] },
  "PUT /api/members/:member": { role: "analyst", personId: null },
  "POST /api/password/changed": { current: "another password", password: "a new and longer one" },
  "PUT /api/surveys/:survey/reviewers": { chosen: [] },
  "PUT /api/surveys/:survey/attribute": { chosen: null },
  "PUT /api/surveys/:survey/comments/:comment/review": {
    revision: 0,
    decision: "open",
    topic: null,
    redactions: [],
  },
  "POST /api/surveys/:survey/comments/releases": { changes: 0 },
  "POST /api/imports": importForm(),
  "POST /api/imports/preview": importForm(),
  "POST /api/imports/description": peopleForm("unit,Q1\nA,5"),
  "POST /api/published": peopleForm(PUBLISHED, "t.csv", {
    name: "T",
    whose: "others",
    source: "S",
    limits: "",
  }),
  "POST /api/published/check": peopleForm(PUBLISHED, "t.csv"),
  "POST /api/people/check": peopleForm("id,name\n1,A"),
  "POST /api/people/import": peopleForm("id,name\n1,A"),
}

eachDatabase((name, open) => {
  let api: TestApp
  /** As whoever owns it; the application has a login a role. */
  let database: TestDatabase
  let nobody: Caller
  let other: Awaited<ReturnType<TestApp["hr"]>>
  let owner: Awaited<ReturnType<TestApp["hr"]>>
  let foreignSurvey = ""

  beforeAll(async () => {
    database = await open()
    api = await openTestApp(database)
    nobody = caller(api.app, api.deps.config.publicUrl)
    owner = await api.hr("Owner")
    foreignSurvey = ((await owner.call("POST", "/api/surveys", { name: "Theirs" })).json as { id: string }).id
    other = await api.hr("Other")
    return () => api.remove()
  })

  test("every route says who may call it", () => {
    const routes = routesOf(api)
    expect(routes.length).toBeGreaterThan(25)
    expect(routes.filter(({ who }) => who === undefined)).toEqual([])
  })

  test("a route without a declared permission would be found", () => {
    const careless = {
      ...api,
      app: Object.assign(Object.create(api.app) as TestApp["app"], {
        routes: [
          ...api.app.routes,
          { method: "GET", path: "/api/careless", handler: () => new Response(), basePath: "/" },
        ],
      }),
    }
    expect(
      routesOf(careless)
        .filter(({ who }) => who === undefined)
        .map(({ path }) => path),
    ).toEqual(["/api/careless"])
  })

  test("without a session every route of HR answers 401", async () => {
    const asked: readonly (Who | undefined)[] = [
      ...(["drivers", "hr", "progress", "results", "review", "signed-in"] as const),
    ]
    const signed = routesOf(api).filter(({ who }) => asked.includes(who))
    expect(signed.length).toBeGreaterThan(14)
    for (const { method, path } of signed) {
      const { status } = await nobody.call(
        method,
        path.replace(":survey", foreignSurvey),
        bodies[`${method} ${path}`],
      )
      expect([method, path, status]).toEqual([method, path, 401])
    }
  })

  test("it is the permission that refuses them: without it nobody reads what is HR's", async () => {
    const careless = createApp(api.deps, {
      origin: refuseForeignOrigin,
      permission: async (_who, c) =>
        c.set("session", {
          user: { name: "", email: "" },
          userId: "",
          organizationId: owner.organizationId,
          organizationName: "",
          role: "hr",
          personId: null,
        }),
    })
    const reads = routesOf(api).filter(({ method, who }) => method === "GET" && who === "hr")
    const anybody = caller(careless, api.deps.config.publicUrl)
    for (const { path } of reads) {
      const { status } = await anybody.call("GET", path.replace(":survey", foreignSurvey))
      expect([path, status === 401 || status === 403]).toEqual([path, false])
    }
    for (const path of ["/api/people", "/api/organization", `/api/surveys/${foreignSurvey}`]) {
      expect([path, (await anybody.call("GET", path)).status]).toEqual([path, 200])
      expect([path, (await nobody.call("GET", path)).status]).toEqual([path, 401])
    }
  })

  test("HR of another organization gets 404 for every survey that is not theirs", async () => {
    // A page is the same file for whatever address and holds no data; what it shows it asks a route under /api for.
    const surveys = routesOf(api).filter(({ path }) => path.startsWith("/api/") && path.includes(":survey"))
    expect(surveys.length).toBeGreaterThan(7)
    for (const { method, path } of surveys) {
      const { status } = await other.call(
        method,
        path.replace(":organization", other.organizationId).replace(":survey", foreignSurvey),
        bodies[`${method} ${path}`],
      )
      expect([method, path, status]).toEqual([method, path, 404])
    }
    expect((await other.call("GET", "/api/surveys")).json).toEqual({ surveys: [] })
  })

  test("the public page of a survey tells nothing of it: what it shows comes from /api/manifests, 404 for a made-up one", async () => {
    const body = async (path: string) => (await api.app.request(path)).text()
    const made = (organization: string, survey: string) => `/p/${organization}/${survey}`
    const shell = await body(made(crypto.randomUUID(), crypto.randomUUID()))
    // Before the launch there is no promise to publish, so its page is that of a survey that does not exist.
    expect(await body(made(owner.organizationId, foreignSurvey))).toBe(shell)
    for (const [organization, survey] of [
      [crypto.randomUUID(), crypto.randomUUID()],
      [owner.organizationId, crypto.randomUUID()],
      [owner.organizationId, foreignSurvey],
      [other.organizationId, foreignSurvey],
    ])
      for (const part of ["", "/receipts", "/leaves/0"]) {
        const path = `/api/manifests/${organization}/${survey}${part}`
        expect([path, (await nobody.call("GET", path)).status]).toEqual([path, 404])
      }
  })

  test("the demo's routes are not there outside the demo", async () => {
    for (const { method, path } of routesOf(api).filter(({ who }) => who === "demo")) {
      expect([path, (await nobody.call(method, path)).status]).toEqual([path, 404])
    }
  })

  test("a link of another organization, or a made-up one, is not known", async () => {
    for (const secret of ["", "x", "A".repeat(64), "é"]) {
      const response = await api.app.request("/api/invitation", {
        headers: { Authorization: `Invitation ${encodeURIComponent(secret)}` },
      })
      expect(response.status).toBe(404)
    }
  })

  describe("each route and each role", () => {
    const asked: readonly (Who | undefined)[] = [
      ...(["drivers", "hr", "progress", "results", "review", "signed-in"] as const),
    ]
    /** The answer to each call of every route that asks for a session: refused, or not. */
    const refusals = async (ask: Caller["call"]) => {
      const table: Record<string, Set<number>> = {}
      for (const { method, path, who } of routesOf(api)) {
        if (!asked.includes(who)) continue
        // Of what is not there, nobody needs to hear more than that.
        const filled = path.replace(/:[a-z]+/g, crypto.randomUUID())
        const { status } = await ask(method, filled, bodies[`${method} ${path}`])
        const kind = status === 401 || status === 403 ? status : 0
        table[who as string] = (table[who as string] ?? new Set()).add(kind)
      }
      return Object.fromEntries(Object.entries(table).map(([who, kinds]) => [who, [...kinds]]))
    }

    test("anonymous callers and those with an employee's link are refused by every one", async () => {
      const refused = {
        ...{ drivers: [401], hr: [401], progress: [401], results: [401], review: [401] },
        "signed-in": [401],
      }
      expect(await refusals(nobody.call)).toEqual(refused)
      const { organization, secrets } = await addExampleSurvey(api.deps.db)
      const link = Buffer.concat([
        Buffer.from(organization.replaceAll("-", ""), "hex"),
        secrets[0] ?? new Uint8Array(),
      ]).toString("base64url")
      const employee: Caller["call"] = async (method, path, body) => {
        const headers = {
          ...{ Origin: api.deps.config.publicUrl, Authorization: `Invitation ${link}` },
          "Content-Type": "application/json",
        }
        const request = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
        const { status, headers: sent } = await api.app.request(path, request)
        return { status, json: null, headers: sent }
      }
      expect(await refusals(employee)).toEqual(refused)
      // Nor is it an invitation to become a member.
      expect((await employee("GET", "/api/member-invitation")).status).toBe(404)
    })

    test("analysts, leaders and keepers get no further than their role; what is HR's answers 403", async () => {
      const { organizationId } = await api.hr("Roles")
      const analyst = await addSignedIn(api, organizationId, { email: "a@roles.example", role: "analyst" })
      const leader = await addSignedIn(api, organizationId, { email: "l@roles.example", role: "leader" })
      // A password is refused with 403 too when it is not the current one.
      const signedIn = [0, 403]
      expect(await refusals(analyst.call)).toEqual({
        ...{ drivers: [0], hr: [403], progress: [403], results: [0], review: [0] },
        "signed-in": signedIn,
      })
      expect(await refusals(leader.call)).toEqual({
        ...{ drivers: [0], hr: [403], progress: [0], results: [0], review: [403] },
        "signed-in": signedIn,
      })
      const keeper = await addSignedIn(api, organizationId, { email: "k@roles.example", role: "keeper" })
      expect(await refusals(keeper.call)).toEqual({
        ...{ drivers: [0], hr: [403], progress: [403], results: [403], review: [403] },
        "signed-in": signedIn,
      })
      const operator = await addSignedIn(api, organizationId, { email: "o@roles.example", role: "operator" })
      expect((await refusals(operator.call)).drivers).toEqual([403])
    })

    test("HR of another organization finds none of what it names", async () => {
      const table = { survey: foreignSurvey, member: "", invitation: "", instrument: "" }
      await owner.call("POST", "/api/members/invitations", bodies["POST /api/members/invitations"])
      const list = (await owner.call("GET", "/api/members")).json as Record<string, { id: string }[]>
      table.member = list.members?.[0]?.id ?? ""
      table.invitation = list.invitations?.[0]?.id ?? ""
      const created = await owner.call("POST", "/api/instruments", bodies["POST /api/instruments"])
      table.instrument = (created.json as { id: string }).id
      await owner.call("POST", `/api/instruments/${table.instrument}/versions`, { revision: 1 })
      expect(Object.values(table).every((id) => id.length > 30)).toBe(true)
      const named = routesOf(api).filter(({ path }) => /:(survey|member|invitation|instrument)/.test(path))
      expect(named.length).toBeGreaterThan(12)
      for (const { method, path } of named.filter(({ path }) => path.startsWith("/api/"))) {
        const filled = path
          .replace(/:(survey|member|invitation|instrument)/g, (_, key: keyof typeof table) => table[key])
          .replace(":version", "1")
        const { status } = await other.call(method, filled, bodies[`${method} ${path}`])
        expect([method, path, status]).toEqual([method, path, 404])
      }
    })
  })

  test("a member of another role is signed in but may do nothing of HR", async () => {
    const leader = await api.hr("Led")
    const { organizationId } = leader
    await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx
        .updateTable("app.member")
        .set({ role: "leader" })
        .where("organization_id", "=", organizationId)
        .execute(),
    )
    expect(await leader.call("GET", "/api/session")).toMatchObject({ status: 200, json: { role: "leader" } })
    expect(await leader.call("GET", "/api/people")).toMatchObject({
      status: 403,
      json: { code: "session.forbidden" },
    })
    await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx.deleteFrom("app.member").where("organization_id", "=", organizationId).execute(),
    )
    expect((await leader.call("GET", "/api/session")).status).toBe(401)
  })

  describe("the wall between organizations", () => {
    test("holds when a query forgets its organization, and it is the wall that holds it", async () => {
      const organizationId = (await api.hr("Curious")).organizationId
      const careless = () =>
        withOrganization(api.deps.db, "web", organizationId, (tx) =>
          tx.selectFrom("app.survey").select("survey_id").execute(),
        )
      expect(await careless()).toEqual([])
      // The same attack with the wall taken down: now the foreign survey is seen.
      await withoutWall(database, "app.survey", async () => {
        expect((await careless()).map(({ survey_id }) => survey_id)).toContain(foreignSurvey)
      })
      expect(await careless()).toEqual([])
    })

    test("the web may not read ballots or write results, and it is the role that forbids it", async () => {
      const example = await addExampleSurvey(api.deps.db)
      const organizationId = example.organization
      expect(await castExample(api.deps.db, example, { key: newBallotKey() })).toBe("stored")
      const read = (tx: Tx) => tx.selectFrom("box.ballot").select("cohort_id").execute()
      await expect(withOrganization(api.deps.db, "web", organizationId, read)).rejects.toThrow(
        /permission denied/,
      )
      // The same attack after a careless grant, which is taken back: now the ballot is read.
      const granted = database.db.transaction().execute(async (tx) => {
        await sql`grant select on box.ballot to throughline_web`.execute(tx)
        await sql`select set_config('throughline.organization', ${organizationId}, true)`.execute(tx)
        await sql`set local role throughline_web`.execute(tx)
        throw Object.assign(new Error("taken back"), { seen: await read(tx) })
      })
      await expect(granted).rejects.toMatchObject({ seen: [{ cohort_id: 1 }] })
      await expect(withOrganization(api.deps.db, "web", organizationId, read)).rejects.toThrow(
        /permission denied/,
      )
      await expect(
        withOrganization(api.deps.db, "web", organizationId, (tx) =>
          tx
            .insertInto("results.observation")
            .values({
              organization_id: organizationId,
              survey_id: foreignSurvey,
              item: "x",
              item_values: new Uint8Array(1),
            })
            .execute(),
        ),
      ).rejects.toThrow(/permission denied/)
      expect(
        await withOrganization(api.deps.db, "web", organizationId, (tx) =>
          findRelease(tx, organizationId, foreignSurvey),
        ),
      ).toBeUndefined()
    })
  })

  test(`a page of another site cannot use the session, and it is the check of its origin that holds it (${name})`, async () => {
    const { cookie: Cookie } = await api.hr("Victim")
    const attack = async (origin: Record<string, string>, app = api.app) => {
      const response = await app.request(`${api.deps.config.publicUrl}/api/surveys`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Cookie, ...origin },
        body: JSON.stringify({ name: "x" }),
      })
      return response.status
    }
    const evil = { Origin: "https://evil.example" }
    for (const origin of [evil, {}, { Origin: "null" }]) expect(await attack(origin)).toBe(403)
    const careless = createApp(api.deps, { permission, origin: (_c, next) => next() })
    expect(await attack(evil, careless)).toBe(201)
    expect(await attack({ Origin: api.deps.config.publicUrl })).toBe(201)
  })
})

/** Takes row-level security off a table for the length of `work`; superuser or owner only. */
async function withoutWall({ db }: TestDatabase, table: string, work: () => Promise<void>): Promise<void> {
  await sql`alter table ${sql.table(table)} disable row level security`.execute(db)
  try {
    await work()
  } finally {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
  }
}
