// F3: kill -9 of the close at every stage and at moments of chance. Closed again, the same answers are counted, once;
// ballots and keys go only after the results are on disk.
import { spawn } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import type { Release } from "@throughline/analysis"
import { type Bundle, verifyBundle } from "@throughline/ballot"
import { type Database, migrate, openDatabase, withOrganization } from "@throughline/db"
import { findPostgres, startPostgres } from "@throughline/db/testing"
import { afterAll, describe, expect, test } from "vitest"
import { type SeededSurvey, seededCompany } from "../../apps/api/src/demo/testing.ts"
import { closeSurvey } from "../../apps/api/src/surveys/close-survey.ts"
import { openTestApp } from "../../apps/api/src/testing.ts"
import type { Closing } from "./close-until-killed.ts"

const place = mkdtempSync(join(tmpdir(), "throughline-close-kill-"))
afterAll(() => rmSync(place, { recursive: true, force: true }))
const stages: NonNullable<Closing["stage"]>[] = [
  "stopped",
  "read",
  "scanning",
  "counted",
  "written",
  "committed",
]
/** Fewer groups than thirty are not searched for breaks; more people take longer to sign. */
const LARGE = 380
/** Milliseconds after which the parent kills. */
const CHANCES = [5, 40, 120]

const script = fileURLToPath(new URL("close-until-killed.ts", import.meta.url))

/** Resolves when the process is gone; `after`: milliseconds from when it has opened the database to the kill. */
async function killed(closing: Closing, after?: number): Promise<void> {
  const child = spawn(process.execPath, [script, JSON.stringify(closing)], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  child.stdout.once("data", () => {
    if (after !== undefined) void wait(after).then(() => child.kill("SIGKILL"))
  })
  await new Promise<void>((gone) => child.once("exit", () => gone()))
}

const look = (database: Database, { organizationId, surveyId }: SeededSurvey) =>
  withOrganization(database.db, "close", organizationId, async (tx) => {
    const ballots = await tx
      .selectFrom("box.ballot")
      .select("ballot_key")
      .where("survey_id", "=", surveyId)
      .execute()
    const releases = await tx
      .selectFrom("results.release")
      .select("body")
      .where("survey_id", "=", surveyId)
      .execute()
    return { ballots: ballots.length, releases: releases.map(({ body }) => body) }
  })

async function killEverywhere(
  name: string,
  where: Closing["database"],
  reopen: () => Promise<Database>,
): Promise<void> {
  const keyDirectory = join(place, `${name}-keys`)
  let database = await reopen()
  await migrate(database.db)
  const plans = [
    ...stages.map((stage) => ({ stage, after: undefined })),
    ...CHANCES.map((after) => ({ stage: null, after })),
  ]
  const surveys: SeededSurvey[] = []
  const first = await openTestApp(database, { demo: true, keyDirectory })
  for (const [seed, { stage }] of plans.entries()) {
    const size = stage === "scanning" ? { people: LARGE, share: 1 } : { people: 40, share: 0.6 }
    surveys.push(await seededCompany(first.deps, { ...size, seed: seed + 1 }))
  }
  await first.deps.signer.stop()
  await database.close()
  for (const [index, { stage, after }] of plans.entries()) {
    const survey = surveys[index] as SeededSurvey
    const { organizationId, surveyId } = survey
    const closing = { database: where, keyDirectory, organizationId, surveyId, stage }
    await killed(closing, after)
    database = await reopen()
    const { deps } = await openTestApp(database, { demo: true, keyDirectory })
    const between = await look(database, survey)
    // All or nothing: ballots in the box, or a release; and the key outlives whatever is not counted.
    expect(between.ballots).toBe(between.releases.length === 1 ? 0 : survey.answered)
    const files = () => readdirSync(keyDirectory).filter((file) => file.includes(surveyId)).length
    // Killed in the middle of the search, or the test shows nothing.
    if (stage === "scanning") expect(between.ballots).toBe(survey.answered)
    if (between.ballots > 0 || stage === "committed") expect(files()).toBe(1)
    await closeSurvey(deps, organizationId, surveyId)
    const { ballots, releases } = await look(database, survey)
    expect([ballots, files()]).toEqual([0, 0])
    expect(releases).toMatchObject([{ survey: { respondents: survey.answered }, uncounted: 0 }])
    if (stage === "scanning") {
      const { breaks } = releases[0] as Release
      expect([breaks?.replicates, breaks?.measures[0]?.tested]).toEqual([999, true])
    }
    const bundle = await withOrganization(database.db, "web", organizationId, (tx) =>
      tx.selectFrom("results.bundle").select("body").where("survey_id", "=", surveyId).executeTakeFirst(),
    )
    const body = bundle?.body as Bundle
    expect((await verifyBundle(body)).filter(({ ok }) => !ok)).toEqual([])
    expect(body.receipts).toHaveLength(survey.answered)
    await database.close()
  }
}

describe("the embedded database", () => {
  test("F3: the close is killed at every stage and at any moment, and closed again it counts everybody once", async () => {
    const directory = join(place, "embedded")
    await killEverywhere("embedded", { directory }, () => openDatabase({ directory }))
  }, 480_000)
})

describe.skipIf(!findPostgres())(`postgresql${findPostgres() ? "" : " (not installed)"}`, () => {
  test("F3: the close is killed at every stage and at any moment, and closed again it counts everybody once", async () => {
    const server = await startPostgres({ durable: true })
    await server.psql("postgres", "create database closekill owner throughline_owner")
    const url = server.url("closekill")
    await killEverywhere("postgresql", { url }, async () => openDatabase({ url }))
    server.stop()
  }, 480_000)
})
