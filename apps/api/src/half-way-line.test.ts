import { existsSync, readFileSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { eachDatabase } from "@throughline/db/testing"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeAll, expect, test } from "vitest"
import { answerInvitation, correctAnswers, type OwnBallot, type Sign } from "./answering.ts"
import type { OpenedInvitation } from "./invitations/schemas.ts"
import { createJobs } from "./jobs.ts"
import { smtpMailer } from "./mail/mailer.ts"
import type { SurveyMails } from "./mail/schemas.ts"
import type { StoredRelease } from "./releases/stored-release.ts"
import { renewParticipation } from "./surveys/participation.ts"
import type { Cut, Participation, Survey } from "./surveys/schemas.ts"
import { secondHr } from "./surveys/testing.ts"
import { type Caller, companyCsv, openTestApp, peopleForm, type TestApp, words } from "./testing.ts"

const reference = join(
  import.meta.dirname,
  "../../../../shared/reference/orgs/sourcegraph/employees-2022-05-11.csv",
)

/** A mail server that takes everything and keeps it. */
async function mailSink(): Promise<{ url: string; mails: { to: string; raw: string }[]; close(): void }> {
  const mails: { to: string; raw: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        for (const { address } of session.envelope.rcptTo) {
          mails.push({ to: address, raw: Buffer.concat(chunks).toString("utf8") })
        }
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, mails, close: () => server.close() }
}

function linkIn(raw: string): string {
  // Quoted-printable breaks long lines with "=" at the end.
  const text = raw.replace(/=\r?\n/g, "")
  return /\/s\/([A-Za-z0-9_-]{40,64})/.exec(text)?.[1] ?? ""
}

