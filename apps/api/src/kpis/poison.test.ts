import { withOrganization } from "@throughline/db"
import { eachDatabase, type TestDatabase } from "@throughline/db/testing"
import { kpiLimits } from "@throughline/org"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import type { z } from "zod"
import { keyGuards } from "../api-keys/key-session.ts"
import { newSecret } from "../members/link.ts"
import { openTestApp, peopleForm, type TestApp } from "../testing.ts"
import { lockKpis } from "./queries.ts"
import type { CheckedImport, KpiChanges, KpiValues, kpiList } from "./schemas.ts"

// What files and programs may send that nobody thought of, and several of them at once.

const csv = (text: string, name = "kpis.csv") => peopleForm(text, name)

eachDatabase((name, open) => {
  let api: TestApp
  let database: TestDatabase
  let hr: Awaited<ReturnType<TestApp["hr"]>>
  let key = ""
  const list = async () => (await hr.call("GET", "/api/kpis")).json as z.infer<typeof kpiList>
  const idOf = async (name: string) => (await list()).kpis.find((kpi) => kpi.name === name)?.id ?? ""
  const values = async (name: string) => {
    const { units } = (await hr.call("GET", `/api/kpis/${await idOf(name)}/values`)).json as KpiValues
    return Object.fromEntries(units.map(({ label, values }) => [label, values]))
  }
  const bring = (text: string, name?: string) => hr.call("POST", "/api/kpis/imports", csv(text, name))
  /** @param body JSON as it is sent: 1e400 is no number of JavaScript */
  const send = async (body: string, bearer = key) => {
    const response = await api.app.request(`${api.deps.config.publicUrl}/api/kpis/values`, {
      ...{ method: "POST", body },
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${bearer}` },
    })
    return { status: response.status, json: (await response.json()) as Record<string, unknown> }
  }
  const push = (kpi: string, unit: string, period: string, value: number | null, bearer = key) =>
    send(JSON.stringify({ values: [{ kpi, unit, period, value }] }), bearer)

  beforeAll(async () => {
    database = await open()
    api = await openTestApp(database)
    hr = await api.hr("Company")
    key = ((await hr.call("POST", "/api/keys", { name: "Nightly" })).json as { key: string }).key
    return () => api.remove()
  })

  test("a key of another scope is refused at the door; without the guard it gets in", async () => {
    expect((await bring("Unit,Period,Stock\nNorth,2026,1\n")).status).toBe(200)
    const { secret, hash } = newSecret(hr.organizationId, api.deps.random)
    await sql`alter table app.api_key drop constraint api_key_scope_check`.execute(database.db)
    await withOrganization(api.deps.db, "web", hr.organizationId, (tx) =>
      sql`insert into app.api_key (organization_id, name, scope, secret_hash)
        values (${hr.organizationId}, 'Reader', 'kpis:read', ${hash})`.execute(tx),
    )
    const reader = `tlk_${secret}`
    expect((await push("Stock", "North", "2026", 9, reader)).json).toMatchObject({ code: "key.refused" })
    expect(await values("Stock")).toEqual({ North: [1] })
    const { holds } = keyGuards
    keyGuards.holds = (row, wanted, now) => holds({ ...row, scope: "kpis:write" }, wanted, now)
    try {
      expect(await push("Stock", "North", "2026", 9, reader)).toMatchObject({ status: 200 })
      expect(await values("Stock")).toEqual({ North: [9] })
    } finally {
      keyGuards.holds = holds
    }
  })

  test("names that a spreadsheet or a page would run are names, and come out as they went in", async () => {
    const names = [
      "=cmd|' /C calc'!A0",
      "<img src=x onerror=alert(1)>",
      "'); drop table app.kpi; --",
      "constructor",
    ]
    const quoted = names.map((name) => `"${name}"`)
    const file = (period: string, value: number) =>
      `Unit,Period,${quoted.join()}\n${quoted.map((name) => `${name},${period}${`,${value}`.repeat(4)}\n`).join("")}`
    expect((await bring(file("2026-Q1", 1.25))).json).toMatchObject({ added: 16, newUnits: 4, newKpis: 4 })
    // The second time the KPIs have a kind of period.
    expect((await bring(file("2026-Q2", 2.25))).json).toMatchObject({ added: 16, newUnits: 0, newKpis: 0 })
    for (const name of names)
      expect(await values(name)).toEqual(Object.fromEntries(names.map((label) => [label, [1.25, 2.25]])))
  })

  test("names in another case or width are one KPI and one label, in files, pushes and by hand", async () => {
    expect((await bring("Unit,Period,Output\nWest,2026,1\n")).json).toMatchObject({ newKpis: 1, newUnits: 1 })
    const again = await bring("Unit,Period,ＯＵＴＰＵＴ\nＷＥＳＴ,2026,2\n")
    expect(again.json).toMatchObject({ newKpis: 0, newUnits: 0, corrected: 1 })
    expect((await push("out\u00adput", "wEst", "2026", 3)).json).toMatchObject({ corrected: 1, newUnits: [] })
    const made = await hr.call("POST", "/api/kpis", { name: "Ｏutput", direction: "higher" })
    expect(made.json).toMatchObject({ code: "kpi.taken" })
    expect(await values("Output")).toEqual({ West: [3] })
    // A name cut within a letter of two parts would be stored as another one than it is found by.
    const long = `${"a".repeat(119)}😀`
    for (const added of [1, 0])
      expect((await bring(`Unit,Period,${long}\nﷺ${"ﷺ".repeat(180)},2026,7\n`)).json).toMatchObject({ added })
  })

  test("figures that are none, or that nobody can reckon with, are refused", async () => {
    for (const value of ["1e400", "-1e400", "1e300", "1e-300", "NaN", "Infinity", '"7"']) {
      const body = `{"values":[{"kpi":"Output","unit":"West","period":"2026","value":${value}}]}`
      expect([value, (await send(body)).status]).toEqual([value, 400])
    }
    for (const period of ["99999", "2026-13", "0000", "2026-W54", "2026-02-30"])
      expect([period, (await push("Output", "West", period, 1)).status]).toEqual([period, 422])
    expect(await values("Output")).toEqual({ West: [3] })
  })

  test("one slip of a year does not make a KPI of a hundred thousand days; the check says it too", async () => {
    expect((await bring("Unit,Period,Calls\nWest,2026-01-02,5\nWest,2026-01-05,6\n")).status).toBe(200)
    const slip = "Unit,Period,Calls\nWest,2026-01-06,7\nWest,2062-01-07,8\n"
    for (const path of ["/api/kpis/imports", "/api/kpis/imports/check"]) {
      const refused = await hr.call("POST", path, csv(slip))
      expect(refused.json).toMatchObject({ code: "kpis.refused" })
      expect((refused.json as { detail: string }).detail).toContain("from 2026-01-02 to 2062-01-07")
    }
    expect(await push("Calls", "West", "1900-01-01", 1)).toMatchObject({ json: { code: "kpis.refused" } })
    expect(await values("Calls")).toEqual({ West: [5, null, null, 6] })
    // By years the same span is nothing.
    expect((await bring("Unit,Period,Old\nWest,1900,5\nWest,2200,6\n")).status).toBe(200)
  })

  test("labels are kept up to a number, however they come", async () => {
    const rows = Array.from({ length: kpiLimits.units }, (_, at) => `u${at},2026,5`).join("\n")
    const refused = await bring(`Unit,Period,Output\n${rows}\n`)
    expect(refused.json).toMatchObject({ code: "kpis.refused" })
    expect((refused.json as { detail: string }).detail).toContain("labels of units")
    const labels = Array.from({ length: 100_000 }, (_, at) => `u${at},2026,5`).join("\n")
    expect(
      (await hr.call("POST", "/api/kpis/imports/check", csv(`Unit,Period,Output\n${labels}\n`))).json,
    ).toMatchObject({
      ...{ values: 0, issues: [{ code: "too-large" }] },
    } satisfies Partial<Record<keyof CheckedImport, unknown>>)
  })

  test("two files at once are taken in one after the other, and each finds what the other wrote", async () => {
    const of = (value: number) => `Unit,Period,Together\nA,2026-01,${value}\nB,2026-02,5\n`
    const done = await Promise.all([bring(of(1), "one.csv"), bring(of(2), "two.csv")])
    const told = done.map(({ json }) => json as { added: number; corrected: number; unchanged: number })
    expect(told.map(({ added }) => added).sort()).toEqual([0, 2])
    expect(told.find(({ added }) => added === 0)).toMatchObject({ corrected: 1, unchanged: 1 })
    const { changes } = (await hr.call("GET", `/api/kpis/${await idOf("Together")}/changes`))
      .json as KpiChanges
    expect(changes).toHaveLength(1)
    // Whichever came last holds, and the history knows the other.
    const { A } = await values("Together")
    expect(changes[0]).toMatchObject({ after: A?.[0], before: 3 - (A?.[0] as number) })
    for (const left of [{ A: [3 - (A?.[0] as number), null], B: [null, 5] }, undefined]) {
      expect((await hr.call("POST", "/api/kpis/imports/undo")).status).toBe(200)
      if (left) expect(await values("Together")).toEqual(left)
      else
        expect((await list()).kpis.find(({ name }) => name === "Together")).toMatchObject({ state: "empty" })
    }
  })

  test("a push while a file is taken in: both count, whichever is first", async () => {
    await bring("Unit,Period,Meanwhile\nA,2026-01,1\n")
    const rows = Array.from({ length: 500 }, (_, at) => `M${at},2026-01,${at}`).join("\n")
    const [file, pushed] = await Promise.all([
      bring(`Unit,Period,Meanwhile\n${rows}\n`),
      push("Meanwhile", "M7", "2026-01", 70),
    ])
    expect([file.status, pushed.status]).toEqual([200, 200])
    const [{ added, corrected }, first] = [file.json as { added: number; corrected: number }, pushed.json]
    expect(added + corrected).toBe(500)
    expect(first).toMatchObject(corrected === 1 ? { added: 1, corrected: 0 } : { added: 0, corrected: 1 })
    const now = await values("Meanwhile")
    expect([now.M7?.[0], now.M499?.[0], now.A?.[0]]).toEqual([corrected === 1 ? 7 : 70, 499, 1])
  })

  test("pushes behind a large file hold no connection, and come in when it is done", async () => {
    await bring("Unit,Period,Queue\nA,2026-01,1\n")
    let free = () => {}
    const released = new Promise<void>((done) => {
      free = done
    })
    let got = () => {}
    const locked = new Promise<void>((done) => {
      got = done
    })
    const writing = withOrganization(api.deps.db, "web", hr.organizationId, async (tx) => {
      await lockKpis(tx, hr.organizationId)
      got()
      await released
    })
    await locked
    // More than the pool has connections. An embedded database has one for all, and is waited for anyway.
    const pushed = Array.from({ length: 30 }, (_, at) => push("Queue", `Q${at}`, "2026-01", at))
    if (name === "postgresql") expect((await hr.call("GET", "/api/kpis")).status).toBe(200)
    free()
    await writing
    expect((await Promise.all(pushed)).map(({ status }) => status)).toEqual(Array(30).fill(200))
    expect(Object.keys(await values("Queue"))).toHaveLength(31)
  })

  test("a label's number that no database knows is no address", async () => {
    expect((await hr.call("PUT", "/api/kpis/units/99999999999", { target: null })).status).toBe(404)
  })

  test("an undo takes back what a push only said again, and stops at what one changed", async () => {
    await bring("Unit,Period,Again\nA,2026-01,1\nB,2026-01,2\n", "again.csv")
    expect((await push("Again", "A", "2026-01", 1)).json).toMatchObject({ unchanged: 1 })
    expect((await hr.call("POST", "/api/kpis/imports/undo")).json).toEqual({ fileName: "again.csv" })
    expect(await values("Again")).toEqual({})
    // Sent again after the undo it is there again: a push is what it says, whatever was there.
    expect((await push("Again", "A", "2026-01", 1)).json).toMatchObject({ added: 1 })
    await bring("Unit,Period,Again\nA,2026-01,5\n", "later.csv")
    expect((await push("Again", "A", "2026-01", 6)).json).toMatchObject({ corrected: 1 })
    expect((await hr.call("POST", "/api/kpis/imports/undo")).json).toMatchObject({
      code: "kpis.not-undoable",
    })
    expect(await values("Again")).toEqual({ A: [6] })
  })
})
