import { withOrganization } from "@throughline/db"
import { eachDatabase, type TestDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import type { Session } from "../auth/session.ts"
import { addSignedIn } from "../members/testing.ts"
import { openTestApp, peopleForm, type TestApp } from "../testing.ts"
import { listTables, readQuestion, readTable } from "./read-tables.ts"

const HEADERS = "year,group,level,level_order,respondents,code,question,percent_positive"
const TABLE = `${HEADERS}
2019,grade,Staff,1,20000,Q1,The vision is clear,36
2019,grade,Heads,2,9000,Q1,The vision is clear,41
2019,grade,Top,3,1000,Q1,The vision is clear,63
2020,grade,Staff,1,20000,Q7,The vision is clear,34
2020,grade,Heads,2,9000,Q7,The vision is clear,40
2020,grade,Top,3,1000,Q7,The vision is clear,61
2020,grade,Staff,1,20000,Q8,Pay is fair,30
2020,grade,Heads,2,,Q8,Pay is fair,31
`
const said = {
  name: "A public service",
  whose: "others",
  source: "Crown copyright, OGL v3.0",
  limits: "Whole percents.",
}
const file = (more: Record<string, unknown> = said, table: string = TABLE) =>
  peopleForm(table, "table.csv", more)

eachDatabase((_name, open) => {
  let api: TestApp
  let database: TestDatabase
  let hr: Awaited<ReturnType<TestApp["hr"]>>
  let other: Awaited<ReturnType<TestApp["hr"]>>
  let leader: Awaited<ReturnType<typeof addSignedIn>>
  let id = ""
  let own = ""

  beforeAll(async () => {
    database = await open()
    api = await openTestApp(database)
    hr = await api.hr("Company")
    other = await api.hr("Another")
    leader = await addSignedIn(api, hr.organizationId, { email: "l@company.example", role: "leader" })
    id = ((await hr.call("POST", "/api/published", file())).json as { id: string }).id
    const ours = file({ ...said, whose: "own", name: "Ours of 2019" })
    own = ((await hr.call("POST", "/api/published", ours)).json as { id: string }).id
    return () => api.remove()
  })

  test("a check says what counts and what does not, row by row, and stores nothing", async () => {
    const before = (await hr.call("GET", "/api/published")).json
    expect((await hr.call("POST", "/api/published/check", file({}))).json).toMatchObject({
      ...{ kind: "layers", rows: 7, rounding: 0.5, questions: 2, issueCount: 1 },
      ...{ waves: ["2019", "2020"], groups: [{ group: "grade", levels: ["Top", "Heads", "Staff"] }] },
      issues: [{ code: "missing-value", row: 9, column: "respondents" }],
    })
    expect((await hr.call("GET", "/api/published")).json).toEqual(before)
  })

  test("what is kept is listed with its source and limits; its questions are read one by one over all waves", async () => {
    const { json } = await hr.call("GET", `/api/published/${id}`)
    expect(json).toMatchObject({
      ...{ id, ...said, kind: "layers", rows: 7, refused: 1, fileName: "table.csv" },
      questions: [
        { number: 1, question: "The vision is clear" },
        { number: 2, question: "Pay is fair" },
      ],
    })
    const vision = (await hr.call("GET", `/api/published/${id}/questions/1`)).json as {
      steps: Record<string, unknown>[]
    }
    expect(
      vision.steps.map(({ wave, code, from, to, drop, finding }) => [wave, code, from, to, drop, finding]),
    ).toEqual([
      ["2019", "Q1", "Staff", "Heads", 5, "drop"],
      ["2019", "Q1", "Heads", "Top", 22, "largest-drop"],
      ["2020", "Q7", "Staff", "Heads", 6, "drop"],
      ["2020", "Q7", "Heads", "Top", 21, "largest-drop"],
    ])
    const pay = (await hr.call("GET", `/api/published/${id}/questions/2`)).json
    expect(pay).toMatchObject({
      steps: [],
      figures: [{ level: "Staff" }],
      missing: [{ level: "Heads" }, { level: "Top" }],
    })
    expect((await hr.call("GET", `/api/published/${id}/questions/3`)).status).toBe(404)
  })

  test("a table of which nothing counts is refused with what is wrong", async () => {
    const { status, json } = await hr.call("POST", "/api/published", file(said, "a,b\n1,2\n"))
    expect([status, (json as { code: string }).code]).toEqual([422, "published.refused"])
    expect((json as { issues: { message: string }[] }).issues[0]?.message).toContain("No column says")
    expect((await hr.call("POST", "/api/published", file({ ...said, source: "" }))).status).toBe(400)
    expect((await hr.call("POST", "/api/published", file({ ...said, columns: "{" }))).status).toBe(400)
  })

  test("leaders read what others published and nothing of the organization's own; without that wall they would", async () => {
    const names = ({ json }: { json: unknown }) =>
      (json as { tables: { name: string }[] }).tables.map(({ name }) => name)
    expect(names(await hr.call("GET", "/api/published")).toSorted()).toEqual([
      "A public service",
      "Ours of 2019",
    ])
    expect(names(await leader.call("GET", "/api/published"))).toEqual(["A public service"])
    expect((await leader.call("GET", `/api/published/${id}/questions/1`)).status).toBe(200)
    for (const path of [`/api/published/${own}`, `/api/published/${own}/questions/1`])
      expect((await leader.call("GET", path)).status).toBe(404)
    expect((await leader.call("POST", "/api/published", file())).status).toBe(403)
    expect((await leader.call("DELETE", `/api/published/${id}`)).status).toBe(403)

    const session = { organizationId: hr.organizationId, role: "leader" } as Session
    const everything = () => ["own", "others"] as const
    expect((await listTables(api.deps, session, everything)).tables).toHaveLength(2)
    expect((await readTable(api.deps, session, own, everything)).name).toBe("Ours of 2019")
    expect((await readQuestion(api.deps, session, { table: own, number: 1 }, everything)).steps).toHaveLength(
      4,
    )
  })

  test("another organization finds nothing of it, and it is the wall that holds when a query forgets", async () => {
    expect((await other.call("GET", "/api/published")).json).toEqual({ tables: [] })
    for (const path of [`/api/published/${id}`, `/api/published/${id}/questions/1`])
      expect((await other.call("GET", path)).status).toBe(404)
    expect((await other.call("DELETE", `/api/published/${id}`)).status).toBe(404)
    for (const table of ["app.published_table", "app.published_question"] as const) {
      const careless = async () => {
        const found = await withOrganization(api.deps.db, "web", other.organizationId, (tx) =>
          tx.selectFrom(table).select("table_id").where("table_id", "=", id).execute(),
        )
        return found.length > 0
      }
      expect(await careless()).toBe(false)
      await sql`alter table ${sql.table(table)} disable row level security`.execute(database.db)
      try {
        expect(await careless()).toBe(true)
      } finally {
        await sql`alter table ${sql.table(table)} enable row level security`.execute(database.db)
      }
    }
    expect((await hr.call("GET", `/api/published/${id}`)).status).toBe(200)
  })

  test("there is an end to how many are kept", async () => {
    const { organizationId } = other
    const filler = { kind: "units", file_name: "f", rows: 1, refused: 0, rounding: 0.5 } as const
    await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx
        .insertInto("app.published_table")
        .values(
          Array.from({ length: 39 }, (_, at) => ({
            ...{ ...filler, organization_id: organizationId, name: `Table ${at}` },
            ...{ whose: "others" as const, source: "S", limits: "", added_by: null },
          })),
        )
        .execute(),
    )
    expect((await other.call("POST", "/api/published", file())).status).toBe(200)
    expect((await other.call("POST", "/api/published", file())).json).toMatchObject({
      code: "published.too-many",
    })
  })

  test("what is taken away is gone, with its questions", async () => {
    expect((await hr.call("DELETE", `/api/published/${own}`)).status).toBe(200)
    expect((await hr.call("DELETE", `/api/published/${own}`)).status).toBe(404)
    expect((await hr.call("GET", `/api/published/${own}/questions/1`)).status).toBe(404)
  })
})
