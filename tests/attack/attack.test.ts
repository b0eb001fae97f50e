import { analyse } from "@throughline/analysis"
import type { Db } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openTestApp, type TestApp } from "../../apps/api/src/testing.ts"
import { assemble } from "../../packages/analysis/src/assemble.ts"
import { asOwner } from "./as-owner.ts"
import { type Aftermath, attack, knownOf, putRelease } from "./attack.ts"
import { collect, type Seen } from "./collect.ts"
import { gateOff } from "./gate-off.ts"
import { hiddenElsewhere, hiddenWithin } from "./hidden-values.ts"

eachDatabase((_name, open) => {
  let api: TestApp
  let owner: Db
  let attacked: Aftermath

  beforeAll(async () => {
    const database = await open()
    owner = database.db
    api = await openTestApp(database, { demo: true })
    attacked = await attack(api, owner, { respondents: 120, seed: 3, days: 1 })
  }, 600_000)
  afterAll(() => api.remove())

  test("nobody is singled out by anything that the API tells anybody, and with the gate off some are", () => {
    expect(attacked.unread).toEqual([])
    expect(attacked.figures).toBeGreaterThan(100)
    expect(attacked.isolated).toBe(0)
    expect(attacked.isolatedWithGateOff).toBeGreaterThan(0)
    expect(attacked.breaks).toBeGreaterThan(3)
    expect(attacked.isolatedWithBreaksOff).toBeGreaterThan(0)
    expect(attacked.linked).toBeGreaterThan(100)
    expect(attacked.isolatedWithLinksOff).toBeGreaterThan(0)
  })

  test("answers that differ only in what is hidden look the same, byte for byte: no size, code, order or e-tag tells", async () => {
    const { company } = attacked
    const known = await knownOf(
      owner,
      company.organizationId,
      company.surveys.map(({ id }) => id),
    )
    const look = async () =>
      (await collect(api, "again", company.lookers, known, false)).filter((one) => !isReviewersPage(one))
    const [survey] = company.surveys
    if (survey === undefined) throw new Error("no survey")
    const put = (input: typeof survey.input, make = analyse) =>
      putRelease(owner, company, { id: survey.id, release: make(input, survey.earlier) })
    await put(survey.input)
    const before = await look()
    const changed = hiddenWithin(survey.input)
    expect(changed.swapped).toBeGreaterThan(20)
    await put(changed.input)
    // The rows that the release was made from, and what people wrote, are other ones too.
    await asOwner(owner, company.organizationId, async (tx) => {
      const rows = await sql`update results.observation set item_values = sha256(item_values)
        where survey_id = ${survey.id} and item <> 'atom' returning item`.execute(tx)
      expect(rows.rows.length).toBeGreaterThan(10)
      const texts = await sql`update results.comment set body = body || ' and more'
        where survey_id = ${survey.id} returning 1`.execute(tx)
      expect(texts.rows.length).toBeGreaterThan(0)
    })
    const after = await look()
    expect(after.map(visible)).toEqual(before.map(visible))
    expect(
      before.filter(({ status, route }) => status === 200 && route.endsWith("/release")).length,
    ).toBeGreaterThan(3)

    // With the gate off the exchange of two groups that are told nowhere apart is seen.
    const moved = hiddenElsewhere(survey.input, survey.release)
    await put(survey.input, (input) => assemble(input, gateOff))
    const open = await look()
    await put(moved, (input) => assemble(input, gateOff))
    expect((await look()).map(visible)).not.toEqual(open.map(visible))
    // Everything there is to read is read four times.
  }, 240_000)
})

/**
 * What people wrote is read by the reviewers named before the launch, and by nobody else: their page may differ. And that
 * this looker was there is noted each time.
 */
const isReviewersPage = ({ role, route }: Seen) =>
  route.endsWith("/review-views") || (role === "analyst" && route.endsWith("/comments"))

/** Everything that a looker can see of an answer. */
function visible({ role, path, status, headers, size, hash }: Seen) {
  return { role, path, status, headers, size, hash }
}
