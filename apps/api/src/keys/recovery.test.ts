import { readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { joinShares } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { memoryMailer } from "../mail/mailer.ts"
import { launchSurvey } from "../surveys/launch-survey.ts"
import { launchDue } from "../surveys/schedule-launch.ts"
import type { Survey } from "../surveys/schemas.ts"
import { type Hr, inHours, moveSurvey, readyDraft } from "../surveys/testing.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { recoverSealingKey } from "./recover-sealing-key.ts"

eachDatabase((_name, open) => {
  const mailer = memoryMailer(() => new Date())
  let api: TestApp
  beforeAll(async () => {
    api = await openTestApp(await open(), { mailer })
    return () => api.remove()
  })

  const filesOf = (id: string) => readdirSync(api.keyDirectory).filter((name) => name.includes(id))
  const loseKey = (id: string) => {
    for (const name of filesOf(id)) rmSync(join(api.keyDirectory, name))
  }
  const take = async (hr: Hr, id: string) =>
    (
      (await hr.call("POST", `/api/surveys/${id}/recovery-shares`)).json as {
        shares: [string, string, string]
      }
    ).shares
  const tryTwo = (hr: Hr, id: string, first: string, second: string) =>
    hr.call("POST", `/api/surveys/${id}/recovery-trial`, { shares: [first, second] })
  const rowOf = ({ organizationId }: Hr, id: string) =>
    withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx.selectFrom("app.survey").selectAll().where("survey_id", "=", id).executeTakeFirstOrThrow(),
    )

  test("the launch is refused until two of the three shares were put in again, any two", async () => {
    const { hr, survey } = await readyDraft(api)
    const { id } = survey
    const launch = () => hr.call("POST", `/api/surveys/${id}/launch`)
    const untried = { status: 409, json: { code: "survey.recovery-untried" } }
    // Taking new shares un-tries what readyDraft has tried.
    expect(survey.recovery.triedAt).not.toBeNull()
    await take(hr, id)
    expect((await hr.call("GET", `/api/surveys/${id}`)).json).toMatchObject({
      recovery: { takenAt: expect.any(String), triedAt: null },
    })
    expect(await launch()).toMatchObject(untried)
    for (const [first, second] of [
      [0, 1],
      [2, 1],
      [2, 0],
    ] as const) {
      const shares = await take(hr, id)
      expect(await launch()).toMatchObject(untried)
      expect(await tryTwo(hr, id, shares[first], shares[second])).toMatchObject({
        status: 200,
        json: { recovery: { triedAt: expect.any(String) } },
      })
    }
    const { sealing_key } = await rowOf(hr, id)
    expect(await launch()).toMatchObject({ status: 200, json: { state: "open" } })
    // The key that was tried is the one that the promise names, and the only one that is kept.
    expect((await rowOf(hr, id)).manifest).toMatchObject({ sealingKey: sealing_key })
    expect(filesOf(id)).toHaveLength(1)
    expect((await hr.call("POST", `/api/surveys/${id}/recovery-shares`)).json).toMatchObject({
      code: "survey.not-draft",
    })
  }, 60_000)

  test("shares and private halves are in no table", async () => {
    const { hr, survey } = await readyDraft(api)
    const shares = await take(hr, survey.id)
    await tryTwo(hr, survey.id, shares[0], shares[1])
    const { sealing_key } = await rowOf(hr, survey.id)
    const key = await api.deps.keys.readSealingKey(survey.id, sealing_key ?? "")
    const dump = await withOrganization(api.deps.db, "web", hr.organizationId, async (tx) => {
      const { rows } = await sql<{
        row: string
      }>`select to_jsonb(survey)::text as row from app.survey as survey`.execute(tx)
      return rows.map(({ row }) => row).join("\n")
    })
    expect(key?.privateKey).toHaveLength(43)
    expect(dump).toContain(sealing_key)
    for (const secret of [...shares, key?.privateKey ?? ""]) expect(dump).not.toContain(secret)
  }, 60_000)

  test("a mistyped share, one of another survey, twice the same and one of an earlier set are told apart", async () => {
    const { hr, survey } = await readyDraft(api)
    const other = (await hr.call("POST", "/api/surveys", { name: "Other" })).json as Survey
    const foreign = await take(hr, other.id)
    const old = await take(hr, survey.id)
    const shares = await take(hr, survey.id)
    const wrong = (at: number) => ({ issues: [{ share: at }] })
    for (const [first, second, code, more] of [
      [shares[0], `${shares[1].slice(0, -1)}?`, "recovery.share-mistyped", wrong(1)],
      ["my share", shares[1], "recovery.share-mistyped", wrong(0)],
      [shares[0], foreign[1], "recovery.share-foreign", wrong(1)],
      [shares[2], shares[2], "recovery.share-twice", {}],
      [shares[0], old[1], "recovery.shares-void", {}],
      [old[0], old[1], "recovery.shares-void", {}],
    ] as const) {
      expect(await tryTwo(hr, survey.id, first, second)).toMatchObject({
        status: 422,
        json: { code, ...more },
      })
    }
    expect((await rowOf(hr, survey.id)).recovery_tried_at).toBeNull()
    // As somebody types it from paper.
    const typed = shares[0].toLowerCase().replaceAll("-", " ")
    expect((await tryTwo(hr, survey.id, typed, shares[2])).status).toBe(200)
  }, 60_000)

  test("a draft whose key is gone by the launch is not launched; putting two shares in again brings it back", async () => {
    const { hr, survey } = await readyDraft(api)
    const shares = await take(hr, survey.id)
    await tryTwo(hr, survey.id, shares[0], shares[1])
    loseKey(survey.id)
    expect(await hr.call("POST", `/api/surveys/${survey.id}/launch`)).toMatchObject({
      status: 409,
      json: { code: "survey.recovery-untried" },
    })
    await tryTwo(hr, survey.id, shares[1], shares[2])
    expect((await hr.call("POST", `/api/surveys/${survey.id}/launch`)).status).toBe(200)
  }, 60_000)

  test("a launch is not scheduled without, and one that was is held back with the reason when shares are taken anew", async () => {
    const { hr, survey } = await readyDraft(api)
    const path = `/api/surveys/${survey.id}`
    const schedule = () => hr.call("PUT", `${path}/launch-schedule`, { launchAt: inHours(1).toISOString() })
    expect((await schedule()).status).toBe(200)
    await take(hr, survey.id)
    await moveSurvey(api, hr.organizationId, survey.id, { launch_at: inHours(-1) })
    await launchDue(api.deps, hr.organizationId, survey.id)
    expect((await hr.call("GET", path)).json).toMatchObject({
      state: "draft",
      scheduled: false,
      launchFault: "Two of its recovery shares have not been put in again yet.",
    })
    expect(mailer.outbox(hr.email).at(-1)?.subject).toContain("was not launched")
    expect(await schedule()).toMatchObject({ status: 409, json: { code: "survey.recovery-untried" } })
  }, 60_000)

  test("without the guard a survey is launched that one deleted file loses for good", async () => {
    const { hr } = await readyDraft(api)
    const { id } = (await hr.call("POST", "/api/surveys", { name: "Careless" })).json as Survey
    await expect(launchSurvey(api.deps, hr.organizationId, id)).rejects.toMatchObject({
      code: "survey.recovery-untried",
    })
    // The same with the guard taken away: launched, and the key has no copy.
    await launchSurvey(api.deps, hr.organizationId, id, "now", undefined, () => {})
    expect((await rowOf(hr, id)).state).toBe("open")
    loseKey(id)
    const { sealingKey } = (await rowOf(hr, id)).manifest as { sealingKey: string }
    expect(await api.deps.keys.readSealingKey(id, sealingKey)).toBeUndefined()
    // Nobody ever got shares of it, and those of another key bring nothing back.
    const shares = await take(hr, ((await hr.call("POST", "/api/surveys", { name: "X" })).json as Survey).id)
    await expect(
      recoverSealingKey(api.deps, hr.organizationId, id, [shares[0], shares[1]]),
    ).rejects.toMatchObject({ code: "recovery.share-foreign" })
    expect(await joinShares(id, sealingKey, [shares[0], shares[1]])).toHaveProperty("fault")
  }, 60_000)

  test("a deleted draft leaves no key behind", async () => {
    const { hr, survey } = await readyDraft(api)
    expect(filesOf(survey.id)).toHaveLength(1)
    await hr.call("DELETE", `/api/surveys/${survey.id}`)
    expect(filesOf(survey.id)).toEqual([])
  }, 60_000)
})
