import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, test } from "vitest"
import { openKeyDirectory } from "../keys/key-directory.ts"
import { launchSurvey } from "../surveys/launch-survey.ts"
import { findSurvey, lockSurvey } from "../surveys/queries.ts"
import { readyDraft } from "../surveys/testing.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { makeSigningKeys, unreadableKeys } from "./make-keys.ts"
import { selectPrivateKeys } from "./queries.ts"

eachDatabase((name, open) => {
  let api: TestApp
  beforeAll(async () => {
    api = await openTestApp(await open())
    return () => api.remove()
  })
  const inside = <T>(organizationId: string, work: Parameters<typeof withOrganization<T>>[3]) =>
    withOrganization(api.deps.db, "web", organizationId, work)

  /** A sweep has read a draft of few groups; before it goes on, HR makes the groups smaller and launches. */
  const launchedInBetween = async (lock: typeof lockSurvey | "none") => {
    const { hr, survey } = await readyDraft(api, 60)
    const { organizationId } = hr
    const change = (k: number) =>
      hr.call("PUT", `/api/surveys/${survey.id}`, {
        ...{ name: survey.name, k, audience: survey.audience },
        ...{ languages: survey.languages, closesAt: "2099-01-01T00:00:00Z" },
      })
    expect((await change(20)).status).toBe(200)
    const draft = await inside(organizationId, (tx) => findSurvey(tx, organizationId, survey.id))
    const [reached, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const making = makeSigningKeys(api.deps, organizationId, survey.id, undefined, {
      lock: lock === "none" ? async () => draft : lock,
      reach: () => {
        reached.resolve()
        return go.promise
      },
    })
    await reached.promise
    expect((await change(5)).status).toBe(200)
    await launchSurvey(api.deps, organizationId, survey.id)
    go.resolve()
    await making
    return await inside(organizationId, async (tx) => {
      const cohorts = await tx
        .selectFrom("app.cohort")
        .select("cohort_id")
        .where("survey_id", "=", survey.id)
        .execute()
      const keys = new Set(
        (await selectPrivateKeys(tx, organizationId, survey.id)).map(({ number }) => number),
      )
      return cohorts.filter(({ cohort_id }) => !keys.has(cohort_id)).length
    })
  }

  // The embedded database has one connection: there nothing comes in between.
  if (name === "postgresql")
    test("a launch in between costs no cohort its key, and it is the lock that sees to it", async () => {
      expect(await launchedInBetween(lockSurvey)).toBe(0)
      expect(await launchedInBetween("none")).toBeGreaterThan(0)
    }, 120_000)

  test("keys of a draft that the key directory does not open any more are made anew", async () => {
    const { hr, survey } = await readyDraft(api)
    const { organizationId } = hr
    const keys = () => inside(organizationId, (tx) => selectPrivateKeys(tx, organizationId, survey.id))
    await makeSigningKeys(api.deps, organizationId, survey.id)
    const before = await keys()
    expect(before.length).toBeGreaterThan(1)
    const directory = mkdtempSync(join(tmpdir(), "throughline-keys-"))
    const emptied = { ...api.deps, keys: await openKeyDirectory(directory, api.deps.config.keySecrets) }
    expect(await unreadableKeys(emptied, organizationId, survey.id, before)).toHaveLength(before.length)
    await makeSigningKeys(emptied, organizationId, survey.id)
    const after = await keys()
    expect(after).toHaveLength(before.length)
    expect(await unreadableKeys(emptied, organizationId, survey.id, after)).toEqual([])
    rmSync(directory, { recursive: true })
  }, 60_000)
})
