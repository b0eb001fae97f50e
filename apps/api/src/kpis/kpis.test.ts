import { withOrganization } from "@throughline/db"
import { eachDatabase, type TestDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import type { z } from "zod"
import { keyGuards, readKey } from "../api-keys/key-session.ts"
import type { Session } from "../auth/session.ts"
import { addSignedIn } from "../members/testing.ts"
import { openTestApp, peopleForm, type TestApp } from "../testing.ts"
import { loadKpis, loadUnits } from "./load-kpis.ts"
import { readValues } from "./read-kpi.ts"
import { resolveToday } from "./resolve-units.ts"
import type { CheckedImport, DoneImport, KpiChanges, KpiUnits, KpiValues, kpiList } from "./schemas.ts"
import { writeRows } from "./write-rows.ts"

// Ann leads everybody; Bea leads Sales (5), Cem leads Service (5), of whom one is said to be of Sales.
const PEOPLE = [
  "id,name,email,manager,department",
  "1,Ann Able,ann@x.example,,Board",
  "2,Bea Berg,bea@x.example,1,Sales",
  "3,Cem Can,cem@x.example,1,Service",
  ...[4, 5, 6, 7, 8].map((id) => `${id},Sam ${id},s${id}@x.example,2,Sales`),
  ...[9, 10, 11, 12, 13].map((id) => `${id},Vic ${id},v${id}@x.example,3,${id === 9 ? "Sales" : "Service"}`),
].join("\n")

const FILE = `Unit;Period;Revenue;Sick days
Sales;Q1 2026;1.200,5;12
Sales;Q2 2026;1.300,0;11
Service;Q1 2026;900,25;20
Cem Can;Q2 2026;950,75;19
Nowhere;Q1 2026;1,5;1
Total;Q1 2026;2.100,75;33
Sales;Q3 2026;soon;10
`
const file = (text: string, more: Record<string, unknown> = {}, name = "kpis.csv") =>
  peopleForm(text, name, more)

eachDatabase((_name, open) => {
  let api: TestApp
  let database: TestDatabase
  let hr: Awaited<ReturnType<TestApp["hr"]>>
  let other: Awaited<ReturnType<TestApp["hr"]>>
  let leader: Awaited<ReturnType<typeof addSignedIn>>
  let analyst: Awaited<ReturnType<typeof addSignedIn>>
  let bea = ""
  const list = async (who = hr) => (await who.call("GET", "/api/kpis")).json as z.infer<typeof kpiList>
  const named = async (name: string) => (await list()).kpis.find((kpi) => kpi.name === name)?.id ?? ""
  const values = async (who: typeof leader, name: string) =>
    (await who.call("GET", `/api/kpis/${await named(name)}/values`)).json as KpiValues
  const units = async () => ((await hr.call("GET", "/api/kpis/units")).json as KpiUnits).units
  const counts = () =>
    withOrganization(api.deps.db, "web", hr.organizationId, async (tx) => {
      const rows = await tx.selectFrom("app.kpi_write").select("number").execute()
      return rows.length
    })

  beforeAll(async () => {
    database = await open()
    api = await openTestApp(database)
    hr = await api.hr("Company")
    other = await api.hr("Another")
    expect((await hr.call("POST", "/api/people/import", peopleForm(PEOPLE))).status).toBe(200)
    const person = await withOrganization(api.deps.db, "web", hr.organizationId, (tx) =>
      tx
        .selectFrom("registry.person")
        .select("person_id")
        .where("name", "=", "Bea Berg")
        .executeTakeFirstOrThrow(),
    )
    bea = person.person_id
    leader = await addSignedIn(api, hr.organizationId, {
      email: "l@company.example",
      role: "leader",
      personId: bea,
    })
    analyst = await addSignedIn(api, hr.organizationId, { email: "a@company.example", role: "analyst" })
    return () => api.remove()
  })

  test("a check says what a file would bring, cell by cell, and stores nothing", async () => {
    const checked = (await hr.call("POST", "/api/kpis/imports/check", file(FILE))).json as CheckedImport
    expect(checked).toMatchObject({
      ...{ layout: "columns", rows: 7, values: 13, added: 13, corrected: 0, issueCount: 1 },
      issues: [{ code: "no-number", row: 8, column: "Revenue" }],
      kpis: [
        {
          name: "Revenue",
          id: null,
          direction: "higher",
          periodKind: "quarter",
          first: "2026-Q1",
          last: "2026-Q2",
        },
        { name: "Sick days", id: null, direction: "lower", periods: 3 },
      ],
    })
    expect(checked.units.map(({ label, standing, targetName }) => [label, standing, targetName])).toEqual([
      ["Sales", "fits", "Sales"],
      ["Service", "fits", "Service"],
      ["Cem Can", "fits", "Service"],
      ["Nowhere", "unmapped", null],
      ["Total", "fits", "Whole organization"],
    ])
    expect(await list()).toMatchObject({ kpis: [], units: 0, lastImport: null })
  })

  test("a file is taken in; each KPI has a state, each label what it stands for", async () => {
    const kpis = [{ name: "Revenue", direction: "higher", measure: "EUR" }]
    const done = (await hr.call("POST", "/api/kpis/imports", file(FILE, { kpis }))).json as DoneImport
    expect(done).toMatchObject({
      values: 13,
      added: 13,
      newKpis: 2,
      newUnits: 5,
      unmapped: ["Nowhere"],
      issueCount: 1,
    })
    expect(await list()).toMatchObject({
      kpis: [
        { name: "Revenue", measure: "EUR", state: "short", periods: 2, values: 6 },
        {
          name: "Sick days",
          direction: "lower",
          state: "short",
          periods: 3,
          first: "2026-Q1",
          last: "2026-Q3",
        },
      ],
      ...{ units: 5, unmapped: 1, lastImport: { fileName: "kpis.csv", added: 13, canUndo: true } },
    })
    const told = await values(analyst, "Revenue")
    expect(told.periods).toEqual(["2026-Q1", "2026-Q2"])
    expect(told.units.map(({ label, values }) => [label, ...values])).toEqual([
      ["Sales", 1200.5, 1300],
      ["Service", 900.25, null],
      ["Cem Can", null, 950.75],
      ["Nowhere", 1.5, null],
      ["Total", 2100.75, null],
    ])
  })

  test("the same file again changes nothing; corrections are told before, counted, and kept as history", async () => {
    const before = await counts()
    expect((await hr.call("POST", "/api/kpis/imports", file(FILE))).json).toMatchObject({
      ...{ added: 0, corrected: 0, unchanged: 13, newKpis: 0, newUnits: 0 },
    })
    expect(await counts()).toBe(before)
    const corrected = "Unit,Period,Revenue\nsales,2026-Q1,1250.5\nSales,2026-Q4,1400.5\n"
    expect((await hr.call("POST", "/api/kpis/imports/check", file(corrected))).json).toMatchObject({
      ...{ added: 1, corrected: 1, unchanged: 0 },
      corrections: [{ kpi: "Revenue", unit: "sales", period: "2026-Q1", before: 1200.5, after: 1250.5 }],
    })
    await hr.call("POST", "/api/kpis/imports", file(corrected, {}, "later.csv"))
    const changes = (await hr.call("GET", `/api/kpis/${await named("Revenue")}/changes`)).json as KpiChanges
    expect(changes).toMatchObject({
      count: 1,
      changes: [
        {
          unit: "Sales",
          period: "2026-Q1",
          before: 1200.5,
          after: 1250.5,
          by: "Helen Rowe",
          fileName: "later.csv",
          undone: false,
        },
      ],
    })
  })

  test("the last file is taken back whole, and the one before it after that; later values hold it back", async () => {
    expect((await hr.call("POST", "/api/kpis/imports/undo")).json).toEqual({ fileName: "later.csv" })
    const told = await values(hr, "Revenue")
    expect([told.periods, told.units[0]?.values]).toEqual([
      ["2026-Q1", "2026-Q2"],
      [1200.5, 1300],
    ])
    const changes = (await hr.call("GET", `/api/kpis/${await named("Revenue")}/changes`)).json as KpiChanges
    expect(changes.changes).toMatchObject([{ undone: true }])

    const kpiId = await named("Revenue")
    const row = { kpiId, unit: 0, period: "2026-Q1" }
    const push = (value: number | null) =>
      withOrganization(api.deps.db, "web", hr.organizationId, (tx) =>
        writeRows(tx, hr.organizationId, { source: "keeper", at: api.deps.now() }, [{ ...row, value }]),
      )
    expect(await push(7)).toMatchObject({ corrected: 1 })
    expect((await hr.call("POST", "/api/kpis/imports/undo")).json).toMatchObject({
      code: "kpis.not-undoable",
    })
    expect((await list()).lastImport).toMatchObject({ fileName: "kpis.csv", canUndo: false })
    expect(await push(null)).toMatchObject({ corrected: 1 })
    expect((await values(hr, "Revenue")).units[0]?.values).toEqual([null, 1300])
    expect(await push(1200.5)).toMatchObject({ added: 1 })
  })

  test("what a file leaves open is asked, and nothing is taken in before it is answered", async () => {
    const open = "Unit,Date,Margin\nSales,3/4/2026,1.234\nService,3/4/2026,2.345\n"
    const checked = (await hr.call("POST", "/api/kpis/imports/check", file(open))).json as CheckedImport
    expect(checked.asked).toMatchObject({
      decimals: [{ column: "Margin", example: "1.234", asPoint: 1.234, asComma: 1234 }],
      dayFirst: { asDayFirst: "2026-04-03", asMonthFirst: "2026-03-04" },
    })
    const refused = await hr.call("POST", "/api/kpis/imports", file(open))
    expect([refused.status, refused.json]).toMatchObject([422, { code: "kpis.refused" }])
    const choices = { decimals: { Margin: "comma" }, dayFirst: true, periodKind: "month" }
    expect((await hr.call("POST", "/api/kpis/imports", file(open, { choices }))).json).toMatchObject({
      added: 2,
    })
    expect((await values(hr, "Margin")).units.map((unit) => unit.values)).toEqual([[1234], [2345]])
    expect((await list()).kpis.find(({ name }) => name === "Margin")).toMatchObject({
      first: "2026-04",
      state: "short",
    })
    expect((await hr.call("DELETE", `/api/kpis/${await named("Margin")}`)).status).toBe(200)
  })

  test("labels are mapped by hand; what is not there cannot be mapped to", async () => {
    const nowhere = (await units()).find(({ label }) => label === "Nowhere")
    expect(nowhere).toMatchObject({ standing: "unmapped", target: null, proposal: null })
    const map = (target: unknown) => hr.call("PUT", `/api/kpis/units/${nowhere?.number}`, { target })
    expect((await map({ kind: "department", department: "Gone" })).json).toMatchObject({
      code: "unit.unknown",
    })
    expect((await map({ kind: "unit", personId: crypto.randomUUID() })).status).toBe(404)
    expect((await hr.call("PUT", "/api/kpis/units/999", { target: null })).status).toBe(404)
    expect((await map({ kind: "unit", personId: bea })).status).toBe(200)
    expect((await units()).find(({ label }) => label === "Nowhere")).toMatchObject({
      ...{ standing: "fits", targetName: "Sales", byHand: true },
    })
    expect((await map({ kind: "none" })).status).toBe(200)
    expect((await units()).find(({ label }) => label === "Nowhere")).toMatchObject({ standing: "not-ours" })
  })

  test("a department across units cuts across; one that is gone is listed as gone", async () => {
    const loaded = await withOrganization(api.deps.db, "web", hr.organizationId, async (tx) => {
      const [sales] = await loadUnits(tx, hr.organizationId)
      if (sales === undefined) throw new Error("no label")
      const is = async (department: string) => {
        const unit = { ...sales, target: { kind: "department" as const, department } }
        return (await resolveToday(tx, hr.organizationId, [unit])).get(sales.number)
      }
      return [await is("Sales"), await is("Service"), await is("Board"), await is("Gone")]
    })
    expect(loaded).toEqual([
      { group: "unit:1" },
      { group: "unit:2" },
      { cutsAcross: null },
      { unmapped: true },
    ])
  })

  test("a leader reads the values of the own unit only; without that wall, those of all", async () => {
    expect((await values(leader, "Revenue")).units.map(({ label }) => label)).toEqual(["Sales"])
    const told = (await leader.call("GET", "/api/kpis")).json as z.infer<typeof kpiList>
    expect(told).toMatchObject({ units: 1, lastImport: null })
    expect(told.kpis.map((kpi) => kpi.values)).toEqual([2, 3])
    expect(
      ((await leader.call("GET", "/api/kpis/units")).json as KpiUnits).units.map(({ label }) => label),
    ).toEqual(["Sales"])
    const session = { organizationId: hr.organizationId, role: "leader", personId: bea } as Session
    const careless = await readValues(
      api.deps,
      session,
      await named("Revenue"),
      async (_tx, _session, all) => new Set(all.map(({ number }) => number)),
    )
    expect(careless.units.map(({ label }) => label)).toContain("Service")
    const strange = await readValues(api.deps, { ...session, role: "keeper" }, await named("Revenue"))
    expect(strange.units).toEqual([])
  })

  test("analysts and leaders read and change nothing", async () => {
    const id = await named("Revenue")
    for (const who of [analyst, leader]) {
      for (const [method, path, body] of [
        ["POST", "/api/kpis", { name: "Mine", direction: "higher" }],
        ["PATCH", `/api/kpis/${id}`, { direction: "lower" }],
        ["DELETE", `/api/kpis/${id}`, undefined],
        ["POST", "/api/kpis/imports", file(FILE)],
        ["POST", "/api/kpis/imports/check", file(FILE)],
        ["POST", "/api/kpis/imports/undo", undefined],
        ["PUT", "/api/kpis/units/0", { target: null }],
        ["GET", "/api/keys", undefined],
        ["POST", "/api/keys", { name: "Mine" }],
      ] as const)
        expect([path, (await who.call(method, path, body)).status]).toEqual([path, 403])
      expect((await who.call("GET", `/api/kpis/${id}/changes`)).status).toBe(200)
    }
  })

  test("a KPI is added, changed and taken away; its name is given once", async () => {
    const made = await hr.call("POST", "/api/kpis", { name: "Returns", direction: "lower", owner: "Cem" })
    const { id } = made.json as { id: string }
    expect(
      (await hr.call("POST", "/api/kpis", { name: " returns ", direction: "lower" })).json,
    ).toMatchObject({ code: "kpi.taken" })
    expect((await list()).kpis.find((kpi) => kpi.id === id)).toMatchObject({
      state: "empty",
      owner: "Cem",
      periods: 0,
    })
    expect((await hr.call("PATCH", `/api/kpis/${id}`, { role: "indicator" })).status).toBe(200)
    expect((await hr.call("PATCH", `/api/kpis/${id}`, { name: "Revenue" })).status).toBe(409)
    expect((await hr.call("DELETE", `/api/kpis/${id}`)).status).toBe(200)
    expect((await hr.call("DELETE", `/api/kpis/${id}`)).status).toBe(404)
  })

  test("a KPI that is the same everywhere is constant", async () => {
    const flat = `Unit,${[1, 2, 3, 4].map((quarter) => `Flat Q${quarter} 2026`).join(",")}\nSales,3,3,3,3\nService,3,3,3,3\n`
    expect((await hr.call("POST", "/api/kpis/imports", file(flat))).json).toMatchObject({ added: 8 })
    expect((await list()).kpis.find(({ name }) => name === "Flat")).toMatchObject({
      state: "constant",
      periods: 4,
    })
    await hr.call("DELETE", `/api/kpis/${await named("Flat")}`)
  })

  describe("keys", () => {
    let key = ""
    let keyId = ""
    const post = async (
      authorization: string | null,
      body: unknown,
      headers: Record<string, string> = {},
    ) => {
      const request = {
        ...{ method: "POST", body: JSON.stringify(body) },
        headers: {
          "Content-Type": "application/json",
          ...(authorization === null ? {} : { Authorization: authorization }),
          ...headers,
        },
      }
      const response = await api.app.request(`${api.deps.config.publicUrl}/api/kpis/values`, request)
      return { status: response.status, json: (await response.json()) as Record<string, unknown> }
    }
    const rows = (value: number, unit = "Sales") => ({
      values: [{ kpi: "revenue", unit, period: "2026-Q2", value }],
    })

    beforeAll(async () => {
      const made = (await hr.call("POST", "/api/keys", { name: "Nightly push" })).json as {
        id: string
        key: string
      }
      key = made.key
      keyId = made.id
    })

    test("a key is shown once, has 256 bits, and only its hash is kept", async () => {
      expect(key).toMatch(/^tlk_[A-Za-z0-9_-]{64}$/)
      const { json } = await hr.call("GET", "/api/keys")
      expect(json).toMatchObject({
        keys: [
          {
            id: keyId,
            name: "Nightly push",
            scope: "kpis:write",
            state: "holds",
            lastUsedOn: null,
            createdBy: "Helen Rowe",
          },
        ],
      })
      expect(JSON.stringify(json)).not.toContain(key.slice(4, 30))
      const kept = await withOrganization(api.deps.db, "web", hr.organizationId, async (tx) => {
        const { rows } = await sql<{ text: string }>`select api_key::text as text from app.api_key`.execute(
          tx,
        )
        return rows
      })
      expect(kept).toHaveLength(1)
      expect(kept.some(({ text }) => text.includes(key.slice(30)))).toBe(false)
    })

    test("a push needs no session, is taken in whole, and is the same when it is sent again", async () => {
      const bearer = `Bearer ${key}`
      const first = await post(bearer, rows(1311.5))
      expect(first).toEqual({
        status: 200,
        json: { added: 0, corrected: 1, unchanged: 0, newUnits: [], unmapped: [] },
      })
      const before = await counts()
      expect((await post(bearer, rows(1311.5))).json).toMatchObject({ added: 0, corrected: 0, unchanged: 1 })
      expect(await counts()).toBe(before)
      expect((await post(bearer, rows(5, "Elsewhere"))).json).toMatchObject({
        newUnits: ["Elsewhere"],
        unmapped: ["Elsewhere"],
      })
      const changes = (await hr.call("GET", `/api/kpis/${await named("Revenue")}/changes`)).json as KpiChanges
      expect(changes.changes[0]).toMatchObject({ by: "Nightly push", source: "key", after: 1311.5 })
      expect((await hr.call("GET", "/api/keys")).json).toMatchObject({
        keys: [{ lastUsedOn: api.deps.now().toISOString().slice(0, 10) }],
      })
    })

    test("all rows or none: what is wrong is named by row", async () => {
      const { status, json } = await post(`Bearer ${key}`, {
        values: [
          { kpi: "Revenue", unit: "Sales", period: "2026-Q2", value: 1 },
          { kpi: "Unheard of", unit: "Sales", period: "2026-Q2", value: 1 },
          { kpi: "Revenue", unit: "Sales", period: "July", value: 1 },
          { kpi: "Revenue", unit: "Sales", period: "2026-07", value: 1 },
          { kpi: "Revenue", unit: "sales", period: "2026-Q2", value: 2 },
        ],
      })
      expect([status, (json.issues as { row: number }[]).map(({ row }) => row)]).toEqual([422, [2, 3, 4, 5]])
      expect((await values(hr, "Revenue")).units[0]?.values).toEqual([1200.5, 1311.5])
    })

    test("whoever has no key, another's, a revoked, an expired one or one of another scope is refused; without the guard, let in", async () => {
      const elsewhere = ((await other.call("POST", "/api/keys", { name: "Theirs" })).json as { key: string })
        .key
      const expired = (await hr.call("POST", "/api/keys", { name: "Old", expiresAt: "2020-01-01T00:00:00Z" }))
        .json as { key: string }
      const revoked = (await hr.call("POST", "/api/keys", { name: "Lost" })).json as {
        key: string
        id: string
      }
      expect((await hr.call("DELETE", `/api/keys/${revoked.id}`)).status).toBe(200)
      expect((await hr.call("DELETE", `/api/keys/${revoked.id}`)).json).toMatchObject({ code: "key.unknown" })
      const bytes = Buffer.from(key.slice(4), "base64url")
      bytes[47] = (bytes[47] as number) ^ 1
      const wrong = [
        null,
        "",
        key,
        "Bearer ",
        `Bearer tlk_${"A".repeat(64)}`,
        `Bearer tlk_${bytes.toString("base64url")}`,
      ]
      for (const given of [...wrong, `Bearer ${expired.key}`, `Bearer ${revoked.key}`])
        expect((await post(given, rows(9))).json).toMatchObject({ code: "key.refused", status: 401 })
      expect(
        (await post(null, rows(9), { Cookie: hr.cookie, Origin: api.deps.config.publicUrl })).status,
      ).toBe(401)
      // Their key finds no KPI of ours.
      expect((await post(`Bearer ${elsewhere}`, rows(9))).json).toMatchObject({ code: "kpis.refused" })
      for (const { key: bad } of [expired, revoked])
        expect(
          await readKey(api.deps, `Bearer ${bad}`, "kpis:write", { ...keyGuards, holds: () => true }),
        ).toMatchObject({ organizationId: hr.organizationId })
      const { holds } = keyGuards
      const row = {
        key_id: keyId,
        scope: "kpis:write",
        expires_at: null,
        revoked_at: null,
        last_used_on: null,
      } as const
      expect([holds(row, "kpis:write", new Date()), holds(row, "people:read", new Date())]).toEqual([
        true,
        false,
      ])
    })

    test("a key opens its own organization only: with our name written into it the wall finds it nowhere", async () => {
      const theirs = ((await other.call("POST", "/api/keys", { name: "Thief" })).json as { key: string }).key
      const ours = Buffer.from(hr.organizationId.replaceAll("-", ""), "hex")
      const forged = `tlk_${Buffer.concat([ours, Buffer.from(theirs.slice(4), "base64url").subarray(16)]).toString("base64url")}`
      expect((await post(`Bearer ${forged}`, rows(9))).status).toBe(401)
      // A look-up that forgets the organization, where the secret is all that is asked for.
      const careless: typeof keyGuards.find = async (tx) =>
        await tx
          .selectFrom("app.api_key")
          .select(["key_id", "scope", "expires_at", "revoked_at", "last_used_on"])
          .where("name", "=", "Thief")
          .executeTakeFirst()
      const attack = () =>
        readKey(api.deps, `Bearer ${forged}`, "kpis:write", { ...keyGuards, find: careless })
      await expect(attack()).rejects.toThrow("key.refused")
      await sql`alter table app.api_key disable row level security`.execute(database.db)
      try {
        expect(await attack()).toMatchObject({ organizationId: hr.organizationId })
      } finally {
        await sql`alter table app.api_key enable row level security`.execute(database.db)
      }
    })

    test("a key opens no other route, and nothing of it is logged", async () => {
      const lines: string[] = []
      const { log } = api.deps
      api.deps.log = (line) => lines.push(line)
      for (const path of ["/api/kpis", "/api/people", "/api/keys"]) {
        const response = await api.app.request(`${api.deps.config.publicUrl}${path}`, {
          headers: { Authorization: `Bearer ${key}` },
        })
        expect([path, response.status]).toEqual([path, 401])
      }
      await sql`alter table app.kpi rename to kpi_away`.execute(database.db)
      expect((await post(`Bearer ${key}`, rows(9))).status).toBe(500)
      await sql`alter table app.kpi_away rename to kpi`.execute(database.db)
      api.deps.log = log
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.join("\n")).not.toContain(key.slice(4, 40))
      expect(lines.join("\n")).not.toContain(key.slice(40))
    })
  })

  test("another organization finds nothing of it, and it is the wall that holds when a query forgets", async () => {
    expect(await list(other)).toMatchObject({ kpis: [], units: 0 })
    const id = await named("Revenue")
    for (const [method, path] of [
      ["GET", `/api/kpis/${id}/values`],
      ["GET", `/api/kpis/${id}/changes`],
      ["DELETE", `/api/kpis/${id}`],
    ] as const)
      expect((await other.call(method, path)).status).toBe(404)
    expect((await other.call("PUT", "/api/kpis/units/0", { target: null })).status).toBe(404)
    for (const table of [
      "app.kpi",
      "app.kpi_unit",
      "app.kpi_values",
      "app.kpi_write",
      "app.kpi_change",
      "app.api_key",
    ] as const) {
      const careless = async () => {
        const found = await withOrganization(api.deps.db, "web", other.organizationId, (tx) =>
          tx
            .selectFrom(table)
            .select("organization_id")
            .where("organization_id", "=", hr.organizationId)
            .execute(),
        )
        return found.length > 0
      }
      expect([table, await careless()]).toEqual([table, false])
      await sql`alter table ${sql.table(table)} disable row level security`.execute(database.db)
      try {
        expect([table, await careless()]).toEqual([table, true])
      } finally {
        await sql`alter table ${sql.table(table)} enable row level security`.execute(database.db)
      }
    }
  })

  test("KPIs are loaded without gaps, and a label that came later has no value before", async () => {
    const { kpis, units: all } = await withOrganization(api.deps.db, "web", hr.organizationId, async (tx) => {
      const id = await named2(tx)
      await writeRows(tx, hr.organizationId, { source: "keeper", at: api.deps.now() }, [
        { kpiId: id, unit: 5, period: "2027-Q1", value: 4 },
      ])
      return await loadKpis(tx, hr.organizationId, [id])
    })
    const [kpi] = kpis
    expect(kpi?.periods).toEqual(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1"])
    expect(kpi?.values.map((row) => [row.length, row[5]])).toEqual([
      ...[
        [6, Number.NaN],
        [6, 5],
        [6, Number.NaN],
        [6, Number.NaN],
        [6, 4],
      ],
    ])
    expect(all.map(({ label }) => label)).toContain("Elsewhere")
  })
  async function named2(tx: Parameters<typeof loadKpis>[0]) {
    const row = await tx
      .selectFrom("app.kpi")
      .select("kpi_id")
      .where("name", "=", "Revenue")
      .executeTakeFirstOrThrow()
    return row.kpi_id
  }
})
