import { readdirSync } from "node:fs"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { insertMember } from "../auth/queries.ts"
import { type SeededSurvey, seededCompany } from "../demo/testing.ts"
import type { Deps } from "../deps.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { type CloseStage, closeSurvey } from "./close-survey.ts"
import { destroyLeftKeys } from "./destroy-left-keys.ts"
import { pendingWork } from "./pending-work.ts"
import { readSurvey } from "./read-survey.ts"

const stages: CloseStage[] = ["stopped", "read", "counted", "written", "committed"]

eachDatabase((_name, open) => {
  let api: TestApp

  beforeAll(async () => {
    api = await openTestApp(await open(), { demo: true })
    return () => api.remove()
  })

  const rowsOf = (survey: SeededSurvey) =>
    withOrganization(api.deps.db, "close", survey.organizationId, async (tx) => {
      const all = (table: "results.observation" | "results.comment" | "results.release" | "box.ballot") =>
        tx.selectFrom(table).selectAll().where("survey_id", "=", survey.surveyId).execute()
      return {
        observations: await all("results.observation"),
        comments: await all("results.comment"),
        releases: await all("results.release"),
        ballots: await all("box.ballot"),
      }
    })

  /** Per answered item how often each value was given: what must not depend on a crash. */
  const multiset = async (survey: SeededSurvey) => {
    const { observations } = await rowsOf(survey)
    return observations
      .filter((row) => "item" in row && row.item !== "atom")
      .map((row) =>
        "item" in row && "item_values" in row
          ? [row.item, [...(row.item_values as Uint8Array)].sort().join()]
          : [],
      )
      .sort()
  }

  test("a crash at any stage is mended by closing again: every ballot counts exactly once", async () => {
    for (const stage of stages) {
      const survey = await seededCompany(api.deps, { people: 60, share: 0.7, seed: 7 })
      const crash = closeSurvey(api.deps, survey.organizationId, survey.surveyId, (reached) => {
        if (reached === stage) throw new Error(`killed at ${stage}`)
      })
      await expect(crash).rejects.toThrow(`killed at ${stage}`)
      const between = await rowsOf(survey)
      if (stage === "committed") expect(between.releases).toHaveLength(1)
      else {
        expect([between.observations, between.comments, between.releases]).toEqual([[], [], []])
        expect(between.ballots).toHaveLength(survey.answered)
      }
      // The key outlives every crash before the commit.
      expect(readdirSync(api.keyDirectory).filter((file) => file.includes(survey.surveyId))).toHaveLength(1)

      await closeSurvey(api.deps, survey.organizationId, survey.surveyId)
      const after = await rowsOf(survey)
      expect(after.ballots).toEqual([])
      expect(after.releases).toHaveLength(1)
      expect(after.releases[0]).toMatchObject({
        body: { survey: { respondents: survey.answered }, uncounted: 0 },
      })
      expect(readdirSync(api.keyDirectory).filter((file) => file.includes(survey.surveyId))).toEqual([])
      expect(await readSurvey(api.deps, survey.organizationId, survey.surveyId)).toMatchObject({
        state: "closed",
        outcome: "released",
      })
      const again = await multiset(survey)
      await closeSurvey(api.deps, survey.organizationId, survey.surveyId)
      expect(await multiset(survey)).toEqual(again)
    }
  }, 180_000)

  test("a key left behind by a crash after the commit is destroyed at the next start, that of an open survey is not", async () => {
    const open = await seededCompany(api.deps, { people: 40, share: 0, seed: 12 })
    const survey = await seededCompany(api.deps, { people: 60, share: 0.6, seed: 11 })
    const files = (id: string) => readdirSync(api.keyDirectory).filter((file) => file.includes(id)).length
    const crash = closeSurvey(api.deps, survey.organizationId, survey.surveyId, (reached) => {
      if (reached === "committed") throw new Error("killed")
    })
    await expect(crash).rejects.toThrow("killed")
    expect(files(survey.surveyId)).toBe(1)
    await destroyLeftKeys(api.deps, survey.organizationId)
    await destroyLeftKeys(api.deps, open.organizationId)
    expect([files(survey.surveyId), files(open.surveyId)]).toEqual([0, 1])
  }, 60_000)

  test("fewer than k answers: closed without a release, ballots and key destroyed, and nobody is marked any more", async () => {
    const survey = await seededCompany(api.deps, { people: 60, share: 0.05, seed: 3 })
    expect(survey.answered).toBeGreaterThan(0)
    expect(survey.answered).toBeLessThan(5)
    await closeSurvey(api.deps, survey.organizationId, survey.surveyId)
    const { releases, observations, comments, ballots } = await rowsOf(survey)
    expect([releases, observations, comments, ballots]).toEqual([[], [], [], []])
    expect(await readSurvey(api.deps, survey.organizationId, survey.surveyId)).toMatchObject({
      state: "closed",
      outcome: "too-few",
    })
    expect(readdirSync(api.keyDirectory).filter((file) => file.includes(survey.surveyId))).toEqual([])
    const signed = await withOrganization(api.deps.db, "close", survey.organizationId, (tx) =>
      tx
        .selectFrom("registry.invitation")
        .select("person_id")
        .where("signed_message", "is not", null)
        .execute(),
    )
    expect(signed).toEqual([])
  }, 60_000)

  test("after the close neither the age nor the place of an invitation's row says who answered", async () => {
    const survey = await seededCompany(api.deps, { people: 60, share: 0.5, seed: 8 })
    const rows = () =>
      withOrganization(api.deps.db, "close", survey.organizationId, async (tx) => {
        const found = await sql<{ xmin: string; hash: string; nonce: string; person_id: string }>`
          select xmin::text, encode(secret_hash, 'hex') as hash, encode(nonce, 'hex') as nonce, person_id
          from registry.invitation where survey_id = ${survey.surveyId} order by ctid`.execute(tx)
        return found.rows
      })
    const before = await rows()
    expect(new Set(before.map(({ xmin }) => xmin)).size).toBeGreaterThan(1)
    await closeSurvey(api.deps, survey.organizationId, survey.surveyId)
    const after = await rows()
    expect(new Set(after.map(({ xmin }) => xmin)).size).toBe(1)
    const hashes = after.map(({ hash }) => hash)
    // Written in the order of their hashes, into whatever pages have room: a few ascending runs, and rows in an order of
    // their own would make about thirty.
    expect(hashes.filter((hash, row) => hash < (hashes[row - 1] ?? "")).length).toBeLessThanOrEqual(3)
    expect(new Set(hashes)).toEqual(new Set(before.map(({ hash }) => hash)))
    const nonces = new Set(before.map(({ nonce }) => nonce))
    expect(after.filter(({ nonce }) => nonces.has(nonce))).toEqual([])
    expect(new Set(after.map(({ nonce }) => nonce)).size).toBe(60)
  }, 60_000)

  test("fewer than ten answers: a release, but no comment is kept; from ten on comments are", async () => {
    for (const [people, comments] of [
      [8, false],
      [24, true],
    ] as const) {
      const survey = await seededCompany(api.deps, { people: 60, share: people / 60, seed: 15 })
      await closeSurvey(api.deps, survey.organizationId, survey.surveyId)
      const rows = await rowsOf(survey)
      expect(rows.releases).toHaveLength(1)
      expect(rows.comments.length > 0).toBe(comments)
    }
  }, 60_000)

  test("without its sealing key a survey stays half closed and says so; with the key it closes", async () => {
    const survey = await seededCompany(api.deps, { people: 60, share: 0.7, seed: 4 })
    const withoutKey = { ...api.deps, keys: { ...api.deps.keys, readSealingKey: async () => undefined } }
    await expect(closeSurvey(withoutKey, survey.organizationId, survey.surveyId)).rejects.toMatchObject({
      code: "survey.key-missing",
    })
    expect((await rowsOf(survey)).ballots).toHaveLength(survey.answered)
    expect(await readSurvey(withoutKey, survey.organizationId, survey.surveyId)).toMatchObject({
      state: "closing",
      closeProblem: "key-missing",
    })
    expect(await readSurvey(api.deps, survey.organizationId, survey.surveyId)).toMatchObject({
      state: "closing",
      closeProblem: null,
    })
    // HR closes again, by the same route.
    const { id } = await api.deps.auth.createUser({
      email: "close-again@example.com",
      name: "A",
      password: "long-enough-1",
      organizationId: survey.organizationId,
    })
    await withOrganization(api.deps.db, "web", survey.organizationId, (tx) =>
      insertMember(tx, survey.organizationId, id, "hr"),
    )
    const hr = await api.signIn("close-again@example.com", "long-enough-1")
    const answers = [1, 2].map(() => hr.call("POST", `/api/surveys/${survey.surveyId}/close`))
    for (const answer of await Promise.all(answers)) {
      expect(answer).toMatchObject({ status: 200, json: { state: "closed", outcome: "released" } })
    }
    expect((await rowsOf(survey)).releases).toHaveLength(1)
  }, 60_000)

  test("while it looks for breaks no transaction is open, and the survey says how far the close is", async () => {
    const survey = await seededCompany(api.deps, { people: 60, share: 0.7, seed: 21 })
    const { organizationId, surveyId } = survey
    const percent = async () => (await readSurvey(api.deps, organizationId, surveyId)).closePercent
    const dueNow = async () => (await pendingWork(api.deps, organizationId)).due
    const heard: unknown[] = []
    const scanner: Deps["scanner"] = {
      ...api.deps.scanner,
      run: async (scans, options) => {
        heard.push(await percent(), await dueNow())
        options.onProgress?.(0.379)
        await expect.poll(percent, { timeout: 10_000 }).toBe(37)
        // The sweep leaves it to whoever is at it; and others can change the survey's row: nobody holds it.
        heard.push(await dueNow())
        const silent = sql<Date>`clock_timestamp() - interval '31 seconds'`
        await withOrganization(api.deps.db, "web", organizationId, (tx) =>
          tx
            .updateTable("app.survey")
            .set({ close_told_at: silent })
            .where("survey_id", "=", surveyId)
            .execute(),
        )
        heard.push(await percent(), await dueNow())
        await expect.poll(percent, { timeout: 10_000 }).toBe(37)
        return await api.deps.scanner.run(scans, options)
      },
    }
    await closeSurvey({ ...api.deps, scanner }, organizationId, surveyId)
    // Not said yet: due. Said: not due. Silent for too long: dead, and due again.
    expect(heard).toEqual([null, [surveyId], [], null, [surveyId]])
    expect(await percent()).toBeNull()
    expect((await rowsOf(survey)).releases).toHaveLength(1)
  }, 120_000)

  test("where looking for breaks fails, the close fails and is repeated; nothing is told without it", async () => {
    const survey = await seededCompany(api.deps, { people: 60, share: 0.7, seed: 22 })
    const broken: Deps["scanner"] = {
      ...api.deps.scanner,
      run: async () => {
        throw new Error("a thread died")
      },
    }
    const close = (deps: Deps) => closeSurvey(deps, survey.organizationId, survey.surveyId)
    await expect(close({ ...api.deps, scanner: broken })).rejects.toThrow("a thread died")
    const { observations, comments, releases, ballots } = await rowsOf(survey)
    expect([observations, comments, releases, ballots.length]).toEqual([[], [], [], survey.answered])
    expect((await pendingWork(api.deps, survey.organizationId)).due).toEqual([survey.surveyId])
    // A careless close that takes a failure for “nothing found” would have told results that look healthy.
    const careless: Deps["scanner"] = { ...broken, run: async () => [] }
    await close({ ...api.deps, scanner: careless })
    expect((await rowsOf(survey)).releases).toHaveLength(1)
  }, 120_000)

  test("two closes at once give one release", async () => {
    const survey = await seededCompany(api.deps, { people: 60, share: 0.7, seed: 5 })
    // None of them fails, also not the one that comes to read the key after another has destroyed it.
    await Promise.all([1, 2, 3].map(() => closeSurvey(api.deps, survey.organizationId, survey.surveyId)))
    const { releases, observations } = await rowsOf(survey)
    expect(releases).toHaveLength(1)
    expect(new Set(observations.map((row) => "item" in row && row.item)).size).toBe(observations.length)
    expect(await readSurvey(api.deps, survey.organizationId, survey.surveyId)).toMatchObject({
      outcome: "released",
    })
  }, 60_000)

  test("a close that is overtaken by another, key and all, ends like it", async () => {
    const survey = await seededCompany(api.deps, { people: 60, share: 0.7, seed: 16 })
    const close = (deps: Deps) => closeSurvey(deps, survey.organizationId, survey.surveyId)
    const overtaken: Deps = {
      ...api.deps,
      keys: {
        ...api.deps.keys,
        readSealingKey: async (id, publicKey) => {
          await close(api.deps)
          return await api.deps.keys.readSealingKey(id, publicKey)
        },
      },
    }
    await close(overtaken)
    expect((await rowsOf(survey)).releases).toHaveLength(1)
  }, 60_000)

  test("a ballot that opens to nonsense is counted as not counted", async () => {
    const survey = await seededCompany(api.deps, { people: 60, share: 0.7, seed: 6, spoiled: 2 })
    await closeSurvey(api.deps, survey.organizationId, survey.surveyId)
    const { releases } = await rowsOf(survey)
    expect(releases[0]).toMatchObject({
      body: { survey: { respondents: survey.answered - 2 }, uncounted: 2 },
    })
  }, 60_000)
})
