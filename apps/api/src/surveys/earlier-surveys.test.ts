import { analyse } from "@throughline/analysis"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, test } from "vitest"
import { seededCompany } from "../demo/testing.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { closeSurvey } from "./close-survey.ts"
import { DAYS_TOGETHER, type EarlierSurvey, judgedTogether, readEarlier } from "./earlier-surveys.ts"

eachDatabase((_name, open) => {
  let api: TestApp

  beforeAll(async () => {
    api = await openTestApp(await open(), { demo: true })
    return () => api.remove()
  })

  test("who was taken out of the people file without having answered is told to the close, and no one else", async () => {
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0.5, seed: 3 })
    const ids = await withOrganization(api.deps.db, "web", organizationId, async (tx) => {
      const all = await tx
        .selectFrom("registry.invitation")
        .select(["person_id", "signed_message"])
        .where("organization_id", "=", organizationId)
        .where("survey_id", "=", surveyId)
        .execute()
      const silent = all.filter((one) => one.signed_message === null).slice(0, 2)
      const answered = all.filter((one) => one.signed_message !== null).slice(0, 2)
      const out = [...silent, ...answered].map(({ person_id }) => person_id)
      await tx
        .updateTable("registry.person")
        .set({ active: false })
        .where("organization_id", "=", organizationId)
        .where("person_id", "in", out)
        .execute()
      return silent.map(({ person_id }) => person_id).sort()
    })
    const { absentIds } = await withOrganization(api.deps.db, "close", organizationId, (tx) =>
      readEarlier(tx, organizationId, surveyId, new Date()),
    )
    expect(absentIds?.sort()).toEqual(ids)
  })

  test("a survey launched within thirty days of the close of another is judged together with it, a later one is not", async () => {
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0.8, seed: 4 })
    await closeSurvey(api.deps, organizationId, surveyId)
    const found = async (days: number) => {
      const launchedAt = new Date(api.deps.now().getTime() + days * 24 * 3600 * 1000)
      const { earlier } = await withOrganization(api.deps.db, "close", organizationId, (tx) =>
        readEarlier(tx, organizationId, crypto.randomUUID(), launchedAt),
      )
      return earlier.map(({ release }) => release.survey.id)
    }
    expect(await found(DAYS_TOGETHER - 1)).toEqual([surveyId])
    expect(await found(DAYS_TOGETHER + 1)).toEqual([])
    // Every language that it was asked in is kept, so that a translated survey is known to ask the same.
    const { earlier } = await withOrganization(api.deps.db, "close", organizationId, (tx) =>
      readEarlier(tx, organizationId, crypto.randomUUID(), api.deps.now()),
    )
    const texts = earlier[0]?.release.measures.constructs[0]?.items[0]?.texts ?? []
    expect(texts.length).toBeGreaterThan(3)
  })
})

const ids = Array.from({ length: 20 }, (_, at) => `person ${at}`)

/** All twenty in one cohort, and a release about them. */
function survey(personIds: string[]): EarlierSurvey {
  const cohort = { id: 0, anchor: 0, layers: [1, 2] as [number, number], kind: "top" as const, merged: null }
  const atoms = [
    { anchor: 0, layers: cohort.layers, kind: cohort.kind, invited: 20, respondents: 20, coarse: 0 },
  ]
  const release = analyse({
    survey: { id: "a", name: "", organization: "", closedAt: "2026-01-31T17:00:00Z", k: 5, invited: 20 },
    measures: { constructs: [], composites: [] },
    observations: { atom: new Int32Array(20), items: [], itemIds: [], atoms: 1 },
    ...{ atoms, groupings: [], seed: 1 },
  })
  return {
    personIds,
    release: { ...release, uncounted: 0, cut: [0] },
    frozen: {
      parent: Int32Array.from(ids, (_, at) => (at === 0 ? -1 : 0)),
      layer: Int32Array.from(ids, (_, at) => (at === 0 ? 1 : 2)),
      heads: ids.map(() => "Unit"),
    },
    invited: ids.map(() => true),
    fileValues: [],
    cohorts: [{ ...cohort, size: 20, members: [...ids.keys()] }],
  }
}

test("a release that kept no cut, or of people with other ids, is one that nothing can be told beside", () => {
  const own = { ...survey(ids), cut: [0], absentIds: ["person 3", "nobody"] }
  const judged = (one: EarlierSurvey) =>
    judgedTogether(own, [one]).earlier.map(({ unjudgeable }) => unjudgeable)
  expect(judged(survey(ids))).toEqual([undefined])
  const { cut, ...old } = survey(ids).release
  expect(cut).toEqual([0])
  expect(judged({ ...survey(ids), release: old })).toEqual([true])
  const renamed = (count: number) => ids.map((id, at) => (at < count ? `new ${id}` : id))
  expect(judged(survey(renamed(10)))).toEqual([undefined])
  expect(judged(survey(renamed(11)))).toEqual([true])
  const { absent, people } = judgedTogether(own, [survey(renamed(2))])
  expect([...absent.keys()].filter((person) => absent[person] === 1)).toEqual([3])
  expect(people).toHaveLength(22)
})

test("an earlier release's groups of breaks are made of the same atoms again", () => {
  const plain = survey(ids)
  const parent = ids.map((_, at) => (at === 0 ? -1 : at < 3 ? 0 : at < 11 ? 1 : 2))
  const team = (id: number, members: number[]) => ({
    ...{ id, anchor: id, layers: [3, 3] as [number, number], kind: "pure" as const, merged: null },
    ...{ size: members.length, members },
  })
  const people = (manager: number) => [...parent.keys()].filter((at) => parent[at] === manager)
  const cohorts = [{ ...team(0, [0, 1, 2]), kind: "top" as const }, team(1, people(1)), team(2, people(2))]
  const group = (id: string, kind: "window" | "elsewhere") => ({
    ...{ id, kind, name: id, parent: "all", layer: null, layers: [3, 3] as [number, number], depth: 1 },
    ...{ invited: 8, covered: 8, respondents: 8, responseRate: 100, cells: {}, distributions: {} },
  })
  const told: EarlierSurvey = {
    ...{ ...plain, cohorts },
    frozen: {
      parent: Int32Array.from(parent),
      layer: Int32Array.from(ids, (_, at) => (at === 0 ? 1 : at < 3 ? 2 : 3)),
      heads: plain.frozen.heads,
    },
    release: {
      ...plain.release,
      cut: [0, 1, 2],
      atoms: cohorts.map(({ anchor, layers, kind, size }) => ({
        ...{ anchor, layers, kind, invited: size, respondents: size, coarse: 0 },
      })),
      groups: [group("unit:1/from:3", "window"), group("unit:1/from:3/elsewhere", "elsewhere")],
    },
  }
  const { earlier } = judgedTogether({ ...plain, cohorts, cut: [0, 1, 2] }, [told])
  const atoms = new Map(earlier[0]?.groupings.map((grouping) => [grouping.id, grouping.atoms]))
  expect(atoms.get("unit:1/from:3")).toEqual([1])
  expect(atoms.get("unit:1/from:3/elsewhere")).toEqual([2])
})
