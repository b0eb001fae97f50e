import { withOrganization } from "@throughline/db"
import { eachDatabase, type TestDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import type { Session } from "../auth/session.ts"
import { addSignedIn } from "../members/testing.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { activeDrivers, foretellDriver } from "./foretell-driver.ts"
import { listDrivers } from "./list-drivers.ts"
import { readDriver } from "./read-driver.ts"
import type { DriverBrief, DriverDetail, DriverList } from "./schemas.ts"
import { figures, noise, quarter, seedFigures, seedKpi, setValues, UNITS } from "./testing.ts"

type Hr = Awaited<ReturnType<TestApp["hr"]>>
type Kpis = Awaited<ReturnType<typeof seedFigures>>

/** Quarters that are known first; the driver foretells the ninth. */
const KNOWN = 8

eachDatabase((_name, open) => {
  let api: TestApp
  let database: TestDatabase
  let clock = "2026-01-05T09:00:00Z"

  beforeAll(async () => {
    database = await open()
    api = await openTestApp(database, { now: () => new Date(clock) })
    return () => api.remove()
  })

  const wanted = (kpis: Kpis) => ({
    ...{ name: "Release training", indicator: kpis.indicator, outcome: kpis.outcome, plan: kpis.plan },
    ...{ horizon: 1, target: 80, deadline: "2026-06-30", keeper: null, receiver: null },
  })
  const make = async (hr: Hr, body: object) => {
    const { status, json } = await hr.call("POST", "/api/drivers", body)
    expect([status, json]).toMatchObject([201, {}])
    return (json as { driver: string }).driver
  }
  const read = async (hr: Pick<Hr, "call">, id: string) =>
    (await hr.call("GET", `/api/drivers/${id}`)).json as DriverDetail
  const company = async (name: string, quarters = KNOWN, effect?: number) => {
    const hr = await api.hr(name)
    return { hr, kpis: await seedFigures(api.deps, hr.organizationId, quarters, effect) }
  }
  const foretell = (hr: Hr, id: string) => foretellDriver(api.deps, hr.organizationId, id)

  test("a driver is made of three KPIs of the organization whose periods are alike, and of members", async () => {
    const { hr, kpis } = await company("Made")
    const other = await company("Not theirs", 2)
    const { organizationId } = hr
    const operator = await addSignedIn(api, organizationId, { email: "o@made.example", role: "operator" })
    const ids = (await hr.call("GET", "/api/members")).json as { members: { id: string; role: string }[] }
    const operatorId = ids.members.find(({ role }) => role === "operator")?.id
    const monthly = { name: "Calls", measure: "", role: "outcome", kind: "month", values: [[1, 2]] } as const
    const calls = await seedKpi(api.deps, organizationId, monthly)
    const refused = async (change: object) => {
      const { status, json } = await hr.call("POST", "/api/drivers", { ...wanted(kpis), ...change })
      return [status, (json as { code: string }).code]
    }
    expect(await refused({ outcome: kpis.indicator })).toEqual([422, "driver.kpi"])
    expect(await refused({ outcome: other.kpis.outcome })).toEqual([422, "driver.kpi"])
    expect(await refused({ outcome: calls })).toEqual([422, "driver.kpi"])
    expect(await refused({ keeper: operatorId })).toEqual([422, "driver.member"])
    expect(await refused({ receiver: "nobody" })).toEqual([422, "driver.member"])
    expect(await refused({ horizon: 0 })).toEqual([400, "request.invalid"])
    expect((await hr.call("GET", "/api/drivers")).json).toEqual({ drivers: [] })
    expect((await operator.call("GET", "/api/drivers")).status).toBe(403)

    const id = await make(hr, { ...wanted(kpis), target: 60 })
    const { drivers } = (await hr.call("GET", "/api/drivers")).json as DriverList
    expect(drivers).toMatchObject([
      {
        ...{ id, name: "Release training", state: "waiting", waiting: "not-looked-at", active: true },
        indicator: { name: "Training completed", measure: "%" },
        standing: { state: "reached", period: quarter(KNOWN - 1), units: UNITS },
      },
    ])
    const path = `/api/drivers/${id}`
    const changed = { target: 95, deadline: null, name: "Training" }
    expect((await hr.call("PATCH", path, changed)).status).toBe(200)
    expect(await read(hr, id)).toMatchObject({ ...changed, standing: { state: "behind" }, horizon: 1 })
    expect((await hr.call("PATCH", path, { plan: kpis.outcome })).status).toBe(422)
    // What is fitted and foretold from stays.
    expect((await hr.call("PATCH", path, { outcome: calls })).status).toBe(400)
    expect((await hr.call("DELETE", path)).status).toBe(200)
    for (const method of ["GET", "DELETE"]) expect((await hr.call(method, path)).status).toBe(404)
  })

  test("what is foretold is dated and kept once, and its fit and back-test are told", async () => {
    const { hr, kpis } = await company("Foretold")
    const id = await make(hr, wanted(kpis))
    clock = "2026-01-05T10:00:00Z"
    for (let sweep = 0; sweep < 3; sweep++) await foretell(hr, id)
    const told = await read(hr, id)
    expect(told).toMatchObject({
      ...{ state: "published", waiting: null, refusals: [] },
      prediction: { number: 1, base: quarter(7), period: quarter(8), madeAt: "2026-01-05T10:00:00.000Z" },
      fit: { n: 7 * UNITS, units: UNITS, backTest: { of: 4 * UNITS } },
    })
    const { backTest } = told.fit ?? {}
    expect(backTest?.error).toBeLessThan(backTest?.without ?? 0)
    expect(told.prediction?.units).toHaveLength(UNITS)
    expect(told.past).toHaveLength(1)
    expect(told.periods).toEqual(Array.from({ length: 9 }, (_, at) => quarter(at)))
    const { training } = figures(KNOWN)
    expect(told.series.indicator[3]).toEqual(training[3])
    expect(told.series.indicator[8]).toEqual(Array(UNITS).fill(null))
    const mean = (training[2] as number[]).reduce((sum, value) => sum + value, 0) / UNITS
    expect(told.overall.indicator[2]).toBeCloseTo(mean, 9)
  })

  test("a corrected figure makes another prediction; the first stays as it was, and no role may change it", async () => {
    const { hr, kpis } = await company("Corrected")
    const id = await make(hr, wanted(kpis))
    clock = "2026-01-05T10:00:00Z"
    await foretell(hr, id)
    const first = (await read(hr, id)).past[0]
    const { training } = figures(KNOWN)
    const last = [...(training.at(-1) as number[])]
    last[0] = 5
    await setValues(api.deps, hr.organizationId, kpis.indicator, [last], { from: KNOWN - 1 })
    clock = "2026-01-06T10:00:00Z"
    await foretell(hr, id)
    const again = await read(hr, id)
    expect(again.past).toHaveLength(2)
    expect(again.past[0]).toEqual(first)
    expect(again.prediction).toMatchObject({ number: 2, madeAt: "2026-01-06T10:00:00.000Z" })
    expect(again.prediction?.units[0]?.indicator).toBe(5)
    // Written as it was before: what was foretold from it is there already.
    await setValues(api.deps, hr.organizationId, kpis.indicator, [training.at(-1) as number[]], {
      from: KNOWN - 1,
    })
    await foretell(hr, id)
    expect((await read(hr, id)).past).toHaveLength(2)
    const forge = withOrganization(api.deps.db, "web", hr.organizationId, (tx) =>
      tx.updateTable("app.driver_prediction").set({ period: "2020" }).where("driver_id", "=", id).execute(),
    )
    await expect(forge).rejects.toThrow(/permission denied/)
  })

  test("when the figures come, each unit is a hit or a miss, and the calibration counts them over time", async () => {
    const { hr, kpis } = await company("Scored")
    const id = await make(hr, wanted(kpis))
    await foretell(hr, id)
    const before = await read(hr, id)
    expect(before.calibration).toEqual({ scored: 0, inside: 0, byPeriod: [] })
    const came = figures(KNOWN + 1)
    // One unit goes another way than anything before.
    const sales = [...(came.sales[KNOWN] as number[])]
    sales[4] = 900
    await setValues(api.deps, hr.organizationId, kpis.outcome, [sales], { from: KNOWN })
    const scored = await read(hr, id)
    const units = scored.past[0]?.units ?? []
    expect(units).toHaveLength(UNITS)
    for (const { unit, low, high, came: value, inside } of units) {
      expect(value).toBe(sales[unit])
      expect([unit, inside]).toEqual([unit, low <= (value as number) && (value as number) <= high])
    }
    expect(units[4]?.inside).toBe(false)
    const inside = units.filter((one) => one.inside).length
    expect(inside).toBeGreaterThan(UNITS / 2)
    const period = quarter(KNOWN)
    expect(scored.calibration).toEqual({
      ...{ scored: UNITS, inside },
      byPeriod: [{ period, scored: UNITS, inside }],
    })
    // Nothing is left to be foretold from what is known; with the next training figures there is.
    await foretell(hr, id)
    const over = await read(hr, id)
    expect(over).toMatchObject({ state: "published", prediction: null, foretold: null })
    expect(over.past).toHaveLength(1)
    await setValues(api.deps, hr.organizationId, kpis.indicator, [came.training[KNOWN] as number[]], {
      from: KNOWN,
    })
    await foretell(hr, id)
    const last = await read(hr, id)
    expect(last.past).toHaveLength(2)
    expect(last.prediction).toMatchObject({ base: quarter(KNOWN), period: quarter(KNOWN + 1) })
  })

  test("a driver that cannot be published says what is missing, with its figures", async () => {
    const few = await company("Few", 2)
    const short = await make(few.hr, wanted(few.kpis))
    await foretell(few.hr, short)
    expect(await read(few.hr, short)).toMatchObject({
      ...{ state: "refused", prediction: null, fit: null },
      refusals: [
        { reason: "too-few-periods", have: 1, need: 3 },
        { reason: "too-few-rows", have: UNITS, need: 30 },
      ],
    })
    const vain = await company("Vain", KNOWN, 0)
    const nothing = await make(vain.hr, wanted(vain.kpis))
    await foretell(vain.hr, nothing)
    const told = await read(vain.hr, nothing)
    expect(told).toMatchObject({ state: "refused", prediction: null, past: [] })
    expect(told.refusals.map(({ reason }) => reason)).toContain("indicator-adds-nothing")
    expect(told.fit?.backTest?.of).toBeGreaterThan(0)
    const empty = await api.hr("Empty")
    const kpis = await seedFigures(api.deps, empty.organizationId, 0)
    const waiting = await make(empty, wanted(kpis))
    await foretell(empty, waiting)
    expect(await read(empty, waiting)).toMatchObject({ state: "waiting", waiting: "no-values" })
  })

  test("a driver that stops to be good enough shows no prediction any more; what it foretold stays in the record", async () => {
    const { hr, kpis } = await company("Worse")
    const id = await make(hr, wanted(kpis))
    await foretell(hr, id)
    expect((await read(hr, id)).foretold).toMatchObject({ period: quarter(KNOWN) })
    // All figures of the indicator turn out to have been wrong.
    const wrong = figures(KNOWN).training.map((row, at) =>
      row.map((_, unit) => 50 + 9 * noise(unit * 3 + at * 5 + 2)),
    )
    await setValues(api.deps, hr.organizationId, kpis.indicator, wrong)
    await foretell(hr, id)
    const told = await read(hr, id)
    expect(told).toMatchObject({ state: "refused", prediction: null, foretold: null })
    expect(told.past).toHaveLength(1)
    const { drivers } = (await hr.call("GET", "/api/drivers")).json as DriverList
    expect(drivers[0]).toMatchObject({ state: "refused", foretold: null })
  })

  test("labels that stand for the whole organization, or for none of it, are no units of a driver, and are named", async () => {
    const { hr, kpis } = await company("Whole")
    await withOrganization(api.deps.db, "web", hr.organizationId, async (tx) => {
      for (const [number, target] of [
        [0, "whole"],
        [1, "none"],
      ] as const)
        await tx.updateTable("app.kpi_unit").set({ target }).where("number", "=", number).execute()
    })
    const id = await make(hr, wanted(kpis))
    await foretell(hr, id)
    const told = await read(hr, id)
    expect(told.leftOut).toEqual([
      { number: 0, label: "Unit 1", reason: "whole" },
      { number: 1, label: "Unit 2", reason: "none" },
    ])
    // The numbers of the units are those of the labels, whatever was left out before them.
    expect(told.prediction?.units.map(({ unit }) => unit)).toEqual(
      Array.from({ length: UNITS - 2 }, (_, at) => at + 2),
    )
    const { training } = figures(KNOWN)
    expect(told.prediction?.units[0]?.indicator).toBe(training[KNOWN - 1]?.[2])
  })

  test("what is switched off foretells nothing until it is switched on again", async () => {
    const { hr, kpis } = await company("Off")
    const id = await make(hr, wanted(kpis))
    await hr.call("PATCH", `/api/drivers/${id}`, { active: false })
    expect(await activeDrivers(api.deps, hr.organizationId)).toEqual([])
    await foretell(hr, id)
    expect(await read(hr, id)).toMatchObject({ state: "waiting", waiting: "inactive", past: [] })
    await hr.call("PATCH", `/api/drivers/${id}`, { active: true })
    expect(await activeDrivers(api.deps, hr.organizationId)).toEqual([id])
    await foretell(hr, id)
    expect(await read(hr, id)).toMatchObject({ state: "published" })
  })

  test("a keeper sees and feeds the own driver, a receiver reads it, others find nothing; it is the look at whose it is that hides them", async () => {
    const { hr, kpis } = await company("Hands")
    const { organizationId } = hr
    const add = async (name: string, role: "leader" | "analyst" | "keeper") => {
      const email = `${name}@hands.example`
      const caller = await addSignedIn(api, organizationId, { email, role })
      const { members } = (await hr.call("GET", "/api/members")).json as {
        members: { id: string; email: string }[]
      }
      return { ...caller, id: members.find((member) => member.email === email)?.id ?? "" }
    }
    const [keeper, second] = [await add("kim", "keeper"), await add("kay", "keeper")]
    const [leader, analyst] = [await add("lea", "leader"), await add("ana", "analyst")]
    const kims = await make(hr, { ...wanted(kpis), name: "Kim's", keeper: keeper.id, receiver: leader.id })
    const kays = await make(hr, { ...wanted(kpis), name: "Kay's", keeper: second.id })
    await foretell(hr, kims)

    const names = async ({ call }: Pick<Hr, "call">) =>
      ((await call("GET", "/api/drivers")).json as DriverList).drivers.map(({ name }) => name)
    expect(await names(hr)).toEqual(["Kay's", "Kim's"])
    expect(await names(analyst)).toEqual(["Kay's", "Kim's"])
    expect(await names(keeper)).toEqual(["Kim's"])
    expect(await names(second)).toEqual(["Kay's"])
    expect(await names(leader)).toEqual(["Kim's"])
    expect((await read(keeper, kims)).mayFeed).toBe(true)
    expect((await read(leader, kims)).mayFeed).toBe(false)

    const feed = { values: [{ unit: 0, period: quarter(KNOWN), value: 70 }] }
    for (const [who, path, status] of [
      [keeper, `/api/drivers/${kays}`, 404],
      [second, `/api/drivers/${kims}`, 404],
      [leader, `/api/drivers/${kays}`, 404],
      [keeper, `/api/drivers/${kims}`, 200],
      [leader, `/api/drivers/${kims}`, 200],
      [analyst, `/api/drivers/${kays}`, 200],
    ] as const)
      expect([path, (await who.call("GET", path)).status]).toEqual([path, status])
    for (const [who, id, status] of [
      [keeper, kays, 404],
      [second, kims, 404],
      [leader, kims, 403],
      [analyst, kims, 403],
      [hr, kims, 403],
      [keeper, kims, 200],
    ] as const)
      expect((await who.call("POST", `/api/drivers/${id}/values`, feed)).status).toBe(status)
    for (const who of [keeper, leader, analyst])
      for (const [method, body] of [
        ["PATCH", { name: "Mine" }],
        ["DELETE", undefined],
      ] as const)
        expect((await who.call(method, `/api/drivers/${kims}`, body)).status).toBe(403)
    expect((await keeper.call("POST", "/api/drivers", wanted(kpis))).status).toBe(403)
    for (const path of [
      "/api/results",
      "/api/people",
      "/api/members",
      "/api/surveys",
      "/api/published",
      "/api/kpis",
    ])
      expect([path, (await keeper.call("GET", path)).status]).toEqual([path, 403])

    // The same with the look at whose it is taken away: Kim reads Kay's.
    const kim = {
      ...{ userId: keeper.id, organizationId, organizationName: "Hands", role: "keeper", personId: null },
      user: { name: "Kim", email: "kim@hands.example" },
    } satisfies Session
    expect((await listDrivers(api.deps, kim)).drivers).toHaveLength(1)
    expect((await listDrivers(api.deps, kim, () => null)).drivers).toHaveLength(2)
    await expect(readDriver(api.deps, kim, kays)).rejects.toMatchObject({ code: "driver.unknown" })
    expect((await readDriver(api.deps, kim, kays, () => null)).name).toBe("Kay's")

    // Who goes leaves the driver behind, in nobody's hands.
    expect((await hr.call("DELETE", `/api/members/${keeper.id}`)).status).toBe(200)
    const left = ((await hr.call("GET", "/api/drivers")).json as DriverList).drivers.find(
      ({ id }) => id === kims,
    ) as DriverBrief
    expect(left).toMatchObject({ keeper: null, receiver: { id: leader.id } })
  })

  test("a keeper writes values of the own indicator for the driver's units, and what corrections found is kept", async () => {
    const { hr, kpis } = await company("Fed")
    const email = "kim@fed.example"
    const keeper = await addSignedIn(api, hr.organizationId, { email, role: "keeper" })
    const { members } = (await hr.call("GET", "/api/members")).json as {
      members: { id: string; email: string }[]
    }
    const userId = members.find((member) => member.email === email)?.id ?? ""
    const id = await make(hr, { ...wanted(kpis), keeper: userId })
    const { sales } = figures(KNOWN)
    const feed = (values: unknown) => keeper.call("POST", `/api/drivers/${id}/values`, { values })
    const last = quarter(KNOWN - 1)
    expect(
      await feed([
        { unit: 3, period: last, value: 12.5 },
        { unit: 3, period: quarter(KNOWN), value: 44 },
      ]),
    ).toMatchObject({ status: 200, json: { added: 1, corrected: 1, unchanged: 0 } })
    const told = await read(keeper, id)
    expect(told.series.indicator[KNOWN - 1]?.[3]).toBe(12.5)
    expect(told.series.indicator[KNOWN]?.[3]).toBe(44)
    expect(told.series.outcome[KNOWN - 1]).toEqual(sales[KNOWN - 1])
    const writes = await withOrganization(api.deps.db, "web", hr.organizationId, (tx) =>
      tx
        .selectFrom("app.kpi_write")
        .innerJoin("app.kpi_change", "app.kpi_change.number", "app.kpi_write.number")
        .select(["kpi_id", "written_by"])
        .where("source", "=", "keeper")
        .execute(),
    )
    expect(new Set(writes.map(({ kpi_id }) => kpi_id))).toEqual(new Set([kpis.indicator]))
    expect(writes.every(({ written_by }) => written_by === userId)).toBe(true)

    const refused = async (values: unknown) => {
      const { status, json } = await feed(values)
      return [status, (json as { code: string }).code]
    }
    const one = { unit: 3, period: last, value: 1 }
    expect(await refused([{ ...one, unit: UNITS }])).toEqual([422, "driver.values"])
    expect(await refused([{ ...one, period: "2026-07" }])).toEqual([422, "driver.values"])
    expect(await refused([{ ...one, period: "soon" }])).toEqual([422, "driver.values"])
    expect(await refused([one, { ...one, value: 2 }])).toEqual([422, "driver.values"])
    expect(await refused([{ ...one, kpi: kpis.outcome }])).toEqual([400, "request.invalid"])
    expect((await read(keeper, id)).series.indicator[KNOWN - 1]?.[3]).toBe(12.5)
    expect((await feed([{ ...one, value: null }])).status).toBe(200)
    expect((await read(keeper, id)).series.indicator[KNOWN - 1]?.[3]).toBeNull()
  })

  test("another organization finds no driver, and it is the wall that holds when a query forgets whose it is", async () => {
    const { hr, kpis } = await company("Walled")
    const id = await make(hr, wanted(kpis))
    await foretell(hr, id)
    const other = await api.hr("Over the wall")
    const path = `/api/drivers/${id}`
    expect((await other.call("GET", path)).status).toBe(404)
    expect((await other.call("PATCH", path, { name: "Ours" })).status).toBe(404)
    expect((await other.call("DELETE", path)).status).toBe(404)
    expect((await other.call("GET", "/api/drivers")).json).toEqual({ drivers: [] })
    const careless = (table: "app.driver" | "app.driver_prediction") =>
      withOrganization(api.deps.db, "web", other.organizationId, (tx) =>
        tx.selectFrom(table).select("driver_id").execute(),
      )
    for (const table of ["app.driver", "app.driver_prediction"] as const) {
      expect(await careless(table)).toEqual([])
      await sql`alter table ${sql.table(table)} disable row level security`.execute(database.db)
      try {
        expect((await careless(table)).map(({ driver_id }) => driver_id)).toContain(id)
      } finally {
        await sql`alter table ${sql.table(table)} enable row level security`.execute(database.db)
      }
    }
  })
})
