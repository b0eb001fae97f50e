import { withOrganization } from "@throughline/db"
import { eachDatabase, type TestDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { seededCompany } from "../demo/testing.ts"
import { type Caller, companyCsv, openTestApp, peopleForm, type TestApp } from "../testing.ts"
import { importPeople } from "./import-people.ts"
import { listImports } from "./list-imports.ts"
import { listPeople } from "./list-people.ts"
import { selectPeoplePages } from "./queries.ts"
import type { PeopleImports } from "./schemas.ts"
import { undoImport } from "./undo-import.ts"

const file = (...rows: string[]) => ["Employee ID,Name,Email,Manager ID,Department", ...rows].join("\n")

eachDatabase((_name, open) => {
  /** As whoever owns it; the application has a login a role. */
  let database: TestDatabase
  let api: TestApp
  let hr: Caller & { organizationId: string }
  const upload = async (text: string, name = "people.csv") =>
    expect((await hr.call("POST", "/api/people/import", peopleForm(text, name))).status).toBe(200)
  const history = async () => ((await hr.call("GET", "/api/people/imports")).json as PeopleImports).imports
  const undo = (id = "") => hr.call("POST", `/api/people/imports/${id}/undo`)
  const stored = (organizationId = hr.organizationId) =>
    withOrganization(api.deps.db, "web", organizationId, (tx) => selectPeoplePages(tx, organizationId))

  beforeAll(async () => {
    database = await open()
    api = await openTestApp(database, { demo: true })
    hr = await api.hr()
    return () => api.remove()
  })

  test("an undo restores every row bit for bit, each the same person as before", async () => {
    await upload(
      file("1,Ánn,ann@x.org,,Board", "2,Bob,bob@x.org,1,Sales", "3,李娜,li@x.org,2,Sales", "4,Di,,2,Sales"),
      "first.csv",
    )
    const before = await stored()
    await upload(
      file(
        "1,Ann Two,ann@x.org,,Board",
        "3,Cy,cy@x.org,1,Ops",
        "X9,Bob,bob@x.org,1,Sales",
        "5,Eve,e@x.org,3,Ops",
      ),
      "second.csv",
    )
    expect(await stored()).not.toEqual(before)
    const [last, first] = await history()
    expect([last?.fileName, last?.undo, first?.fileName, first?.undo]).toEqual([
      "second.csv",
      true,
      "first.csv",
      false,
    ])
    expect((await undo(last?.id)).status).toBe(200)
    expect(await stored()).toEqual(before)
    expect((await listPeople(api.deps, hr.organizationId)).lastImport?.fileName).toBe("first.csv")
  })

  test("the history tells who imported what, what it changed, and who undid it", async () => {
    const [undone, first] = await history()
    expect(undone).toMatchObject({
      fileName: "second.csv",
      importedBy: "Helen Rowe",
      difference: { joined: 1, left: 1, moved: 1 },
      undo: false,
      undoneBy: "Helen Rowe",
    })
    expect(undone?.undoneAt).not.toBeNull()
    expect(first).toMatchObject({ fileName: "first.csv", people: 4, layers: 3, undoneAt: null })
  })

  test("only the last import can be undone, once, and by its own organization only", async () => {
    const refused = { status: 409, json: { code: "people.not-undoable" } }
    const [undone, first] = await history()
    expect(await undo(undone?.id)).toMatchObject(refused)
    expect(await undo(first?.id)).toMatchObject(refused)
    await upload(file("1,Ann,ann@x.org,,Board"), "third.csv")
    const [third] = await history()
    const other = await api.hr("Other")
    expect(await other.call("POST", `/api/people/imports/${third?.id}/undo`)).toMatchObject(refused)
    expect((await other.call("GET", "/api/people/imports")).json).toEqual({ imports: [] })
    expect((await undo("nonsense")).status).toBe(404)
    expect((await undo(third?.id)).status).toBe(200)
    await upload(file("1,Ann,ann@x.org,,Board"), "fourth.csv")
    expect((await history()).map(({ undo }) => undo)).toEqual([true, false, false, false])
  })

  test("the people before an import stand behind the wall, and it is the wall that holds them", async () => {
    const other = await api.hr("Curious")
    const careless = () =>
      withOrganization(api.deps.db, "web", other.organizationId, (tx) =>
        tx.selectFrom("registry.people_before").select("organization_id").execute(),
      )
    expect(await careless()).toEqual([])
    await sql`alter table registry.people_before disable row level security`.execute(database.db)
    expect(await careless()).toContainEqual({ organization_id: hr.organizationId })
    await sql`alter table registry.people_before enable row level security`.execute(database.db)
    expect(await careless()).toEqual([])
  })

  test("only the people before the last import are kept, and none after an undo", async () => {
    const kept = () =>
      withOrganization(api.deps.db, "web", hr.organizationId, (tx) =>
        tx.selectFrom("registry.people_before").select("import_id").execute(),
      )
    const [fourth] = await history()
    expect(await kept()).toEqual([{ import_id: fourth?.id }])
    await undo(fourth?.id)
    expect(await kept()).toEqual([])
  })

  test("the first import can be undone too: nobody is stored then", async () => {
    const { organizationId, ...fresh } = await api.hr("Fresh")
    await fresh.call("POST", "/api/people/import", peopleForm(companyCsv(6000)))
    expect((await listPeople(api.deps, organizationId)).people).toHaveLength(6000)
    const [only] = (await listImports(api.deps, organizationId)).imports
    await undoImport(api.deps, organizationId, only?.id ?? "", "nobody")
    expect(await listPeople(api.deps, organizationId)).toMatchObject({
      people: [],
      gone: 0,
      lastImport: null,
    })
  })

  test("a survey launched since keeps its frozen copy; whom it invited stays without a place", async () => {
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 9 })
    const frozen = () =>
      withOrganization(
        api.deps.db,
        "web",
        organizationId,
        async (tx) =>
          (
            await sql`select * from registry.frozen_person where organization_id = ${organizationId}
            and survey_id = ${surveyId} order by position`.execute(tx)
          ).rows,
      )
    const before = await frozen()
    expect(before.length).toBeGreaterThan(30)
    const [only] = (await listImports(api.deps, organizationId)).imports
    await undoImport(api.deps, organizationId, only?.id ?? "", "nobody")
    expect(await frozen()).toEqual(before)
    const after = await listPeople(api.deps, organizationId)
    expect([after.people.length, after.gone]).toEqual([0, 40])
    // And they are the same people again when they come back.
    const ids = new Set(before.map((row) => (row as { person_id: string }).person_id))
    const bytes = companyFile(40, 9)
    await importPeople(api.deps, organizationId, { fileName: "again.csv", bytes }, null)
    const now = (await stored(organizationId)).flatMap((page) => JSON.parse(page) as string[][])
    expect(now.filter(([id]) => !ids.has(id ?? ""))).toEqual([])
  })
})

const companyFile = (people: number, seed: number) => companyCsv(people, seed)