eachDatabase((_name, open) => {
  let test_: TestApp
  let hr: Caller & { organizationId: string }
  let deputy: Caller
  let sink: Awaited<ReturnType<typeof mailSink>>
  let survey: Survey
  let people = 0
  let jobs: ReturnType<typeof createJobs>
  const secrets: string[] = []
  /** Sealed in time, sent after the close. */
  let late: OwnBallot | undefined

  const invitation = async (secret: string) => {
    const response = await test_.app.request("/api/invitation", {
      headers: { Authorization: `Invitation ${secret}` },
    })
    return { status: response.status, json: (await response.json()) as OpenedInvitation }
  }

  /** Asks as the page does. */
  const sign: Sign = async (secret, blinded) => {
    const response = await test_.app.request("/api/signatures", {
      method: "POST",
      headers: { Authorization: `Invitation ${secret}`, "Content-Type": "application/json" },
      body: JSON.stringify({ blinded }),
    })
    const json = (await response.json()) as { signature?: string }
    if (json.signature === undefined) throw Object.assign(new Error("no signature"), { answer: json })
    return json.signature
  }
  /** Casts as the page does: without cookie or any other credentials. */
  const cast = async (ballot: unknown) => {
    const response = await test_.app.request("/api/ballots", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(ballot),
    })
    return { status: response.status, json: (await response.json()) as unknown }
  }

  beforeAll(async () => {
    const database = await open()
    sink = await mailSink()
    jobs = createJobs(database, (line) => console.error(line))
    test_ = await openTestApp(database, {
      mailer: smtpMailer({ url: sink.url, from: "Throughline <survey@example.com>", connections: 4 }),
      jobs,
    })
    await jobs.start(test_.deps)
    hr = await test_.hr("Acme")
    deputy = await secondHr(test_, hr.organizationId)
  })
  afterAll(async () => {
    await jobs.stop()
    test_.deps.mailer.close()
    sink.close()
    test_.remove()
  })

  test("HR imports a people file, all or nothing", async () => {
    const text = existsSync(reference) ? readFileSync(reference, "utf8") : companyCsv(280)
    const answer = await hr.call("POST", "/api/people/import", peopleForm(text))
    expect(answer.status).toBe(200)
    people = (answer.json as { people: number }).people
    expect(people).toBeGreaterThan(250)
    const list = (await hr.call("GET", "/api/people")).json as {
      people: unknown[]
      lastImport: { people: number }
    }
    expect(list.people).toHaveLength(people)
    expect(list.lastImport.people).toBe(people)
  })

  test("words with a fault are refused, good ones are kept", async () => {
    const bad = await hr.call("PUT", "/api/organization/words", { ...words, mission: "" })
    expect(bad.status).toBe(422)
    expect((await hr.call("PUT", "/api/organization/words", words)).status).toBe(200)
    expect((await hr.call("GET", "/api/organization")).json).toMatchObject({ name: "Acme", words })
  })

  test("a draft shows how people will be cut, every cohort with k + 3 but the top group with k", async () => {
    survey = (await hr.call("POST", "/api/surveys", { name: "Autumn" })).json as Survey
    const cut = (await hr.call("GET", `/api/surveys/${survey.id}/cut`)).json as Cut
    expect(cut.refused).toBeNull()
    expect(cut.cohorts.length).toBeGreaterThan(8)
    for (const cohort of cut.cohorts)
      expect(cohort.size).toBeGreaterThanOrEqual(cohort.kind === "top" ? 5 : 8)
    expect(cut.cohorts.reduce((sum, { size }) => sum + size, 0)).toBe(cut.invited)
    expect(cut.nodes.reduce((sum, node) => sum + node.people, 0)).toBeGreaterThanOrEqual(cut.invited)
  })

  test("the test mail goes to HR and its link opens nothing", async () => {
    const sent = await hr.call("POST", `/api/surveys/${survey.id}/test-mail`, { language: "ar" })
    expect(sent.status).toBe(200)
    expect(sink.mails.splice(0)).toHaveLength(1)
    expect((await invitation("test-mail")).status).toBe(404)
  })

  test("the launch waits for two of three recovery shares, and tells nobody else what they are", async () => {
    const path = `/api/surveys/${survey.id}`
    expect(await hr.call("POST", `${path}/launch`)).toMatchObject({
      status: 409,
      json: { code: "survey.recovery-untried" },
    })
    const taken = await hr.call("POST", `${path}/recovery-shares`)
    const [first, , third] = (taken.json as { shares: string[] }).shares
    const tried = await hr.call("POST", `${path}/recovery-trial`, { shares: [third, first] })
    expect(tried).toMatchObject({ status: 200, json: { recovery: { triedAt: expect.any(String) } } })
  })

  test("the launch sends every invited person exactly one mail", async () => {
    const launched = await hr.call("POST", `/api/surveys/${survey.id}/launch`)
    expect(launched.status).toBe(200)
    survey = launched.json as Survey
    expect(survey.state).toBe("open")
    await expect
      .poll(
        async () =>
          ((await hr.call("GET", `/api/surveys/${survey.id}/mails`)).json as SurveyMails).invitations,
        { timeout: 60_000, interval: 300 },
      )
      .toEqual({
        ...{ queued: 0, deferred: 0, sent: survey.invited, unsure: 0 },
        ...{ refused: 0, none: 0, copies: 0, softBounces: 0 },
      })
    expect(sink.mails).toHaveLength(survey.invited)
    expect(new Set(sink.mails.map(({ to }) => to)).size).toBe(survey.invited)
    secrets.push(...sink.mails.map(({ raw }) => linkIn(raw)))
    expect(new Set(secrets).size).toBe(survey.invited)
    expect((await hr.call("POST", `/api/surveys/${survey.id}/launch`)).status).toBe(409)
  }, 90_000)

  test("opening a link fifty times, by GET and HEAD, page and data, spends nothing", async () => {
    const secret = secrets[0] ?? ""
    for (let time = 0; time < 50; time++) {
      const page = await test_.app.request(`/s/${secret}`, { method: time % 2 === 0 ? "GET" : "HEAD" })
      expect(page.headers.get("cache-control")).toBe("no-store")
      expect(page.headers.get("referrer-policy")).toBe("no-referrer")
      expect((await invitation(secret)).json.state).toBe("open")
    }
  })

  test("everybody but one in five answers; a repeated ballot is kept once", async () => {
    const answering = secrets.filter((_, index) => index % 5 !== 4)
    await Promise.all(
      answering.map(async (secret, index) => {
        const opened = (await invitation(secret)).json
        if (opened.state !== "open") throw new Error("not open")
        const answers: Record<string, unknown> = {}
        for (const question of opened.questionnaire.instrument.questions) {
          if (question.type === "likert") answers[question.id] = ((index + question.id.length) % 5) + 1
        }
        answers["comment-helps"] = `note ${index}`
        const own = await answerInvitation(sign, opened, secret, answers)
        expect(await cast(own.cast)).toEqual({ status: 201, json: { state: "stored" } })
        expect(await cast(own.cast)).toEqual({ status: 201, json: { state: "kept" } })
      }),
    )
    expect((await invitation(answering[0] ?? "")).json.state).toBe("answered")
  }, 120_000)

  test("a correction by the same browser replaces, a second device is told so", async () => {
    const secret = secrets[4] ?? ""
    const opened = (await invitation(secret)).json
    if (opened.state !== "open") throw new Error("not open")
    const own = await answerInvitation(sign, opened, secret, {})
    expect((await cast(own.cast)).status).toBe(201)
    const corrected = await correctAnswers(opened, own, { "comment-helps": "second" })
    expect(await cast(corrected.cast)).toEqual({ status: 201, json: { state: "stored" } })
    // An older ballot that was overtaken on its way changes nothing.
    expect(await cast(own.cast)).toEqual({ status: 201, json: { state: "kept" } })
    await expect(answerInvitation(sign, opened, secret, {})).rejects.toMatchObject({
      answer: { status: 409, code: "ballot.answered" },
    })
  })

  test("whoever will not take part gets a signature and casts a withdrawn ballot, like any other to the server", async () => {
    const secret = secrets[14] ?? ""
    const opened = (await invitation(secret)).json
    if (opened.state !== "open") throw new Error("not open")
    const own = await answerInvitation(sign, opened, secret, null)
    expect(await cast(own.cast)).toEqual({ status: 201, json: { state: "stored" } })
    expect((await invitation(secret)).json.state).toBe("answered")
  })

  test("a ballot that is tampered with, of another size, cohort or survey, or without a good signature is refused", async () => {
    const secret = secrets[9] ?? ""
    const opened = (await invitation(secret)).json
    if (opened.state !== "open") throw new Error("not open")
    late = await answerInvitation(sign, opened, secret, {})
    const own = late
    const refused = async (changed: object) => (await cast({ ...own.cast, ...changed })).status
    expect(await refused({ sequence: 3 })).toBe(422)
    expect(await refused({ extra: 1 })).toBe(400)
    expect(await refused({ credential: "AAAA" })).toBe(422)
    expect(await refused({ survey: crypto.randomUUID() })).toBe(422)
    expect(await refused({ organization: crypto.randomUUID() })).toBe(422)
    const of = (changed: Partial<typeof opened>) => correctAnswers({ ...opened, ...changed }, own, {})
    const larger = { ...opened.manifest, sealedSize: opened.manifest.sealedSize + 256 }
    expect((await cast((await of({ manifest: larger })).cast)).status).toBe(422)
    // Signed by the key of another cohort than the one it is cast for.
    const other = opened.leaf.id === 0 ? 1 : 0
    expect((await cast((await of({ leaf: { ...opened.leaf, id: other } })).cast)).status).toBe(422)
    expect((await cast((await of({ leaf: { ...opened.leaf, id: 9999 } })).cast)).status).toBe(422)
  })

  test("participation is rounded to 5, made by the sweep of the next day and not by a look", async () => {
    const look = async () =>
      (await hr.call("GET", `/api/surveys/${survey.id}/participation`)).json as Participation
    expect(await look()).toMatchObject({ groups: [] })
    const dayAfter = new Date(Date.now() + 48 * 3600 * 1000)
    await renewParticipation(test_.deps, hr.organizationId, async () => dayAfter)
    const { groups, day } = await look()
    expect(day).toBe(dayAfter.toISOString().slice(0, 10))
    const all = groups.find(({ id }) => id === "all")?.rate ?? 0
    expect(all % 5).toBe(0)
    expect(all).toBeGreaterThan(60)
    for (const { rate, covered, invited } of groups) {
      expect(rate === null).toBe(covered < 40)
      expect(covered).toBeLessThanOrEqual(invited)
    }
  })

  test("the close publishes a release of what was answered, and forgets the rest", async () => {
    expect((await hr.call("POST", `/api/surveys/${survey.id}/early-close`)).status).toBe(200)
    const closed = await deputy.call("POST", `/api/surveys/${survey.id}/early-close/agreement`)
    expect(closed).toMatchObject({ status: 200, json: { state: "closed", outcome: "released" } })
    const release = (await hr.call("GET", `/api/surveys/${survey.id}/release`)).json as StoredRelease
    const respondents = secrets.filter((_, index) => index % 5 !== 4).length + 1
    expect(release.survey.respondents).toBe(respondents)
    expect(release.uncounted).toBe(0)
    expect(release.atoms.every(({ respondents }) => respondents >= 5)).toBe(true)
    expect(release.atoms.reduce((sum, atom) => sum + atom.respondents, 0)).toBe(respondents)
    expect(release.groups[0]?.cells.message?.state).toBe("shown")
    expect(release.groups.filter(({ kind }) => kind === "layer").length).toBeGreaterThan(2)
    expect((await invitation(secrets[0] ?? "")).json.state).toBe("closed")
  }, 60_000)

  test("a ballot after the close is refused as late", async () => {
    if (late === undefined) throw new Error("no ballot was prepared")
    expect(await cast(late.cast)).toMatchObject({
      status: 410,
      json: { code: "survey.closed" },
    })
  })
})
