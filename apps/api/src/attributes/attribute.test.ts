import { type AnalysisInput, type AttributeTable, analyse } from "@throughline/analysis"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import type { Questionnaire } from "@throughline/instrument"
import { beforeAll, expect, test } from "vitest"
import { boxGuards } from "../ballots/only-valid.ts"
import { demoLinks } from "../demo/links.ts"
import { type SeededSurvey, seededCompany } from "../demo/testing.ts"
import { openInvitation } from "../invitations/open-invitation.ts"
import { addSignedIn, leadersOf } from "../members/testing.ts"
import { closeSurvey } from "../surveys/close-survey.ts"
import { copySurvey } from "../surveys/copy-survey.ts"
import { releaseGuards } from "../surveys/count-ballots.ts"
import { findFrozen } from "../surveys/queries.ts"
import { type Caller, openTestApp, type TestApp } from "../testing.ts"
import type { Attribute } from "./schemas.ts"

type Told = { attribute?: AttributeTable; groups: { id: string }[]; seed: number }

eachDatabase((_name, open) => {
  let api: TestApp
  let survey: SeededSurvey
  let hr: Caller
  let input: AnalysisInput | undefined
  beforeAll(async () => {
    api = await openTestApp(await open(), { demo: true })
    survey = await seededCompany(api.deps, { people: 300, share: 0.9, seed: 3, attribute: "location" })
    hr = await addSignedIn(api, survey.organizationId, { email: "hr@attribute.example", role: "hr" })
    return () => api.remove()
  }, 180_000)

  const frozen = () =>
    withOrganization(api.deps.db, "web", survey.organizationId, (tx) =>
      findFrozen(tx, survey.organizationId, survey.surveyId),
    )

  test("a draft says what each column would ask and takes one that can be asked; a launched survey changes nothing", async () => {
    const copy = await copySurvey(api.deps, survey.organizationId, survey.surveyId, "Next")
    const path = `/api/surveys/${copy.id}/attribute`
    const first = (await hr.call("GET", path)).json as Attribute
    expect(first.chosen).toBe("location")
    const location = first.columns.find(({ column }) => column === "location")
    expect(location?.values.length).toBeGreaterThanOrEqual(2)
    expect(location?.values.reduce((sum, { people }) => sum + people, location.none)).toBe(300)
    expect((await hr.call("PUT", path, { chosen: null })).json).toMatchObject({ chosen: null })
    expect((await hr.call("PUT", path, { chosen: "shoe size" })).status).toBe(400)
    expect((await hr.call("PUT", `/api/surveys/${survey.surveyId}/attribute`, { chosen: null })).status).toBe(
      409,
    )
  })

  test("whoever opens a link finds one question more, filled in with what the people file says, in the hashed texts", async () => {
    const links = await demoLinks(api.deps, survey.organizationId, survey.surveyId)
    const values = new Set<string>()
    for (const { secret } of links.slice(-12)) {
      const opened = await openInvitation(api.deps, secret)
      if (opened.state !== "open") continue
      const asked = opened.questionnaire.attribute
      expect(opened.questionnaire.instrument.questions.at(-1)?.id).toBe(asked?.question)
      const [value] = Object.values(opened.filledIn)
      expect(asked?.values).toContain(value)
      values.add(value ?? "")
    }
    expect(values.size).toBeGreaterThan(1)
    expect((await frozen())?.questionnaire).toMatchObject({ attribute: { column: "location", k: 5 } })
  })

  test("a close whose table is not gated is stopped by the audit, and publishes nothing", async () => {
    const careless = (one: AnalysisInput) => {
      input = one
      const release = analyse(one)
      const { attribute } = one
      if (attribute === undefined) throw new Error("no attribute")
      const cells = Object.fromEntries(
        one.measures.constructs.map(({ id }) => [
          id,
          [...attribute.values, null].map(() => ({
            ...{ state: "shown" as const, mean: 3, favourable: 40, neutral: 20, unfavourable: 40 },
            ...{ cannotSay: 0, n: 9, interval: null, coded: false },
          })),
        ]),
      )
      const rows = one.groupings
        .filter(({ kind, depth }) => kind === "unit" && depth === 1)
        .map(({ id }) => ({ group: id, cells }))
      return { ...release, attribute: { label: attribute.label, values: attribute.values, rows } }
    }
    await expect(
      closeSurvey(api.deps, survey.organizationId, survey.surveyId, undefined, undefined, {
        ...boxGuards,
        ...releaseGuards,
        analyse: careless,
      }),
    ).rejects.toMatchObject({ cause: { message: expect.stringMatching(/audit.*attribute/) } })
    expect((await hr.call("GET", `/api/surveys/${survey.surveyId}/release`)).status).toBe(404)
  }, 60_000)

  test("after the close HR reads tables of function × value, a leader only the row of the own function", async () => {
    await closeSurvey(api.deps, survey.organizationId, survey.surveyId)
    const path = `/api/surveys/${survey.surveyId}/release`
    const told = (await hr.call("GET", path)).json as Told
    const rows = told.attribute?.rows ?? []
    expect(rows.length).toBeGreaterThan(0)
    expect(input?.attribute?.of.length).toBe(survey.answered)
    for (const { cells } of rows) {
      for (const cell of Object.values(cells).flat()) {
        if (cell.state === "shown") expect(cell.n).toBeGreaterThanOrEqual(5)
      }
    }
    const leaders = (await leadersOf(api, survey.organizationId)).filter(({ layer }) => layer >= 2)
    let [own, none] = [0, 0]
    for (const [at, { personId, layer }] of leaders.slice(0, 8).entries()) {
      const email = `leader-${at}@attribute.example`
      const leader = await addSignedIn(api, survey.organizationId, { email, role: "leader", personId })
      const part = (await leader.call("GET", path)).json as Told & { own: { group: string } }
      const seen = part.attribute?.rows.map(({ group }) => group) ?? []
      expect(seen).toEqual(
        layer === 2 ? rows.map(({ group }) => group).filter((id) => id === part.own.group) : [],
      )
      if (seen.length > 0) own++
      else none++
    }
    expect(own + none).toBeGreaterThan(0)
  }, 60_000)

  test("what people gave is kept without their answers and without their group", async () => {
    const rows = await withOrganization(api.deps.db, "close", survey.organizationId, (tx) =>
      tx
        .selectFrom("results.observation")
        .select(["item", "item_values"])
        .where("survey_id", "=", survey.surveyId)
        .execute(),
    )
    const { questionnaire } = (await frozen()) as { questionnaire: Questionnaire }
    expect(rows.map(({ item }) => item)).not.toContain(questionnaire.attribute?.question)
    const kept = rows.find(({ item }) => item === "attribute")
    const counts = new Map<number, number>()
    for (const value of kept?.item_values ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
    expect([...counts.values()].every((count) => count >= 5)).toBe(true)
    // An order of its own: the order of the answers would be the same only by a chance of one in billions.
    expect([...(kept?.item_values ?? [])]).not.toEqual([...(input?.attribute?.of ?? [])])
  })
})
