import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, test } from "vitest"
import { seededCompany } from "../demo/testing.ts"
import { type Caller, companyCsv, openTestApp, type TestApp } from "../testing.ts"
import { importPeople } from "./import-people.ts"
import { listPeople } from "./list-people.ts"

const file = (...rows: string[]) => ["Employee ID,Name,Email,Manager ID,Department", ...rows].join("\n")

eachDatabase((_name, open) => {
  let api: TestApp
  let hr: Caller & { organizationId: string }
  const upload = (text: string) => hr.call("POST", "/api/people/import", { fileName: "people.csv", text })
  const people = async () => (await listPeople(api.deps, hr.organizationId)).people

  beforeAll(async () => {
    api = await openTestApp(await open(), { demo: true })
    hr = await api.hr()
    return () => api.remove()
  })

  test("a file with an error changes nothing and names every problem", async () => {
    expect((await upload(file("1,Ann,ann@x.org,,Board", "2,Bob,bob@x.org,1,Sales"))).status).toBe(200)
    const before = await people()
    const bad = await upload(
      file(
        "1,Ann,ann@x.org,,Board",
        "2,Bob,bob@x.org,1,Sales",
        "2,Cy,cy@x.org,1,Sales",
        "3,Di,di@x.org,1,Sales",
      ),
    )
    expect(bad).toMatchObject({
      status: 422,
      json: {
        code: "people.blocked",
        issues: expect.arrayContaining([expect.objectContaining({ code: "duplicate-id" })]),
      },
    })
    expect(await people()).toEqual(before)
  })

  test("a second file updates who is known, adds who is new and removes who is gone", async () => {
    expect(
      (await upload(file("1,Ann,ann@x.org,,Board", "3,Cy,cy@x.org,1,Sales", "2,Robert,bob@x.org,3,Sales")))
        .json,
    ).toEqual({ people: 3, layers: 3 })
    expect((await people()).map(({ id, name, layer, managerId }) => [id, name, layer, managerId])).toEqual([
      ["1", "Ann", 1, null],
      ["3", "Cy", 2, "1"],
      ["2", "Robert", 3, "3"],
    ])
    expect((await upload(file("1,Ann,ann@x.org,,Board"))).json).toEqual({ people: 1, layers: 1 })
    expect(await people()).toHaveLength(1)
  })

  test("who is gone but was invited to a survey stays, inactive and without a place", async () => {
    const { organizationId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 8 })
    const before = (await listPeople(api.deps, organizationId)).people
    await importPeople(api.deps, organizationId, { fileName: "b.csv", text: file("Z1,Ann,ann@x.org,,Board") })
    const after = (await listPeople(api.deps, organizationId)).people
    expect(after).toHaveLength(before.length + 1)
    expect(after.filter(({ active }) => active).map(({ id }) => id)).toEqual(["Z1"])
    expect(after.filter(({ active, layer }) => !active && layer !== 0)).toEqual([])
  })

  test("a file of 20,000 people is in within seconds", async () => {
    // With the plans of an almost empty table it takes minutes.
    const text = companyCsv(20_000)
    const started = performance.now()
    expect((await upload(text)).json).toMatchObject({ people: 20_000 })
    expect(performance.now() - started).toBeLessThan(40_000)
    expect(await people()).toHaveLength(20_000)
  }, 90_000)
})
