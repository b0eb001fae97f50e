import { type Db, withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { readSession, type Session } from "../../auth/session.ts"
import type { LeaderRelease } from "../../releases/release-for.ts"
import type { StoredRelease } from "../../releases/stored-release.ts"
import { findFrozen } from "../../surveys/queries.ts"
import { type Caller, openTestApp, type TestApp } from "../../testing.ts"
import { publishComments } from "../publish-comments.ts"
import { saveReview } from "../save-review.ts"
import type { Review, ReviewPage, ReviewViews } from "../schemas.ts"
import { idOf, type ReviewedSurvey, reviewedSurvey } from "../testing.ts"
import { countTexts, isTextOf } from "./queries.ts"
import { readCoding } from "./read-coding.ts"
import { saveCode } from "./save-code.ts"
import type { CodingView } from "./schemas.ts"

eachDatabase((_name, open) => {
  let api: TestApp
  let owner: Db
  let survey: ReviewedSurvey
  let texts: ReviewPage["comments"]
  let official: string[]
  const at = (path: string) => `/api/surveys/${survey.surveyId}/comments${path}`
  const view = async (who: Caller) => (await who.call("GET", at("/coding"))).json as CodingView
  const code = (who: Caller, comment: string, said: string) =>
    who.call("PUT", at(`/${comment}/code`), { code: said })
  const settle = (who: Caller, comment: string, said: string, revision: number) =>
    who.call("PUT", at(`/${comment}/settled-code`), { code: said, revision })
  const changes = async () =>
    ((await survey.as.analyst.call("GET", at("/reviews"))).json as { reviews: Review[] }).reviews.reduce(
      (sum, { revision }) => sum + revision,
      0,
    )
  const publish = async (who: Caller, coding?: number) =>
    who.call("POST", at("/releases"), {
      changes: await changes(),
      ...(coding === undefined ? {} : { coding }),
    })
  const release = async (who: Caller) =>
    (await who.call("GET", `/api/surveys/${survey.surveyId}/release`)).json as StoredRelease & LeaderRelease
  const sessionOf = async (who: Caller) =>
    (await readSession(api.deps, new Headers({ cookie: who.cookie }))) as Session

  beforeAll(async () => {
    const database = await open()
    owner = database.db
    api = await openTestApp(database)
    survey = await reviewedSurvey(api, { priorities: true })
    const page = (await survey.as.analyst.call("GET", at(""))).json as ReviewPage
    texts = page.comments.filter(({ question }) => question === "top-priority")
    const frozen = await withOrganization(api.deps.db, "web", survey.organizationId, (tx) =>
      findFrozen(tx, survey.organizationId, survey.surveyId),
    )
    official = frozen?.key.priorities ?? []
    return () => api.remove()
  }, 240_000)

  test("nobody but the two named may code; the codes do not say which priorities are official", async () => {
    const { hr, other, leader, analyst } = survey.as
    for (const who of [hr, other, leader]) {
      expect((await who.call("GET", at("/coding"))).status).toBe(403)
      expect((await code(who, texts[0]?.id ?? "", "other")).status).toBe(403)
      expect((await settle(who, texts[0]?.id ?? "", "other", 0)).status).toBe(403)
    }
    const { state, codes, question, texts: many } = await view(analyst)
    expect([state, question?.id, many]).toEqual(["coding", "top-priority", texts.length])
    expect(codes.slice(-2).map((one) => one.code)).toEqual(["other", "cannot-tell"])
    for (const one of codes) expect(Object.keys(one).sort()).toEqual(["code", "text"])
    // Past the check the database still refuses a code of somebody who was not named.
    const session = await sessionOf(hr)
    const careless = saveCode(api.deps, session, survey.surveyId, texts[0]?.id ?? "", "other", {
      refuse: async () => {},
    })
    await expect(careless).rejects.toMatchObject({ code: "review.unknown" })
  })

  test("a code is one of the list, for a text of that question", async () => {
    const { analyst } = survey.as
    expect(await code(analyst, texts[0]?.id ?? "", "p99")).toMatchObject({ json: { code: "coding.unknown" } })
    const page = (await analyst.call("GET", at(""))).json as ReviewPage
    const comment = page.comments.find(({ question }) => question === "comment-helps")
    for (const id of [comment?.id ?? "", crypto.randomUUID()])
      expect(await code(analyst, id, "other")).toMatchObject({
        status: 404,
        json: { code: "review.unknown" },
      })
    expect(await settle(analyst, texts[0]?.id ?? "", "other", 0)).toMatchObject({
      json: { code: "coding.not-done" },
    })
    expect(await publish(analyst, 0)).toMatchObject({ json: { code: "coding.not-done" } })
  })

  test("neither sees what the other says before both are done; with that wall taken away they would", async () => {
    const { analyst, reviewer } = survey.as
    const looks = async () =>
      ((await survey.as.hr.call("GET", `/api/surveys/${survey.surveyId}/review-views`)).json as ReviewViews)
        .views.length
    const before = await looks()
    for (const [index, { id }] of texts.entries())
      expect((await code(analyst, id, index % 3 === 0 ? "other" : (official[0] ?? ""))).status).toBe(200)
    const [one] = texts
    await code(reviewer, one?.id ?? "", official[0] ?? "")
    const seen = await view(reviewer)
    expect([seen.state, seen.mine.length, seen.other?.done]).toEqual(["coding", 1, texts.length])
    expect([seen.agreement, seen.differences]).toEqual([null, []])
    expect(JSON.stringify(seen.mine)).not.toContain("other")
    const session = await sessionOf(reviewer)
    const open = await readCoding(api.deps, session, survey.surveyId, undefined, (codes) => [...codes])
    expect(open.differences).toEqual([
      { comment: one?.id, mine: official[0], theirs: "other", settled: null },
    ])
    // No word of a text is in it, so it is no look.
    expect(await looks()).toBe(before)
    expect(JSON.stringify(seen)).not.toContain("What matters most")
  })

  test("when both are done each sees the other's, and neither changes any more", async () => {
    const { analyst, reviewer } = survey.as
    // Before the last one a change of mind is fine.
    expect((await code(analyst, texts[1]?.id ?? "", "cannot-tell")).status).toBe(200)
    expect((await code(analyst, texts[1]?.id ?? "", official[0] ?? "")).status).toBe(200)
    for (const { id } of texts) await code(reviewer, id, official[0] ?? "")
    const seen = await view(reviewer)
    const different = texts.filter((_, index) => index % 3 === 0).map(({ id }) => id)
    expect(seen.state).toBe("settling")
    expect(seen.differences.map(({ comment }) => comment).sort()).toEqual([...different].sort())
    expect(seen.agreement?.same).toBe(Math.round((100 * (texts.length - different.length)) / texts.length))
    expect(await code(reviewer, different[0] ?? "", "other")).toMatchObject({ json: { code: "coding.done" } })
    // Without that rule whoever is second could agree with everything.
    await saveCode(api.deps, await sessionOf(reviewer), survey.surveyId, different[0] ?? "", "other", {
      freeze: () => {},
    })
    expect((await view(reviewer)).differences).toHaveLength(different.length - 1)
    await saveCode(
      api.deps,
      await sessionOf(reviewer),
      survey.surveyId,
      different[0] ?? "",
      official[0] ?? "",
      {
        freeze: () => {},
      },
    )
  })

  test("where they differ one of them settles it, and is named; the other's word is not overwritten", async () => {
    const { analyst, reviewer } = survey.as
    const { differences } = await view(analyst)
    const [one] = differences
    const id = one?.comment ?? ""
    const alike = texts.find((text) => differences.every(({ comment }) => comment !== text.id))
    expect(await settle(analyst, alike?.id ?? "", "other", 0)).toMatchObject({
      json: { code: "review.unknown" },
    })
    const settled = (await settle(analyst, id, "other", 0)).json as CodingView
    expect(settled.differences.find(({ comment }) => comment === id)?.settled).toEqual({
      ...{ code: "other", revision: 1, by: "Test Member" },
    })
    expect(await settle(reviewer, id, "cannot-tell", 0)).toMatchObject({ json: { code: "review.changed" } })
    expect((await settle(reviewer, id, "cannot-tell", 1)).status).toBe(200)
    expect(await publish(reviewer, (await view(reviewer)).changes)).toMatchObject({
      json: { code: "coding.not-done" },
    })
    for (const { comment } of differences.slice(1)) await settle(reviewer, comment, "other", 0)
    expect((await view(reviewer)).state).toBe("ready")
  })

  test("the shares leave in a new release, of twenty or more, and from then on stay as they are", async () => {
    const { analyst, hr, leader } = survey.as
    const { changes: seen } = await view(analyst)
    expect(await publish(analyst, seen - 1)).toMatchObject({
      json: { code: "review.changed-before-publishing" },
    })
    const words = texts.slice(0, 8)
    for (const { id } of words)
      await analyst.call("PUT", at(`/${id}/review`), {
        ...{ revision: 0, decision: "release", topic: "Told", redactions: [] },
      })
    // With the gate off a share of one group of ten would leave; it is the audit that ends it.
    const session = await sessionOf(analyst)
    const loose = publishComments(
      ...([api.deps, session, survey.surveyId, { changes: await changes(), coding: seen }] as const),
      {
        code: (question, key, groups, all) => {
          const [some] = groups
          const few = all.filter(({ coarse }) => coarse === some?.id).slice(0, 3)
          return {
            ...{ question: question.id, text: question.text, agreement: { same: 100, kappa: null } },
            whole: { texts: few.length, official: 5, low: 0, high: 100 },
            groups: [{ group: some?.id ?? 0, label: "", texts: few.length, official: key.length }],
          }
        },
      },
    )
    await expect(loose).rejects.toMatchObject({
      code: "server.error",
      cause: { message: expect.stringContaining("small-share") },
    })

    const before = await release(hr)
    expect(await publish(analyst, seen)).toMatchObject({ status: 201, json: { release: 2 } })
    const after = await release(hr)
    const { codedPriorities, comments, ...figures } = after
    expect(figures).toEqual(before)
    // Its words stay in the box, also those that were passed on.
    expect(JSON.stringify(comments)).not.toContain("What matters most")
    expect(codedPriorities?.whole.texts).toBe(texts.length)
    expect(codedPriorities?.groups.length).toBeGreaterThan(1)
    for (const group of codedPriorities?.groups ?? []) {
      expect(group.texts).toBeGreaterThanOrEqual(20)
      expect(group.official % 5).toBe(0)
    }
    expect((await view(analyst)).state).toBe("published")

    const own = await release(leader)
    const labels = new Set(own.comments?.groups.map(({ label }) => label))
    for (const { group, label } of own.codedPriorities?.groups ?? []) {
      expect(group).not.toBeNull()
      expect(labels).toContain(label)
    }
    expect(own.codedPriorities?.groups.length ?? 0).toBeLessThan(codedPriorities?.groups.length ?? 0)
    expect(own.codedPriorities?.whole.texts ?? 0).toBeLessThan(texts.length)

    for (const refused of [
      await settle(analyst, texts[0]?.id ?? "", "other", 1),
      await code(analyst, texts[0]?.id ?? "", "other"),
    ])
      expect(refused).toMatchObject({ json: { code: "coding.published" } })
    expect(await publish(analyst)).toMatchObject({ json: { code: "review.nothing-new" } })
    const page = (await analyst.call("GET", at(""))).json as ReviewPage
    for (const { id } of page.comments.filter(({ question }) => question === "comment-helps").slice(0, 9))
      await analyst.call("PUT", at(`/${id}/review`), {
        ...{ revision: 0, decision: "release", topic: "Goals", redactions: [] },
      })
    expect(await publish(analyst)).toMatchObject({ json: { release: 3 } })
    expect((await release(hr)).codedPriorities).toEqual(codedPriorities)
  })

  test("where words of the question have left, no shares do", async () => {
    const told = await reviewedSurvey(api, { priorities: true })
    const path = `/api/surveys/${told.surveyId}/comments`
    const { analyst, reviewer } = told.as
    const page = (await analyst.call("GET", path)).json as ReviewPage
    const own = page.comments.filter(({ question }) => question === "top-priority")
    for (const who of [analyst, reviewer])
      for (const { id } of own.slice(0, 2)) await who.call("PUT", `${path}/${id}/code`, { code: "other" })
    for (const { id } of own.slice(0, 9))
      await analyst.call("PUT", `${path}/${id}/review`, {
        ...{ revision: 0, decision: "release", topic: null, redactions: [] },
      })
    expect((await analyst.call("POST", `${path}/releases`, { changes: 9 })).status).toBe(201)
    expect(((await analyst.call("GET", `${path}/coding`)).json as CodingView).state).toBe("words-told")
    expect(await analyst.call("POST", `${path}/releases`, { changes: 9, coding: 0 })).toMatchObject({
      json: { code: "coding.words-told" },
    })
    expect(await idOf(api, analyst)).not.toBe(await idOf(api, reviewer))
    // One organization's codes are no other's: the tenant wall, and what stands behind it.
    const seen = (organization: string) =>
      withOrganization(api.deps.db, "web", organization, async (tx) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from app.text_code
          where survey_id = ${told.surveyId}`.execute(tx)
        return rows[0]?.n
      })
    expect(await seen(survey.organizationId)).toBe(0)
    expect(await seen(told.organizationId)).toBe(4)
    // Nor does a question about another organization's texts get an answer.
    const asked = (organization: string) =>
      withOrganization(api.deps.db, "web", organization, async (tx) => [
        await countTexts(tx, told.organizationId, told.surveyId, "top-priority"),
        await isTextOf(tx, told.organizationId, told.surveyId, "top-priority", own[0]?.id ?? ""),
      ])
    expect(await asked(told.organizationId)).toEqual([own.length, true])
    expect(await asked(survey.organizationId)).toEqual([0, false])
    const guard = (how: "disable" | "enable") =>
      sql`alter table app.text_code ${sql.raw(how)} row level security`.execute(owner)
    await guard("disable")
    const unguarded = await seen(survey.organizationId)
    await guard("enable")
    expect(unguarded).toBe(4)
  })

  test("while a question is coded its texts get no topic, which the other coder would see; without that rule they would", async () => {
    const under = await reviewedSurvey(api, { priorities: true })
    const path = `/api/surveys/${under.surveyId}/comments`
    const { analyst, reviewer } = under.as
    const { comments } = (await analyst.call("GET", path)).json as ReviewPage
    const [one, two, three] = comments.filter(({ question }) => question === "top-priority")
    const elsewhere = comments.find(({ question }) => question === "comment-helps")
    const review = (id: string | undefined, topic: string | null, revision = 0) =>
      analyst.call("PUT", `${path}/${id}/review`, { revision, decision: "open", topic, redactions: [] })
    // Nobody has begun to code: a topic for words that may leave.
    expect((await review(one?.id, "Growth")).status).toBe(200)
    expect((await reviewer.call("PUT", `${path}/${three?.id}/code`, { code: "other" })).status).toBe(200)
    for (const refused of [await review(two?.id, "Growth"), await review(one?.id, "Cost", 1)])
      expect(refused).toMatchObject({ status: 409, json: { code: "coding.under-way" } })
    // What says nothing of the text's priority may be changed, also beside a topic that stands.
    expect((await review(one?.id, "Growth", 1)).status).toBe(200)
    expect((await review(two?.id, null)).status).toBe(200)
    expect((await review(elsewhere?.id, "Growth")).status).toBe(200)
    const topics = async () =>
      ((await reviewer.call("GET", `${path}/reviews`)).json as { reviews: Review[] }).reviews.find(
        ({ comment }) => comment === two?.id,
      )?.topic
    expect(await topics()).toBeNull()
    const careless = { revision: 1, decision: "open" as const, topic: "Growth", redactions: [] }
    await saveReview(
      ...([api.deps, await sessionOf(analyst), under.surveyId, two?.id ?? "", careless] as const),
      undefined,
      async () => {},
    )
    expect(await topics()).toBe("Growth")
  })
})
