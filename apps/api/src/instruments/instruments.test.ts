import { withOrganization } from "@throughline/db"
import { eachDatabase, type TestDatabase } from "@throughline/db/testing"
import { alignmentCore, type Instrument, languages } from "@throughline/instrument"
import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import type { Survey } from "../surveys/schemas.ts"
import { type Caller, openTestApp, type TestApp } from "../testing.ts"
import type { ImportedInstrument, InstrumentDetail, InstrumentSummary, PublishedVersion } from "./schemas.ts"
import { ownDraft, ownQuestions, ownVersion } from "./testing.ts"

eachDatabase((_name, open) => {
  /** As whoever owns it; the application has a login a role. */
  let database: TestDatabase
  let api: TestApp
  let hr: Caller & { organizationId: string }
  const list = async () =>
    ((await hr.call("GET", "/api/instruments")).json as { instruments: InstrumentSummary[] }).instruments
  const read = async (id: string) => (await hr.call("GET", `/api/instruments/${id}`)).json as InstrumentDetail
  const save = (id: string, revision: number, body: object) =>
    hr.call("PUT", `/api/instruments/${id}`, { revision, body })
  const publish = (id: string, revision: number) =>
    hr.call("POST", `/api/instruments/${id}/versions`, { revision })

  beforeAll(async () => {
    database = await open()
    api = await openTestApp(database)
    hr = await api.hr("Instruments")
    return () => api.remove()
  })

  test("the ready-made ones are there from the start, complete in every language", async () => {
    expect(await list()).toMatchObject([
      { id: "alignment-core", version: 1, readyMade: true, needsWords: true, languages },
      { id: "pulse", version: 1, items: 4, minutes: 1, needsWords: false, languages },
      { id: "leadership-team", version: 1, needsWords: true, languages },
    ])
    expect(await read("pulse")).toMatchObject({ revision: 0, faults: [], versions: [{ version: 1 }] })
    const version = (await hr.call("GET", "/api/instruments/alignment-core/versions/1"))
      .json as PublishedVersion
    expect(version.body).toEqual(alignmentCore)
    expect((await hr.call("GET", "/api/instruments/alignment-core/versions/2")).status).toBe(404)
  })

  test("a ready-made one cannot be changed, published or deleted, only copied", async () => {
    const refused = { status: 409, json: { code: "instrument.ready-made" } }
    expect(await save("pulse", 0, alignmentCore)).toMatchObject(refused)
    expect(await publish("pulse", 0)).toMatchObject(refused)
    expect(await hr.call("DELETE", "/api/instruments/pulse")).toMatchObject(refused)
    const copy = await hr.call("POST", "/api/instruments", { from: "pulse", name: "Our pulse" })
    expect(copy).toMatchObject({
      status: 201,
      json: { readyMade: false, revision: 1, faults: [], body: { name: { en: "Our pulse" } }, versions: [] },
    })
    expect((await hr.call("POST", "/api/instruments", { from: "nothing", name: "x" })).status).toBe(404)
  })

  test("a draft is saved half-written, and says what keeps it from being published", async () => {
    const { id } = (await hr.call("POST", "/api/instruments", { from: null, name: "New" }))
      .json as InstrumentDetail
    expect((await read(id)).faults).toEqual([
      { path: "questions", message: "There is no question yet. Add at least one." },
    ])
    const half = { ...ownQuestions, id, version: 1, pages: [] }
    expect(await save(id, 1, half)).toMatchObject({
      status: 200,
      json: {
        revision: 2,
        faults: [{ path: "questions.3" }, { path: "questions.4" }, { path: "questions.5" }],
      },
    })
    expect(await publish(id, 2)).toMatchObject({
      status: 422,
      json: { code: "instrument.invalid", issues: [{ path: "questions.3" }, {}, {}] },
    })
    expect(await save(id, 2, { ...half, html: "<b>" })).toMatchObject({
      status: 400,
      json: { code: "request.invalid", issues: [{ path: "body" }] },
    })
    expect((await read(id)).body.questions).toHaveLength(6)
  })

  test("of two people who edit at once the second is told, and nothing is overwritten", async () => {
    const { id, revision, body } = await ownDraft(hr)
    const mine = { ...body, name: { en: "Mine" } }
    const answers = await Promise.all([
      save(id, revision, mine),
      save(id, revision, { ...body, name: { en: "Theirs" } }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.json).toMatchObject({ code: "instrument.changed" })
    const kept = await read(id)
    expect(kept.revision).toBe(revision + 1)
    expect(["Mine", "Theirs"]).toContain(kept.body.name.en)
    // Publishing too is of what was seen.
    expect(await publish(id, revision)).toMatchObject({ status: 409, json: { code: "instrument.changed" } })
  })

  test("versions count up and never change, and a draft without changes is the newest already", async () => {
    const { id, version } = await ownVersion(hr)
    expect(version).toBe(1)
    const draft = await read(id)
    expect(draft).toMatchObject({ changed: false, versions: [{ version: 1 }], languages: ["en", "de"] })
    expect((await publish(id, draft.revision)).json).toMatchObject({ version: 1 })
    // Saved again as it is, its keys in another order than the database has them.
    expect(await save(id, draft.revision++, { ...ownQuestions, version: 7, id })).toMatchObject({
      json: { changed: false },
    })
    const changed = { ...draft.body, questions: draft.body.questions.filter(({ id }) => id !== "calm-2") }
    await save(id, draft.revision, changed)
    expect(await read(id)).toMatchObject({ changed: true })
    expect((await list()).find((one) => one.id === id)).toMatchObject({ version: 1, items: 6, changed: true })
    const second = await publish(id, draft.revision + 1)
    expect(second).toMatchObject({ status: 201, json: { version: 2, body: { version: 2 } } })
    const first = (await hr.call("GET", `/api/instruments/${id}/versions/1`)).json as PublishedVersion
    expect(first.body.questions).toHaveLength(6)
    expect((second.json as PublishedVersion).body.questions).toHaveLength(5)
  })

  test("a version cannot be changed or deleted even by a query that tries to, and it is the role that holds it", async () => {
    const { id } = await ownVersion(hr)
    const careless = withOrganization(api.deps.db, "web", hr.organizationId, (tx) =>
      tx.deleteFrom("app.instrument_version").where("instrument_id", "=", id).execute(),
    )
    await expect(careless).rejects.toThrow(/permission denied/)
    // The same attack after a careless grant, which is taken back: now the version goes.
    const granted = database.db.transaction().execute(async (tx) => {
      await sql`grant delete on app.instrument_version to throughline_web`.execute(tx)
      await sql`select set_config('throughline.organization', ${hr.organizationId}, true)`.execute(tx)
      await sql`set local role throughline_web`.execute(tx)
      const { numDeletedRows } = await tx
        .deleteFrom("app.instrument_version")
        .where("instrument_id", "=", id)
        .executeTakeFirst()
      throw Object.assign(new Error("taken back"), { deleted: numDeletedRows })
    })
    await expect(granted).rejects.toMatchObject({ deleted: 1n })
    expect((await hr.call("GET", `/api/instruments/${id}/versions/1`)).status).toBe(200)
  })

  test("one language is enough to publish; what others lack is no fault, they are just not offered", async () => {
    const body: Omit<Instrument, "id" | "version"> = {
      ...ownQuestions,
      questions: ownQuestions.questions.map((one, at) =>
        at === 0 ? { ...one, text: { en: "I work in peace." } } : one,
      ) as Instrument["questions"],
    }
    const { id } = await ownVersion(hr, body)
    expect((await list()).find((one) => one.id === id)).toMatchObject({ languages: ["en"] })
  })

  test("it is deleted with its versions as long as no survey uses it", async () => {
    const { id, version } = await ownVersion(hr)
    const survey = (await hr.call("POST", "/api/surveys", { name: "Uses it" })).json as Survey
    expect(survey.instrument).toMatchObject({ id: "alignment-core", version: 1 })
    const { name, k, audience, languages: spoken, closesAt } = survey
    const use = (instrument: object) =>
      hr.call("PUT", `/api/surveys/${survey.id}`, {
        name,
        k,
        audience,
        languages: spoken,
        closesAt,
        instrument,
      })
    expect(await use({ id, version })).toMatchObject({
      status: 200,
      json: { instrument: { id, version: 1 } },
    })
    expect(await hr.call("DELETE", `/api/instruments/${id}`)).toMatchObject({
      status: 409,
      json: { code: "instrument.in-use", detail: "It is used by: Uses it." },
    })
    expect((await read(id)).surveys).toEqual([{ name: "Uses it", version: 1 }])
    expect((await use({ id, version: 2 })).json).toMatchObject({ code: "instrument.unknown" })
    expect((await use({ id: crypto.randomUUID(), version: 1 })).json).toMatchObject({
      code: "instrument.unknown",
    })
    await use({ id: "pulse", version: 1 })
    expect((await hr.call("DELETE", `/api/instruments/${id}`)).status).toBe(200)
    expect((await hr.call("GET", `/api/instruments/${id}`)).status).toBe(404)
    expect((await hr.call("GET", `/api/instruments/${id}/versions/1`)).status).toBe(404)
  })

  describe("SurveyJS JSON", () => {
    test("goes out in every language and comes in again as the same questionnaire", async () => {
      const { id, version } = await ownVersion(hr)
      const survey = (await hr.call("GET", `/api/instruments/${id}/surveyjs?version=${version}`)).json
      const back = await hr.call("POST", "/api/instruments/import", { survey })
      expect(back.status).toBe(201)
      const { body, notes } = back.json as ImportedInstrument
      expect(body).toEqual({ ...ownQuestions, id: body.id, version: 1 })
      expect(body.id).not.toBe(id)
      // What our own export says for other programs' eyes only.
      expect(notes.map(({ property }) => property)).toEqual(["description"])
      expect((await hr.call("GET", "/api/instruments/pulse/surveyjs")).status).toBe(200)
      expect((await hr.call("GET", `/api/instruments/${id}/surveyjs?version=9`)).status).toBe(404)
    })

    test("with parts that cannot be taken over is refused, each by name, and nothing is stored", async () => {
      const before = (await list()).length
      const survey = { completedHtml: "<b>", elements: [{ type: "html", name: "a", html: "<script>" }] }
      expect(await hr.call("POST", "/api/instruments/import", { survey })).toMatchObject({
        status: 422,
        json: {
          code: "instrument.refused",
          issues: [
            { path: "", property: "completedHtml" },
            { path: "elements.0", property: "type" },
          ],
        },
      })
      expect(await list()).toHaveLength(before)
      expect((await hr.call("POST", "/api/instruments/import", { survey: "x".repeat(300_000) })).status).toBe(
        413,
      )
    })
  })

  test("another organization neither sees nor changes it, and it is the wall that holds when a query forgets", async () => {
    const { id } = await ownVersion(hr)
    const other = await api.hr("Other")
    const seen = (await other.call("GET", "/api/instruments")).json as { instruments: InstrumentSummary[] }
    expect(seen.instruments.map((one) => one.id)).toEqual(["alignment-core", "pulse", "leadership-team"])
    const survey = (await other.call("POST", "/api/surveys", { name: "x" })).json as Survey
    const { name, k, audience, languages: spoken, closesAt } = survey
    const settings = { name, k, audience, languages: spoken, closesAt, instrument: { id, version: 1 } }
    expect(await other.call("PUT", `/api/surveys/${survey.id}`, settings)).toMatchObject({
      status: 404,
      json: { code: "instrument.unknown" },
    })
    for (const table of ["app.instrument", "app.instrument_version"] as const) {
      const careless = () =>
        withOrganization(api.deps.db, "web", other.organizationId, (tx) =>
          tx.selectFrom(table).select("instrument_id").where("instrument_id", "=", id).execute(),
        )
      expect(await careless()).toEqual([])
      // The same attack with the wall taken down: now the foreign questionnaire is seen.
      await sql`alter table ${sql.table(table)} disable row level security`.execute(database.db)
      try {
        expect(await careless()).toHaveLength(1)
      } finally {
        await sql`alter table ${sql.table(table)} enable row level security`.execute(database.db)
      }
    }
  })
})
