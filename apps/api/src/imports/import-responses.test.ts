import { existsSync, readFileSync } from "node:fs"
import { type Tx, withOrganization } from "@throughline/db"
import { eachDatabase, type TestDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { afterEach, beforeAll, expect, test } from "vitest"
import { addSignedIn, leadersOf } from "../members/testing.ts"
import type { ViewedRelease } from "../releases/read-release-as.ts"
import { judgedTogether, readEarlier } from "../surveys/earlier-surveys.ts"
import type { Survey } from "../surveys/schemas.ts"
import { type Caller, openTestApp, peopleForm, type TestApp } from "../testing.ts"
import type { DescribedFile, ImportPreview } from "./schemas.ts"
import { oldAnswers, oldForm, oldSettings } from "./testing.ts"

const reference = new URL(
  "../../../../../shared/reference/surveys/us-fevs-2018-sample/responses.csv",
  import.meta.url,
)
const isThere = existsSync(reference)

eachDatabase((_name, open) => {
  let api: TestApp
  let database: TestDatabase
  let hr: Caller & { organizationId: string }

  const send = (form: FormData) => hr.call("POST", "/api/imports", form)
  const imported = async (form: FormData) => {
    const { status, json } = await send(form)
    expect([status, json]).toMatchObject([200, {}])
    return (json as { survey: string }).survey
  }
  const release = async (survey: string) =>
    (await hr.call("GET", `/api/surveys/${survey}/release`)).json as ViewedRelease
  const drop = (survey: string) => hr.call("DELETE", `/api/imports/${survey}`)

  afterEach(async () => {
    const { json } = await hr.call("GET", "/api/results")
    for (const { id } of (json as { surveys: { id: string }[] }).surveys) await drop(id)
  })
  /** As whoever owns the tables, who is bound to an organization like everybody. */
  const asOwner = <T>(work: (tx: Tx) => Promise<T>) =>
    database.db.transaction().execute(async (tx) => {
      await sql`select set_config('throughline.organization', ${hr.organizationId}, true)`.execute(tx)
      return await work(tx)
    })

  beforeAll(async () => {
    database = await open()
    api = await openTestApp(database)
    hr = await api.hr()
    return () => api.remove()
  })

  test("a file of old answers becomes a closed survey that says what it is, and promises nothing", async () => {
    const id = await imported(oldForm())
    const survey = (await hr.call("GET", `/api/surveys/${id}`)).json as Survey
    expect(survey).toMatchObject({
      ...{ state: "closed", outcome: "released", source: "imported", promise: [], words: null },
      ...{ invited: 240, closedAt: "2019-05-31T12:00:00.000Z" },
      imported: { fileName: "old.csv", people: 240, refused: 0 },
      instrument: { items: 2, name: "Spring 2019" },
    })
    const listed = (await hr.call("GET", "/api/results")).json as { surveys: object[] }
    expect(listed.surveys).toEqual([expect.objectContaining({ id, source: "imported" })])
    const told = await release(id)
    expect(told.survey).toMatchObject({
      imported: { layers: ["Manager", "Staff"] },
      respondents: 240,
      invited: 300,
    })
    expect(told.groups.map(({ id: group, name }) => [group, name]).slice(0, 4)).toEqual([
      ["all", "Whole organization"],
      ["layer:1", "Layer 1: Manager"],
      ["layer:2", "Layer 2: Staff"],
      ["unit:0", "North"],
    ])
    expect(told.groups[0]?.cells["mission-clarity"]).toMatchObject({ state: "shown", n: 240 })
    expect(told.breaks).toBeUndefined()
    expect(await drop(id)).toMatchObject({ status: 200 })
  })

  test("of the rows nothing is stored but columns under atoms of k, in an order of their own", async () => {
    const id = await imported(oldForm())
    const { rows } = await asOwner((tx) =>
      sql<{ item: string; item_values: Uint8Array }>`
        select item, item_values from results.observation where survey_id = ${id}::uuid
        order by item collate "C"`.execute(tx),
    )
    expect(rows.map(({ item }) => item)).toEqual(["atom", "old-q1", "old-q2"])
    const atoms = new Int32Array(new Uint8Array(rows[0]?.item_values ?? []).buffer)
    const sizes = new Map<number, number>()
    for (const atom of atoms) sizes.set(atom, (sizes.get(atom) ?? 0) + 1)
    expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(5)
    const inFile = oldAnswers()
      .split("\n")
      .slice(1)
      .map((row) => Number(row.split(",")[4]))
    const stored = [...new Uint8Array(rows[1]?.item_values ?? [])]
    expect(stored).not.toEqual(inFile)
    expect([...stored].sort()).toEqual([...inFile].sort())
    const everything = await asOwner((tx) =>
      sql<{ body: string }>`
        select body::text from results.release where survey_id = ${id}::uuid
        union all select to_jsonb(survey)::text from app.survey survey where survey_id = ${id}::uuid
        union all select to_jsonb(note)::text from app.survey_import note where survey_id = ${id}::uuid`.execute(
        tx,
      ),
    )
    expect(everything.rows).toHaveLength(3)
    for (const { body } of everything.rows) expect(body).not.toMatch(/r1-\d/)
  })

  test("HR sees what an import would count before it counts, and no figure of it", async () => {
    const text = `${oldAnswers()}\nr1-0,North,U0,Staff,5,5\nx,North,U0,Chief,5,5`
    const { status, json } = await hr.call("POST", "/api/imports/preview", oldForm(text))
    expect(status).toBe(200)
    expect(json as ImportPreview).toMatchObject({
      ...{ refused: null, people: 240, refusedCount: 2, beside: 0 },
      layers: [
        { name: "Layer 1: Manager", people: 40, told: true },
        { name: "Layer 2: Staff", people: 200, told: true },
      ],
    })
    expect((json as ImportPreview).refusedRows.map(({ first }) => first)).toEqual([[242], [243]])
    expect((json as ImportPreview).smallest).toBeGreaterThanOrEqual(5)
    expect(JSON.stringify(json)).not.toMatch(/mean|favourable/)
    expect(((await hr.call("GET", "/api/results")).json as { surveys: object[] }).surveys).toEqual([])
  })

  test("columns are described before anybody says what they mean", async () => {
    const form = peopleForm(oldAnswers(), "old.csv")
    const { json } = await hr.call("POST", "/api/imports/description", form)
    const { rows, columns, topics } = json as DescribedFile
    expect(rows).toBe(240)
    expect(columns.map(({ role }) => role)).toEqual(["person", "unit", "unit", "layer", "item", "item"])
    expect(topics.map(({ id }) => id)).toContain("mission-clarity")
    expect(await hr.call("POST", "/api/imports/description", peopleForm("%PDF-1.4", "a.pdf"))).toMatchObject({
      status: 422,
      json: { code: "import.refused" },
    })
  })

  test("a file is imported once, and again after it was taken out", async () => {
    const id = await imported(oldForm())
    expect(await send(oldForm())).toMatchObject({ status: 409, json: { code: "import.twice" } })
    expect(await drop(id)).toMatchObject({ status: 200 })
    expect(await drop(id)).toMatchObject({ status: 404 })
    expect(await hr.call("GET", `/api/surveys/${id}/release`)).toMatchObject({ status: 404 })
    await imported(oldForm())
  })

  test("sent twice at once it is imported once, also where the two say different days", async () => {
    const answers = await Promise.all(
      ["2019-05-31", "2017-05-31"].map((closedOn) => send(oldForm(oldAnswers(), { closedOn }))),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)).toMatchObject({ json: { code: "import.twice" } })
    const { json } = await hr.call("GET", "/api/results")
    expect((json as { surveys: object[] }).surveys).toHaveLength(1)
  })

  test("a name that is cut where a character stands of two halves is stored whole, and units stay apart", async () => {
    const long = `${"n".repeat(199)}\u{1F30D}`
    const text = oldAnswers().replaceAll(",North,", `,${long} A,`).replaceAll(",South,", `,${long} B,`)
    const told = await release(await imported(oldForm(text)))
    const units = told.groups.filter(({ name }) => name === "n".repeat(199))
    expect(units.map(({ respondents }) => respondents)).toEqual([120, 120])
  })

  test("fewer than k, days to come and questions without a topic are refused, and nothing is stored", async () => {
    expect(await send(oldForm(oldAnswers(4)))).toMatchObject({
      status: 422,
      json: { code: "import.refused", detail: expect.stringContaining("Only 4 people") },
    })
    expect(await send(oldForm(oldAnswers(), { closedOn: "2999-01-01" }))).toMatchObject({
      status: 422,
      json: { code: "survey.dates" },
    })
    expect(await send(oldForm(oldAnswers(), { closedOn: "0000-01-01" }))).toMatchObject({ status: 400 })
    expect(await send(oldForm(oldAnswers(), { topics: [] }))).toMatchObject({ status: 422 })
    expect(await hr.call("GET", "/api/results")).toMatchObject({ json: { surveys: [] } })
  })

  test("the same questions within a month hide each other; the day after they do not", async () => {
    const first = await imported(oldForm())
    const isTold = async (survey: string) => (await release(survey)).groups[0]?.cells["mission-clarity"]
    const close = await imported(oldForm(oldAnswers(239, 2), { closedOn: "2019-06-30" }))
    expect(await isTold(close)).toEqual({ state: "hidden", reason: "earlier-survey" })
    expect((await release(close)).beside).toEqual([
      { survey: first, closedAt: "2019-05-31T12:00:00.000Z", unjudgeable: true },
    ])
    // Also where the older answers are imported last.
    const before = await imported(oldForm(oldAnswers(238, 3), { closedOn: "2019-05-02" }))
    expect(await isTold(before)).toEqual({ state: "hidden", reason: "earlier-survey" })
    const far = await imported(oldForm(oldAnswers(237, 4), { closedOn: "2019-08-01" }))
    expect(await isTold(far)).toMatchObject({ state: "shown" })
  })

  test("a survey that is asked here within a month is judged with it, as with people who cannot be told apart", async () => {
    const id = await imported(oldForm(oldAnswers(), { closedOn: "2020-01-31" }))
    const launchedAt = new Date("2020-02-20T00:00:00Z")
    const { earlier } = await withOrganization(api.deps.db, "close", hr.organizationId, (tx) =>
      readEarlier(tx, hr.organizationId, crypto.randomUUID(), launchedAt),
    )
    expect(earlier.map(({ release: one }) => one.survey.id)).toEqual([id])
    const judged = judgedTogether({ cohorts: [], personIds: [], cut: [] }, earlier)
    expect(judged.earlier).toMatchObject([{ unjudgeable: true }])
  })

  test("a leader sees nothing of it, and it is no survey to be copied or tried out", async () => {
    const id = await imported(oldForm())
    const people = ["Employee ID,Name,Email,Manager ID", "1,Ann,ann@x.org,", "2,Bob,bob@x.org,1"].join("\n")
    expect(await hr.call("POST", "/api/people/import", peopleForm(people))).toMatchObject({ status: 200 })
    const [ann] = await leadersOf(api, hr.organizationId)
    const email = `ann-${id}@example.com`
    const leader = await addSignedIn(api, hr.organizationId, {
      ...{ email, role: "leader", personId: ann?.personId ?? "" },
    })
    const look = await leader.call("GET", `/api/surveys/${id}/release`)
    expect(look).toMatchObject({ status: 404, json: { code: "release.no-team" } })
    const listed = (await leader.call("GET", "/api/results")).json as { surveys: object[] }
    expect(listed.surveys).toEqual([expect.objectContaining({ id, unit: null, source: "imported" })])
    const copy = await hr.call("POST", `/api/surveys/${id}/copies`, { name: "Again" })
    expect(copy).toMatchObject({ status: 409, json: { code: "survey.imported" } })
    expect(await hr.call("GET", `/api/surveys/${id}/preview`)).toMatchObject({ status: 409 })
  })

  test("another organization can neither see nor delete it", async () => {
    const id = await imported(oldForm())
    const other = await api.hr("Other")
    expect(await other.call("DELETE", `/api/imports/${id}`)).toMatchObject({ status: 404 })
    expect(await other.call("GET", `/api/surveys/${id}/release`)).toMatchObject({ status: 404 })
    const gone = await withOrganization(api.deps.db, "web", other.organizationId, (tx) =>
      sql<{
        gone: boolean
      }>`select results.delete_import(${hr.organizationId}::uuid, ${id}::uuid) as gone`.execute(tx),
    )
    expect(gone.rows).toEqual([{ gone: false }])
    expect((await release(id)).survey.id).toBe(id)
  })

  test("results of a survey that was asked here are not deleted, unless the guard of its source is taken away", async () => {
    const id = await imported(oldForm())
    const unguarded = <T>(work: (tx: Tx) => Promise<T>) =>
      asOwner(async (tx) => {
        await sql`alter table app.survey disable trigger keep_source`.execute(tx)
        const made = await work(tx)
        await sql`alter table app.survey enable trigger keep_source`.execute(tx)
        return made
      })
    // As if it had been asked here.
    await unguarded((tx) =>
      sql`update app.survey set source = 'asked' where survey_id = ${id}::uuid`.execute(tx),
    )
    expect(await drop(id)).toMatchObject({ status: 404, json: { code: "survey.unknown" } })
    const pretend = (tx: Tx) =>
      sql`update app.survey set source = 'imported' where survey_id = ${id}::uuid`.execute(tx)
    await expect(withOrganization(api.deps.db, "web", hr.organizationId, pretend)).rejects.toThrow(
      "never changes",
    )
    expect((await release(id)).survey.id).toBe(id)
    await unguarded(pretend)
    expect(await drop(id)).toMatchObject({ status: 200 })
  })

  test.skipIf(!isThere)(
    `a public sample of 6,783 people: two layers, every question scored, small groups merged${isThere ? "" : " (no reference data)"}`,
    async () => {
      const bytes = new Uint8Array(readFileSync(reference))
      const { json } = await hr.call("POST", "/api/imports/description", peopleForm(bytes, "responses.csv"))
      const { columns } = json as DescribedFile
      const order = ["supervisor_or_above", "non_supervisor"]
      const items = columns
        .filter(({ role }) => role === "item")
        .map(({ header }) => ({ column: header, construct: "work", text: header, reverse: false }))
      const id = await imported(
        peopleForm(bytes, "responses.csv", {
          settings: oldSettings({
            ...{ name: "2018", closedOn: "2018-06-01", k: 10, topics: [{ id: "work", name: "Work" }] },
            mapping: {
              place: {
                kind: "units",
                layer: { column: "supervisory_status", order },
                units: ["agency", "unit"],
              },
              ...{ person: "respondent", items, answers: {} },
            },
          }),
        }),
      )
      const told = await release(id)
      const cell = (group: string, measure: string) =>
        told.groups.find(({ name }) => name === group)?.cells[measure]
      expect(items).toHaveLength(22)
      // 4.40 and 3.93 in the file, a decimal in a release.
      expect(cell("NN, supervisor_or_above", "old-q56")).toMatchObject({ mean: 4.4, n: 217 })
      expect(cell("NN, non_supervisor", "old-q56")).toMatchObject({ mean: 3.9, n: 1661 })
      expect(cell("Whole organization", "work")).toMatchObject({ state: "shown", n: 6783 })
      expect(
        told.groups.filter(({ kind }) => kind === "layer").map(({ respondents }) => respondents),
      ).toEqual([1149, 5634])
      for (const { respondents } of told.atoms) expect(respondents).toBeGreaterThanOrEqual(10)
    },
  )
})
