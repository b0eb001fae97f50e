import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, test } from "vitest"
import { answerInvitation } from "../answering.ts"
import { castBallot } from "../ballots/cast-ballot.ts"
import { demoLinks } from "../demo/links.ts"
import { openInvitation } from "../invitations/open-invitation.ts"
import { sweep } from "../sweep.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { findFrozen } from "./queries.ts"
import type { Survey } from "./schemas.ts"
import { inHours, moveSurvey, readyDraft } from "./testing.ts"

const DAY = 24

eachDatabase((_name, open) => {
  let api: TestApp
  beforeAll(async () => {
    api = await openTestApp(await open(), { demo: true })
    return () => api.remove()
  })
  const launched = async () => {
    const { hr, survey } = await readyDraft(api)
    const opened = (await hr.call("POST", `/api/surveys/${survey.id}/launch`)).json as Survey
    const extend = (hours: number) =>
      hr.call("POST", `/api/surveys/${survey.id}/extension`, { closesAt: inHours(hours).toISOString() })
    return { hr, survey: opened, extend }
  }

  test("an extended survey takes answers after the close that was promised first, until the new one", async () => {
    const { hr, survey, extend } = await launched()
    const { organizationId } = hr
    const manifestOf = () =>
      withOrganization(api.deps.db, "web", organizationId, async (tx) => {
        return (await findFrozen(tx, organizationId, survey.id))?.manifest
      })
    const before = await manifestOf()
    const extended = (await extend(20 * DAY)).json as Survey
    expect(extended).toMatchObject({ state: "open", promisedClosesAt: survey.closesAt })
    expect(Date.parse(extended.closesAt ?? "")).toBeGreaterThan(Date.parse(survey.closesAt ?? ""))
    expect(await manifestOf()).toEqual(before)

    // Past the first date, before the new one: the box, the link and the sweep all go by the new one.
    await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx
        .updateTable("app.survey")
        .set({ promised_closes_at: inHours(-24), closes_at: inHours(24) })
        .where("survey_id", "=", survey.id)
        .execute(),
    )
    await sweep(api.deps, api.deps.jobs, () => {})
    const [link] = await demoLinks(api.deps, organizationId, survey.id)
    const secret = link?.secret ?? ""
    const opened = await openInvitation(api.deps, secret)
    if (opened.state !== "open") throw new Error("the survey is not open")
    expect(Date.parse(opened.survey.closesAt ?? "")).toBeGreaterThan(Date.now())
    const { cast } = await answerInvitation(api.deps, opened, secret, { "mission-clarity-1": 4 })
    expect(await castBallot(api.deps, cast)).toBe("stored")
    // The new date holds as the first one did.
    await moveSurvey(api, organizationId, survey.id, { closes_at: inHours(-1) })
    await expect(castBallot(api.deps, cast)).rejects.toMatchObject({ code: "survey.closed" })
    expect(await extend(30 * DAY)).toMatchObject({ status: 409, json: { code: "survey.not-open" } })
  }, 60_000)

  test("the close moves later only, and by 60 days in all at most", async () => {
    const { hr, survey, extend } = await launched()
    const dates = { status: 422, json: { code: "survey.dates" } }
    expect(await extend(13 * DAY)).toMatchObject(dates)
    expect(await extend(80 * DAY)).toMatchObject(dates)
    const late = (await extend(70 * DAY)).json as Survey
    // The limit counts from the first promise, not from the last extension.
    expect(late.latestClose).toBe(survey.latestClose)
    expect(await extend(76 * DAY)).toMatchObject(dates)
    expect(await extend(69 * DAY)).toMatchObject(dates)
    expect(((await extend(73 * DAY)).json as Survey).promisedClosesAt).toBe(survey.closesAt)
    const other = await api.hr("Other")
    expect(
      await other.call("POST", `/api/surveys/${survey.id}/extension`, {
        closesAt: inHours(1800).toISOString(),
      }),
    ).toMatchObject({ status: 404, json: { code: "survey.unknown" } })
    const draft = (await hr.call("POST", "/api/surveys", { name: "Draft" })).json as Survey
    expect(
      await hr.call("POST", `/api/surveys/${draft.id}/extension`, { closesAt: inHours(900).toISOString() }),
    ).toMatchObject({ status: 409, json: { code: "survey.not-open" } })
  }, 60_000)
})
