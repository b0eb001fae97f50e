import { type Db, withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { readSession, type Session } from "../auth/session.ts"
import type { LeaderRelease } from "../releases/release-for.ts"
import type { StoredRelease } from "../releases/stored-release.ts"
import { lockSurvey } from "../surveys/queries.ts"
import { readyDraft } from "../surveys/testing.ts"
import { type Caller, openTestApp, type TestApp } from "../testing.ts"
import { makeComments } from "./make-comments.ts"
import { publishComments } from "./publish-comments.ts"
import { writeReview } from "./queries.ts"
import { readComments } from "./read-comments.ts"
import type { Review, Reviewers, ReviewPage, ReviewViews } from "./schemas.ts"
import { idOf, type ReviewedSurvey, reviewedSurvey } from "./testing.ts"

eachDatabase((name, open) => {
  let api: TestApp
  /** The login that owns everything: who could take a wall down. */
  let owner: Db
  let survey: ReviewedSurvey
  let page: ReviewPage
  const at = (path = "") => `/api/surveys/${survey.surveyId}/comments${path}`
  const read = async (who: Caller) => (await who.call("GET", at())).json as ReviewPage
  const save = (who: Caller, comment: string, review: object) =>
    who.call("PUT", at(`/${comment}/review`), { redactions: [], topic: null, ...review })
  const release = async (who: Caller) =>
    (await who.call("GET", `/api/surveys/${survey.surveyId}/release`)).json as StoredRelease & LeaderRelease
  const changes = async () => {
    const { reviews } = (await survey.as.analyst.call("GET", at("/reviews"))).json as { reviews: Review[] }
    return reviews.reduce((sum, { revision }) => sum + revision, 0)
  }
  const publishAs = async (who: Caller) => who.call("POST", at("/releases"), { changes: await changes() })
  const sessionOf = async (who: Caller) =>
    (await readSession(api.deps, new Headers({ cookie: who.cookie }))) as Session
  const views = async () =>
    (await survey.as.hr.call("GET", `/api/surveys/${survey.surveyId}/review-views`)).json as ReviewViews

  beforeAll(async () => {
    const database = await open()
    owner = database.db
    api = await openTestApp(database)
    survey = await reviewedSurvey(api)
    page = await read(survey.as.analyst)
    return () => api.remove()
  }, 240_000)

  describe("before the launch", () => {
    test("HR names one or two of HR and the analysts; the promise prints them, and nobody when there is none", async () => {
      const { hr, survey: draft } = await readyDraft(api)
      const path = `/api/surveys/${draft.id}/reviewers`
      const { candidates, chosen } = (await hr.call("GET", path)).json as Reviewers
      expect([candidates.map(({ role }) => role), chosen]).toEqual([["hr"], []])
      const id = await idOf(api, hr)
      expect(await hr.call("PUT", path, { chosen: [id] })).toMatchObject({
        json: { chosen: [id], names: ["Helen Rowe"] },
      })
      const promise = async () =>
        JSON.stringify(
          ((await hr.call("GET", `/api/surveys/${draft.id}`)).json as { promise: unknown }).promise,
        )
      expect(await promise()).toContain("Helen Rowe")
      for (const wrong of [
        [id, id],
        ["x", "y", "z"],
      ])
        expect((await hr.call("PUT", path, { chosen: wrong })).status).toBe(400)
      const stranger = await idOf(api, survey.as.analyst)
      expect(await hr.call("PUT", path, { chosen: [stranger] })).toMatchObject({
        json: { code: "member.unknown" },
      })
      await hr.call("PUT", path, { chosen: [] })
      expect(await promise()).not.toContain("Helen Rowe")
    })

    test("from the launch on they are frozen, and their names stand in the manifest", async () => {
      const { hr } = survey.as
      const path = `/api/surveys/${survey.surveyId}/reviewers`
      expect(await hr.call("PUT", path, { chosen: [await idOf(api, hr)] })).toMatchObject({
        json: { code: "survey.not-draft" },
      })
      const { organizationId, surveyId } = survey
      const inside = <T>(statement: ReturnType<typeof sql<T>>) =>
        withOrganization(api.deps.db, "web", organizationId, (tx) => statement.execute(tx))
      const { rows } = await inside(
        sql<{
          manifest: { reviewers: string[] }
        }>`select manifest from app.survey where survey_id = ${surveyId}`,
      )
      expect(rows[0]?.manifest.reviewers).toEqual(["Test Member", "Test Member"])
      // The database sees to it: also a program that forgets to ask.
      for (const careless of [
        sql`insert into app.survey_reviewer (organization_id, survey_id, user_id, name)
          values (${organizationId}, ${surveyId}, ${await idOf(api, hr)}, 'Helen Rowe')`,
        sql`update app.survey_reviewer set user_id = ${await idOf(api, hr)} where survey_id = ${surveyId}`,
        sql`delete from app.survey_reviewer where survey_id = ${surveyId}`,
      ])
        await expect(inside(careless)).rejects.toThrow("frozen at its launch")
    })
  })

  test("reviewers read what was written, in the coarser groups, and get places instead of names", async () => {
    expect(page.comments).toHaveLength(survey.written)
    expect(page.groups.length).toBeGreaterThan(1)
    for (const { respondents } of page.groups) expect(respondents).toBeGreaterThanOrEqual(10)
    for (const comment of page.comments)
      expect(Object.keys(comment).sort()).toEqual(["group", "hints", "id", "question", "suggestions", "text"])
    const mail = page.comments.find(({ text }) => text.startsWith("Anna"))
    expect(mail?.hints).toContainEqual({ from: 0, to: 21, kind: "mail" })
    // Suggested by lists that are on the page; nothing has a topic before a reviewer says so.
    expect(mail?.suggestions).toEqual([
      { topic: "Goals and priorities", because: ["goals"] },
      { topic: "Explaining why", because: ["explains"] },
    ])
    expect(page.topicWords.flatMap(({ words }) => words.en)).toContain("goal")
    expect(page.reviews).toEqual([])
    // The ids are random, and the order is theirs.
    const ids = page.comments.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    const numbers = page.comments.flatMap(({ text }) => /\((\d+)\)/.exec(text)?.[1] ?? [])
    expect(numbers).not.toEqual([...numbers].sort((a, b) => Number(a) - Number(b)))
  })

  test("nobody else reads them: not HR, not another analyst, not a leader", async () => {
    const { hr, other, leader } = survey.as
    for (const [who, code] of [
      [hr, "review.not-named"],
      [other, "review.not-named"],
      [leader, "session.forbidden"],
    ] as const) {
      const anything = page.comments[0]?.id ?? ""
      const refused = { status: 403, json: { code } }
      expect(await who.call("GET", at())).toMatchObject(refused)
      expect(await who.call("GET", at("/reviews"))).toMatchObject(refused)
      expect(await save(who, anything, { revision: 0, decision: "keep" })).toMatchObject(refused)
      expect(await who.call("POST", at("/releases"), { changes: 0 })).toMatchObject(refused)
    }
  })

  test("with the check taken away the database still hands HR none; without that wall HR would read all", async () => {
    const session = await sessionOf(survey.as.hr)
    const careless = () => readComments(api.deps, session, survey.surveyId, async () => {})
    expect((await careless()).comments).toEqual([])
    await expect(
      withOrganization(api.deps.db, "web", survey.organizationId, (tx) =>
        tx.selectFrom("results.comment").selectAll().execute(),
      ),
    ).rejects.toThrow(/permission denied/)
    const seen = owner.transaction().execute(async (tx) => {
      await sql`grant select on results.comment to throughline_web`.execute(tx)
      await sql`select set_config('throughline.organization', ${survey.organizationId}, true)`.execute(tx)
      await sql`set local role throughline_web`.execute(tx)
      const all = await tx.selectFrom("results.comment").select("body").execute()
      throw Object.assign(new Error("taken back"), { all: all.length })
    })
    await expect(seen).rejects.toMatchObject({ all: survey.written })
  })

  test("the check is what refuses HR: without it HR could publish", async () => {
    const session = await sessionOf(survey.as.hr)
    const publish = (refuse?: () => Promise<void>) =>
      publishComments(
        api.deps,
        session,
        survey.surveyId,
        { changes: 0 },
        {
          ...(refuse && { refuse }),
          audit: () => [{ code: "compared", question: null }],
        },
      )
    await expect(publish()).rejects.toMatchObject({ code: "review.not-named" })
    // Past the check it is the audit that ends it, so that nothing is published here.
    await expect(publish(async () => {})).rejects.toMatchObject({ code: "server.error" })
  })

  test("every look is noted with who and when, for HR; a look that is refused is none", async () => {
    const before = (await views()).views.length
    await read(survey.as.reviewer)
    await read(survey.as.hr)
    await survey.as.reviewer.call("GET", at("/reviews"))
    const after = await views()
    expect(after.views.length).toBe(before + 1)
    expect(after.views[0]).toMatchObject({ by: "Test Member" })
    expect(after.reviewers).toEqual(["Test Member", "Test Member"])
    // No page can take a note away, or make one up.
    for (const attempt of ["delete from app.review_view", "update app.review_view set user_id = 'x'"])
      await expect(
        withOrganization(api.deps.db, "web", survey.organizationId, (tx) => sql.raw(attempt).execute(tx)),
      ).rejects.toThrow(/permission denied/)
  })

  test("two reviewers do not overwrite each other, and what each said is kept", async () => {
    const { analyst, reviewer } = survey.as
    const [one] = page.comments.filter(({ question }) => question === "comment-hinders")
    const id = one?.id ?? ""
    const first = await save(analyst, id, { revision: 0, decision: "keep", topic: " Explaining " })
    expect(first).toMatchObject({
      status: 200,
      json: { revision: 1, topic: "Explaining", by: "Test Member" },
    })
    const late = { revision: 0, decision: "release", topic: "Other" }
    expect(await save(reviewer, id, late)).toMatchObject({ status: 409, json: { code: "review.changed" } })
    const { reviews } = (await reviewer.call("GET", at("/reviews"))).json as { reviews: Review[] }
    expect(reviews.find(({ comment }) => comment === id)).toMatchObject({
      decision: "keep",
      topic: "Explaining",
    })
    expect(await save(reviewer, id, { ...late, revision: 1 })).toMatchObject({ json: { revision: 2 } })
    expect(await save(analyst, id, { ...late, revision: 1 })).toMatchObject({ status: 409 })
    const both = await Promise.all(
      [analyst, reviewer].map((who) => save(who, id, { ...late, revision: 2, decision: "open" })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await save(analyst, crypto.randomUUID(), late)).toMatchObject({ json: { code: "review.unknown" } })
  })

  describe("a release of comments", () => {
    test("holds the figures of the first one and what was let out; the first one stays as it is", async () => {
      const { analyst, hr, leader } = survey.as
      const before = await release(hr)
      expect(before.comments).toBeUndefined()
      const helps = page.comments.filter(({ question }) => question === "comment-helps")
      const passed = helps.slice(8)
      for (const { id, hints } of passed)
        await save(analyst, id, {
          revision: 0,
          decision: "release",
          topic: "Our goals",
          redactions: hints.map(({ from, to }) => ({ from, to })),
        })
      for (const { id } of helps.slice(0, 8))
        await save(analyst, id, { revision: 0, decision: "keep", topic: "Pay" })
      const alone = page.comments.find(({ question }) => question === "top-priority")
      await save(analyst, alone?.id ?? "", { revision: 0, decision: "release", topic: "Pay" })

      expect(await publishAs(analyst)).toMatchObject({
        status: 201,
        json: { release: 2, comments: passed.length },
      })
      const now = await release(hr)
      const { comments, ...figures } = now
      const { comments: _, ...then } = before
      expect(figures).toEqual(then)
      const text = JSON.stringify(comments)
      expect(text).not.toMatch(/@example\.com|Anna|لا أحد|Only one/)
      const [question] = (comments?.questions ?? []).filter(({ id }) => id === "comment-helps")
      expect(question?.comments).toHaveLength(passed.length)
      for (const { people } of question?.counts ?? []) expect(people).toBeGreaterThanOrEqual(before.survey.k)
      expect(question?.counts.reduce((sum, { people }) => sum + people, 0)).toBe(passed.length)
      // One person's answer to a question leaves neither as a text nor as a count.
      expect(comments?.questions.find(({ id }) => id === "top-priority")).toMatchObject({
        counts: [],
        comments: [],
      })

      const own = await release(leader)
      const inside = new Set(own.comments?.groups.map(({ label }) => label))
      const labels = new Map(comments?.groups.map(({ id, label }) => [id, label]))
      expect(inside.size).toBeGreaterThan(0)
      expect(inside.size).toBeLessThan(labels.size)
      const theirs = (own.comments?.questions ?? []).flatMap((one) => one.comments.map(({ text }) => text))
      const allowed = (question?.comments ?? [])
        .filter(({ group }) => group !== null && inside.has(labels.get(group) ?? ""))
        .map((one) => one.text)
      expect(theirs.sort()).toEqual(allowed.sort())
      expect(theirs.length).toBeGreaterThan(0)

      const stored = await withOrganization(api.deps.db, "web", survey.organizationId, (tx) =>
        tx
          .selectFrom("results.release")
          .select(["release_id", "body"])
          .where("survey_id", "=", survey.surveyId)
          .orderBy("release_id")
          .execute(),
      )
      expect(stored.map(({ release_id }) => release_id)).toEqual([1, 2])
      expect((stored[0]?.body as StoredRelease | undefined)?.comments).toBeUndefined()
      for (const attempt of [sql`update results.release set body = '{}'`, sql`delete from results.release`])
        await expect(
          withOrganization(api.deps.db, "close", survey.organizationId, (tx) => attempt.execute(tx)),
        ).rejects.toThrow(/permission denied/)
    })

    test("the same again is no new release; a correction is one, judged with those before", async () => {
      const { analyst, hr } = survey.as
      expect(await publishAs(analyst)).toMatchObject({
        json: { code: "review.nothing-new" },
      })
      const { reviews } = (await analyst.call("GET", at("/reviews"))).json as { reviews: Review[] }
      const [one, ...others] = reviews.filter(
        ({ topic, decision }) => topic === "Our goals" && decision === "release",
      )
      await save(analyst, one?.comment ?? "", { revision: one?.revision, decision: "keep", topic: "Pay" })
      for (const { comment, revision } of others.slice(0, 8))
        await save(analyst, comment, { revision, decision: "release", topic: "Pay" })
      const before = await release(hr)
      // Unless they are judged together: then comments that were given another topic would be told with another cell.
      const session = await sessionOf(analyst)
      const alone = publishComments(
        api.deps,
        session,
        survey.surveyId,
        { changes: await changes() },
        {
          make: (questions, groups, comments, k) => makeComments(questions, groups, comments, k),
        },
      )
      await expect(alone).rejects.toMatchObject({ code: "server.error" })
      expect(await publishAs(analyst)).toMatchObject({ json: { release: 3, comments: others.length } })
      const after = await release(hr)
      const people = ({ comments }: StoredRelease) =>
        (comments?.questions ?? []).flatMap(({ counts }) => counts.map((one) => one.people))
      const sum = (all: number[]) => all.reduce((a, b) => a + b, 0)
      // The one kept back is in no count any more; where it leaves fewer than k, the others' cell goes with it.
      expect(sum(people(before)) - sum(people(after))).toBeGreaterThanOrEqual(1)
      expect(Math.min(...people(after))).toBeGreaterThanOrEqual(5)
      expect(JSON.stringify(after.comments)).not.toContain("Pay")
    })

    test("nothing is published that the one who publishes has not seen: the other's change, a save that was lost", async () => {
      const { analyst, reviewer, hr } = survey.as
      const { reviews } = (await analyst.call("GET", at("/reviews"))).json as { reviews: Review[] }
      const [one] = reviews.filter(({ topic, decision }) => topic === "Our goals" && decision === "release")
      const seen = await changes()
      const before = await release(hr)
      const next = { revision: one?.revision, decision: "keep", topic: null }
      expect((await save(reviewer, one?.comment ?? "", next)).status).toBe(200)
      expect(await analyst.call("POST", at("/releases"), { changes: seen })).toMatchObject({
        status: 409,
        json: { code: "review.changed-before-publishing" },
      })
      expect(await release(hr)).toEqual(before)
      // Without the comparison it would go out unseen; it is the audit that ends it here.
      const unseen = publishComments(
        api.deps,
        await sessionOf(analyst),
        survey.surveyId,
        { changes: seen },
        {
          compare: () => {},
          audit: () => [{ code: "compared", question: null }],
        },
      )
      await expect(unseen).rejects.toMatchObject({ code: "server.error" })
    })

    // The database in the tests' own process has one connection: there no save is ever under way.
    if (name !== "embedded")
      test("a save under way is waited for: with the lock taken away it is published over", async () => {
        const { analyst, hr } = survey.as
        const session = await sessionOf(analyst)
        const publish = async (guards: Parameters<typeof publishComments>[4]) => {
          const { reviews } = (await analyst.call("GET", at("/reviews"))).json as { reviews: Review[] }
          const one = reviews.find(({ decision }) => decision === "release")
          const seen = await changes()
          const asking = new AbortController()
          const held = Promise.withResolvers<void>()
          const kept = Promise.withResolvers<void>()
          const saving = withOrganization(api.deps.db, "web", survey.organizationId, async (tx) => {
            await lockSurvey(tx, survey.organizationId, survey.surveyId)
            const place = { organizationId: survey.organizationId, surveyId: survey.surveyId }
            const by = { commentId: one?.comment ?? "", revision: one?.revision ?? 0, userId: session.userId }
            await writeReview(tx, { ...place, ...by }, { decision: "keep", topic: null, redactions: [] })
            kept.resolve()
            await held.promise
          })
          await kept.promise
          const outcome = publishComments(
            api.deps,
            session,
            survey.surveyId,
            { changes: seen },
            {
              ...guards,
              audit: () => [{ code: "compared", question: null }],
            },
          ).catch((error: { code: string }) => error.code)
          // Whoever does not wait for the lock is done before the save is.
          const first = await Promise.race([outcome, waitsForLock(owner, asking)])
          asking.abort()
          held.resolve()
          await saving
          return [first, await outcome]
        }
        expect(await publish({})).toEqual(["waits", "review.changed-before-publishing"])
        expect(await publish({ lock: async () => {} })).toEqual(["server.error", "server.error"])
        expect((await release(hr)).comments).toBeDefined()
      })
  })

  test("where nobody was named the comments stay closed, to everybody", async () => {
    const closed = await reviewedSurvey(api, { people: 60, named: false })
    for (const who of Object.values(closed.as)) {
      const { status } = await who.call("GET", `/api/surveys/${closed.surveyId}/comments`)
      expect(status).toBe(403)
    }
    expect((await closed.as.hr.call("GET", `/api/surveys/${closed.surveyId}/release`)).json).toMatchObject({
      review: { reviewers: [], mine: false },
    })
  })

  test("fewer than ten answers in all: not a word leaves the box", async () => {
    expect((await reviewedSurvey(api, { people: 60, everybody: false })).written).toBe(0)
  })
})

/** Until somebody waits for a row that another transaction holds, or nobody asks any more. */
async function waitsForLock(db: Db, { signal }: AbortController): Promise<"waits" | "given up"> {
  while (!signal.aborted) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from pg_locks where not granted`.execute(db)
    if ((rows[0]?.waiting ?? 0) > 0) return "waits"
  }
  return "given up"
}
