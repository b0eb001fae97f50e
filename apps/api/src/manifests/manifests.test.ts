import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { type Bundle, type CohortLeaf, type Manifest, sixWords, verifyLeaf } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, describe, expect, test } from "vitest"
import { type SeededSurvey, seededCompany } from "../demo/testing.ts"
import { addSignedIn } from "../members/testing.ts"
import { closeSurvey } from "../surveys/close-survey.ts"
import { type Caller, caller, openTestApp, type TestApp } from "../testing.ts"
import { verify } from "../verify-command.ts"

eachDatabase((_name, open) => {
  let api: TestApp
  let nobody: Caller
  let hr: Caller
  let survey: SeededSurvey
  let bundle: Bundle
  let folder = ""

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "throughline-bundle-"))
    api = await openTestApp(await open(), { demo: true })
    nobody = caller(api.app, api.deps.config.publicUrl)
    survey = await seededCompany(api.deps, { people: 60, share: 0.7, seed: 7 })
    hr = await addSignedIn(api, survey.organizationId, { email: "hr@bundle.example", role: "hr" })
    return () => {
      rmSync(folder, { recursive: true, force: true })
      api.remove()
    }
    // Signing keys take their time on a busy machine.
  }, 180_000)

  const at = (rest = "", { organizationId, surveyId } = survey) =>
    `/api/manifests/${organizationId}/${surveyId}${rest}`

  /** The command over a bundle, changed if need be. */
  async function check(change: Partial<Bundle> = {}, ...more: string[]) {
    writeFileSync(join(folder, "bundle.json"), JSON.stringify({ ...bundle, ...change }))
    let [stdout, stderr] = ["", ""]
    const code = await verify(["bundle.json", ...more], {
      stdout: { write: (text) => (stdout += text) },
      stderr: { write: (text) => (stderr += text) },
      cwd: folder,
    })
    return { code, stdout, stderr }
  }

  describe("while a survey is open", () => {
    test("anybody who knows it reads its promise, and the six words are worked out from it", async () => {
      const { status, json, headers } = await nobody.call("GET", at())
      expect([status, headers.get("cache-control")]).toEqual([200, "public, max-age=3600"])
      const { manifest, words } = json as { manifest: Manifest; words: string[] }
      expect(manifest).toMatchObject({ version: 2, survey: survey.surveyId })
      expect(words).toEqual(await sixWords(manifest))
    })

    test("each group's key comes with the proof that it was promised, in 2 kB and without a name of the organization", async () => {
      const { manifest } = (await nobody.call("GET", at())).json as { manifest: Manifest }
      const names = await withOrganization(api.deps.db, "web", survey.organizationId, (tx) =>
        tx.selectFrom("app.cohort").select("name").where("survey_id", "=", survey.surveyId).execute(),
      )
      expect(manifest.cohorts).toBe(names.length)
      for (let cohort = 0; cohort < manifest.cohorts; cohort++) {
        const { status, json } = await nobody.call("GET", at(`/leaves/${cohort}`))
        expect(status).toBe(200)
        const { leaf, index, proof } = json as { leaf: CohortLeaf; index: number; proof: string[] }
        expect(leaf.id).toBe(cohort)
        expect(await verifyLeaf(manifest, leaf, index, proof)).toBe(true)
        expect(JSON.stringify(json).length).toBeLessThan(2048)
        // Where a group hangs is named after a department or its head.
        expect(leaf.label).toMatch(/^(top group, )?layers? \d+(–\d+)?$/)
      }
      const { status } = await nobody.call("GET", at(`/leaves/${manifest.cohorts}`))
      expect(status).toBe(404)
    })

    test("there are no receipts and no bundle, and receipts of no survey at all look the same", async () => {
      const unknown = { organizationId: crypto.randomUUID(), surveyId: crypto.randomUUID() }
      const [own, other] = [
        await nobody.call("GET", at("/receipts")),
        await nobody.call("GET", at("/receipts", { ...survey, ...unknown })),
      ]
      expect([own.status, own.json]).toEqual([other.status, other.json])
      expect([own.status, own.headers.get("cache-control")]).toEqual([404, "no-store"])
      const none = await hr.call("GET", `/api/surveys/${survey.surveyId}/bundle`)
      expect([none.status, (none.json as { code: string }).code]).toEqual([404, "bundle.none"])
    })

    test("what is not there, a draft and a survey of another organization look the same", async () => {
      const other = await api.hr("Elsewhere")
      const draft = ((await other.call("POST", "/api/surveys", { name: "Mine" })).json as { id: string }).id
      const asked = [
        at("", { ...survey, surveyId: crypto.randomUUID() }),
        at("", { ...survey, organizationId: other.organizationId, surveyId: draft }),
        at("", { ...survey, organizationId: other.organizationId }),
        at("/leaves/0", { ...survey, organizationId: other.organizationId }),
        at("/leaves/999999"),
      ]
      const answers = await Promise.all(asked.map((path) => nobody.call("GET", path)))
      expect(new Set(answers.map(({ status, json }) => JSON.stringify([status, json]))).size).toBe(1)
      expect(answers[0]?.status).toBe(404)
      for (const path of ["/api/manifests/x/y", at("/leaves/-1"), at("/leaves/1e3"), at("/leaves/1234567")])
        expect([path, (await nobody.call("GET", path)).status]).toEqual([path, 404])
    })
  })

  describe("after the close", () => {
    beforeAll(async () => {
      await closeSurvey(api.deps, survey.organizationId, survey.surveyId)
      bundle = (await hr.call("GET", `/api/surveys/${survey.surveyId}/bundle`)).json as Bundle
    })

    test("HR downloads the bundle, as a file, and nobody else does", async () => {
      const path = `/api/surveys/${survey.surveyId}/bundle`
      const { status, headers } = await hr.call("GET", path)
      expect([status, headers.get("content-disposition"), headers.get("cache-control")]).toEqual([
        ...[200, `attachment; filename="throughline-bundle-${survey.surveyId}.json"`],
        "no-store",
      ])
      expect((await nobody.call("GET", path)).status).toBe(401)
      const others = await api.hr("Others")
      expect((await others.call("GET", path)).status).toBe(404)
      const member = { email: "analyst@bundle.example", role: "analyst" } as const
      const analyst = await addSignedIn(api, survey.organizationId, member)
      expect((await analyst.call("GET", path)).status).toBe(403)
    })

    test("it holds neither a ciphertext nor a name, mail address or link of anybody", async () => {
      const text = JSON.stringify({ ...bundle, releases: [] })
      expect(text).not.toContain('ciphertext"')
      const people = await withOrganization(api.deps.db, "web", survey.organizationId, (tx) =>
        tx.selectFrom("registry.person").select(["name", "email", "person_id", "department"]).execute(),
      )
      expect(people.length).toBeGreaterThan(50)
      for (const held of people.flatMap((person) => Object.values(person)))
        if (held) expect(text.includes(`${held}`), `${held}`).toBe(false)
    })

    test("everybody finds the same receipts, one an answer that was counted", async () => {
      const { status, json, headers } = await nobody.call("GET", at("/receipts"))
      expect([status, headers.get("cache-control")]).toEqual([200, "public, max-age=3600"])
      const { receipts } = json as { receipts: string[] }
      expect(receipts).toEqual(bundle.receipts)
      expect(receipts.length).toBe(bundle.ballots.length - bundle.withdrawn - bundle.uncounted)
      expect(receipts.length).toBeGreaterThan(30)
    })

    test("the command finds it in order, with the six words and a receipt", async () => {
      const own = bundle.receipts[3] ?? ""
      const { code, stdout, stderr } = await check({}, "--words", bundle.words.join(" "), "--receipt", own)
      expect([code, stderr]).toEqual([0, ""])
      expect(stdout).toContain("All 16 checks passed.")
      expect(stdout).toContain("Your answer was counted")
      expect(stdout).not.toContain("WRONG")
    })

    test("a database that was changed after the close is found out", async () => {
      const [ballot, ...others] = bundle.ballots
      const room = bundle.leaves.find(
        ({ id, invited }) =>
          id !== ballot?.cohort && bundle.ballots.filter(({ cohort }) => cohort === id).length < invited,
      )
      if (ballot === undefined || room === undefined)
        throw new Error("no ballot, or no room for it elsewhere")
      const attacks: [Partial<Bundle>, string[]][] = [
        [{ ballots: others }, ["count"]],
        [{ ballots: [{ ...ballot, cohort: room.id }, ...others] }, ["credentials", "signatures"]],
        [{ receipts: bundle.receipts.slice(1) }, ["count", "release"]],
        [{ manifest: { ...bundle.manifest, closesAt: "2099-01-01T00:00:00.000Z" } }, ["words"]],
      ]
      for (const [change, codes] of attacks) {
        const { code, stdout } = await check(change, "--json")
        const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: { ok: boolean; code: string }[] }
        expect([code, ok]).toEqual([1, false])
        expect(checks.filter((one) => !one.ok).map((one) => one.code)).toEqual(codes)
      }
      const { code, stdout } = await check({ ballots: others })
      expect(code).toBe(1)
      expect(stdout).toContain("1 of 14 checks found something wrong.")
      expect(stdout).toContain("Do not rely on these results")
    })

    test("the command works by itself: no setting, no database", async () => {
      writeFileSync(join(folder, "alone.json"), JSON.stringify(bundle))
      const cli = join(import.meta.dirname, "..", "cli.ts")
      const run = promisify(execFile)(process.execPath, [cli, "verify", "alone.json", "--json"], {
        cwd: folder,
        env: { DATABASE_URL: "postgres://nowhere.invalid:1/none" },
      })
      expect(JSON.parse((await run).stdout)).toMatchObject({ ok: true, survey: survey.surveyId })
    })
  })
})
