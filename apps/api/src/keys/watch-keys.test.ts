import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, test } from "vitest"
import { seededCompany } from "../demo/testing.ts"
import { memoryMailer } from "../mail/mailer.ts"
import { addSignedIn } from "../members/testing.ts"
import type { Survey } from "../surveys/schemas.ts"
import { inHours, moveSurvey } from "../surveys/testing.ts"
import { sweep } from "../sweep.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { openKeyDirectory } from "./key-directory.ts"

eachDatabase((_name, open) => {
  const mailer = memoryMailer(() => new Date())
  let api: TestApp
  beforeAll(async () => {
    api = await openTestApp(await open(), { mailer, demo: true })
    return () => api.remove()
  })
  const member = async (organizationId: string, role: "hr" | "analyst") => {
    const email = `${role}-${crypto.randomUUID()}@example.com`
    return { email, ...(await addSignedIn(api, organizationId, { email, role })) }
  }
  const lines: string[] = []
  const run = () => {
    const deps = { ...api.deps, log: (line: string) => void lines.push(line) }
    return sweep(deps, deps.jobs, deps.log)
  }
  const fileOf = (id: string) => {
    const name = readdirSync(api.keyDirectory).find((found) => found.includes(id))
    return join(api.keyDirectory, name ?? "none")
  }
  const alarms = () => lines.filter((line) => line.includes("ALARM"))

  test("a deleted key raises one alarm to all of HR; two shares end it, and the close that waited goes on by itself", async () => {
    const survey = await seededCompany(api.deps, { people: 60, share: 0.7, seed: 21 })
    const { organizationId, surveyId, answered, shares } = survey
    const path = `/api/surveys/${surveyId}`
    const [hr, second, analyst] = [
      await member(organizationId, "hr"),
      await member(organizationId, "hr"),
      await member(organizationId, "analyst"),
    ]
    const mailsTo = ({ email }: { email: string }) =>
      mailer.outbox(email).filter(({ subject }) => subject.includes("key of"))
    const publicKey = await withOrganization(api.deps.db, "web", organizationId, async (tx) => {
      const row = await tx
        .selectFrom("app.survey")
        .select("sealing_key")
        .where("survey_id", "=", surveyId)
        .executeTakeFirstOrThrow()
      return row.sealing_key ?? ""
    })
    const key = await api.deps.keys.readSealingKey(surveyId, publicKey)

    await run()
    expect(alarms()).toEqual([])
    rmSync(fileOf(surveyId))
    // Two sweeps at once, as of two processes, and one a minute later: still one alarm and one mail each.
    await Promise.all([run(), run()])
    await run()
    expect(alarms()).toHaveLength(1)
    expect(alarms()[0]).toContain(surveyId)
    expect(mailsTo(hr)).toHaveLength(1)
    expect(mailsTo(second)).toHaveLength(1)
    expect(mailsTo(analyst)).toEqual([])
    expect(mailsTo(hr)[0]?.text).toContain("two of the three people")
    expect((await hr.call("GET", path)).json).toMatchObject({
      state: "open",
      recovery: { missingSince: expect.any(String) },
    })

    await moveSurvey(api, organizationId, surveyId, { closes_at: inHours(-1) })
    await run()
    expect((await hr.call("GET", path)).json).toMatchObject({ state: "closing", closeProblem: "key-missing" })

    const recovered = await hr.call("POST", `${path}/recovery`, { shares: [shares[2], shares[1]] })
    expect(recovered).toMatchObject({ status: 200, json: { recovery: { missingSince: null } } })
    expect(await api.deps.keys.readSealingKey(surveyId, publicKey)).toEqual(key)
    await run()
    expect((await hr.call("GET", path)).json).toMatchObject({ state: "closed", outcome: "released" })
    const { body } = await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx
        .selectFrom("results.release")
        .select("body")
        .where("survey_id", "=", surveyId)
        .executeTakeFirstOrThrow(),
    )
    // Every ballot that was cast, also those of before the loss.
    expect(body).toMatchObject({ survey: { respondents: answered }, uncounted: 0 })
    // The close destroyed the key it had back, and that is no alarm.
    await run()
    expect(fileOf(surveyId)).toMatch(/none$/)
    expect(alarms()).toHaveLength(1)
    expect(await hr.call("POST", `${path}/recovery`, { shares: [shares[0], shares[1]] })).toMatchObject({
      status: 409,
      json: { code: "survey.not-open" },
    })
    const secrets = [...shares, key?.privateKey ?? "", hr.email, second.email]
    for (const secret of secrets) expect(lines.join("\n")).not.toContain(secret)
  }, 120_000)

  test("what trustees hold raises no alarm, and two of their shares bring nothing onto the server", async () => {
    const { organizationId, surveyId, shares } = await seededCompany(api.deps, {
      people: 40,
      share: 0,
      seed: 23,
    })
    const hr = await member(organizationId, "hr")
    const sealedBy = (sealing: "server" | "trustees") =>
      withOrganization(api.deps.db, "web", organizationId, (tx) =>
        tx.updateTable("app.survey").set({ sealing }).where("survey_id", "=", surveyId).execute(),
      )
    const missing = async () =>
      ((await hr.call("GET", `/api/surveys/${surveyId}`)).json as Survey).recovery.missingSince
    await sealedBy("trustees")
    rmSync(fileOf(surveyId))
    await run()
    expect(await missing()).toBeNull()
    const two = { shares: shares.slice(1) }
    expect(await hr.call("POST", `/api/surveys/${surveyId}/recovery`, two)).toMatchObject({
      status: 409,
      json: { code: "survey.has-trustees" },
    })
    expect(fileOf(surveyId)).toMatch(/none$/)
    // The same survey, were it the server's: an alarm, and the same two shares end it.
    await sealedBy("server")
    await run()
    expect(await missing()).not.toBeNull()
    expect((await hr.call("POST", `/api/surveys/${surveyId}/recovery`, two)).status).toBe(200)
  }, 120_000)

  test("a start on an emptied directory is noticed: nobody could answer, in whatever way answers are sealed", async () => {
    const server = await seededCompany(api.deps, { people: 40, share: 0, seed: 24 })
    const trusted = await seededCompany(api.deps, { people: 40, share: 0, seed: 25 })
    await withOrganization(api.deps.db, "web", trusted.organizationId, (tx) =>
      tx.updateTable("app.survey").set({ sealing: "trustees" }).execute(),
    )
    const both = await Promise.all(
      [server, trusted].map(async ({ organizationId, surveyId }) => ({
        surveyId,
        hr: await member(organizationId, "hr"),
      })),
    )
    const missing = async ({ hr, surveyId }: (typeof both)[number]) =>
      ((await hr.call("GET", `/api/surveys/${surveyId}`)).json as Survey).recovery.missingSince
    const began = alarms().length
    await run()
    expect(await Promise.all(both.map(missing))).toEqual([null, null])
    const keyDirectory = mkdtempSync(join(tmpdir(), "throughline-keys-"))
    const keys = await openKeyDirectory(keyDirectory, api.deps.config.keySecrets)
    const again = () => {
      const deps = { ...api.deps, keys, log: (line: string) => void lines.push(line) }
      return sweep(deps, deps.jobs, deps.log)
    }
    await again()
    await again()
    for (const one of both) {
      expect(await missing(one)).not.toBeNull()
      const told = alarms()
        .slice(began)
        .filter((line) => line.includes(one.surveyId))
      expect(told.filter((line) => line.includes("directory.key"))).toHaveLength(1)
      const mails = mailer.outbox(one.hr.email).filter(({ subject }) => subject.includes("key of"))
      expect(mails).toHaveLength(1)
      expect(mails[0]?.text).toContain("Nobody can begin to answer")
      // What trustees hold no share brings back, and it is not missing.
      expect(mails[0]?.text.includes("recovery share")).toBe(one === both[0])
    }
    // The old directory put back.
    await run()
    expect(await Promise.all(both.map(missing))).toEqual([null, null])
    rmSync(keyDirectory, { recursive: true })
  }, 120_000)

  test("a key file that is damaged is as good as gone, and one that comes back ends the alarm", async () => {
    const { organizationId, surveyId, shares } = await seededCompany(api.deps, {
      people: 40,
      share: 0,
      seed: 22,
    })
    const hr = await member(organizationId, "hr")
    const missing = async () =>
      (
        (await hr.call("GET", `/api/surveys/${surveyId}`)).json as {
          recovery: { missingSince: string | null }
        }
      ).recovery.missingSince
    writeFileSync(fileOf(surveyId), "throughline-key-1\nnot what was written")
    await run()
    expect(await missing()).not.toBeNull()
    expect(
      (await hr.call("POST", `/api/surveys/${surveyId}/recovery`, { shares: shares.slice(0, 2) })).status,
    ).toBe(200)
    await run()
    expect(await missing()).toBeNull()
    // A directory in the file's place cannot be read at all.
    rmSync(api.keyDirectory, { recursive: true })
    writeFileSync(api.keyDirectory, "")
    await run()
    expect(await missing()).not.toBeNull()
    rmSync(api.keyDirectory)
    await hr.call("POST", `/api/surveys/${surveyId}/recovery`, { shares: shares.slice(1) })
    await run()
    expect(await missing()).toBeNull()
    // What went with the directory and was still in the running server's memory is there again for the next start.
    expect(readdirSync(api.keyDirectory)).toEqual(
      expect.arrayContaining(["directory.key", "invitations.key"]),
    )
    const reopened = await openKeyDirectory(api.keyDirectory, api.deps.config.keySecrets)
    expect(Buffer.from(reopened.invitationKey)).toEqual(Buffer.from(api.deps.keys.invitationKey))
  }, 120_000)
})
