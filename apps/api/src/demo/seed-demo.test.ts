import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { expect, test } from "vitest"
import { createAdmin } from "../auth/create-admin.ts"
import { deleteBallots } from "../ballots/queries.ts"
import type { DriverDetail, DriverList } from "../drivers/schemas.ts"
import type { Links } from "../links/schemas.ts"
import { insertOrganization } from "../organizations/queries.ts"
import { insertObservations, insertRelease } from "../releases/queries.ts"
import { readRelease } from "../releases/read-release.ts"
import type { StoredRelease } from "../releases/stored-release.ts"
import type { ReviewPage } from "../reviews/schemas.ts"
import { closeSurvey } from "../surveys/close-survey.ts"
import { listSurveys } from "../surveys/read-survey.ts"
import type { Participation } from "../surveys/schemas.ts"
import { caller, openTestApp } from "../testing.ts"
import { demoAccounts, demoReceiver, earlyAccounts } from "./accounts.ts"
import { accountsFault, demoEmails } from "./accounts-fault.ts"
import { makeAccounts } from "./make-accounts.ts"
import { findAccounts } from "./queries.ts"
import { seedDemo } from "./seed-demo.ts"
import { seededCompany } from "./testing.ts"

const message = (release: StoredRelease, groupName: string, layer: number) => {
  const unit = release.groups.find(({ kind, name }) => kind === "unit" && name === groupName)
  const cell = release.groups.find(({ id }) => id === `${unit?.id}/layer:${layer}`)?.cells.message
  return cell?.state === "shown" ? cell.mean : Number.NaN
}

eachDatabase((_name, open) => {
  test("the demo has a survey closed last week with a break in one function, an open one, and its mails", async () => {
    const api = await openTestApp(await open(), { demo: true })
    // A start before this one was ended in the middle: it is made anew.
    const begun = crypto.randomUUID()
    await withOrganization(api.deps.db, "web", begun, (tx) => insertOrganization(tx, begun, "Begun"))
    const others = demoEmails.filter((email) => !earlyAccounts.includes(email))
    await makeAccounts(api.deps, begun, new Set(others))
    const later = await seedDemo(api.deps)
    const nobody = caller(api.app, api.deps.config.publicUrl)
    const { accounts } = (await nobody.call("GET", "/api/demo")).json as {
      accounts: { email: string; password: string }[]
    }
    const hr = await api.signIn(accounts[0]?.email ?? "", accounts[0]?.password ?? "")
    const deputy = await api.signIn(accounts[1]?.email ?? "", accounts[1]?.password ?? "")
    expect((await deputy.call("GET", "/api/session")).json).toMatchObject({ role: "hr", unit: null })
    const leader = await api.signIn(accounts[2]?.email ?? "", accounts[2]?.password ?? "")
    expect((await leader.call("GET", "/api/session")).json).toMatchObject({
      role: "leader",
      unit: "Operations",
    })
    const { surveys } = (await hr.call("GET", "/api/surveys")).json as {
      surveys: { id: string; state: string; invited: number }[]
    }
    expect(surveys.map(({ state }) => state)).toEqual(["open", "closed"])
    expect(surveys[0]?.invited).toBe(1200)

    const release = (await hr.call("GET", `/api/surveys/${surveys[1]?.id}/release`)).json as StoredRelease
    expect(release.survey.respondents).toBeGreaterThan(800)
    expect(release.uncounted).toBe(0)
    // Below layer 3 the message is lost in Operations, and in Operations only.
    expect(message(release, "Operations", 3) - message(release, "Operations", 4)).toBeGreaterThan(0.8)
    expect(message(release, "Engineering", 3) - message(release, "Engineering", 4)).toBeLessThan(0.5)

    // … and the close has found it there by itself.
    const unit = (called: string) =>
      release.groups.find(({ kind, name }) => kind === "unit" && name === called)?.id
    const findings = release.breaks?.findings ?? []
    const [lost] = findings
    expect(lost).toMatchObject({ measure: "message", unit: unit("Operations"), fromLayer: 4 })
    const unitsOf = (about: (measure: string) => boolean) =>
      new Set(findings.filter(({ measure }) => about(measure)).map((one) => one.unit))
    expect(unitsOf((measure) => measure !== "engagement")).toEqual(new Set([unit("Operations")]))
    // In Engineering people like their work less, which is no break of the message.
    expect(unitsOf((measure) => measure === "engagement")).toEqual(new Set([unit("Engineering")]))
    expect(release.breaks?.replicates).toBe(999)

    // The leader sees the break below, and none of the other functions.
    const own = (await leader.call("GET", `/api/surveys/${surveys[1]?.id}/release`)).json as StoredRelease
    expect(message(own, "Operations", 4)).toBe(message(release, "Operations", 4))
    expect(message(own, "Engineering", 4)).toBeNaN()
    expect(own.survey.respondents).toBeLessThan(release.survey.respondents / 2)
    expect(own.breaks?.findings[0]).toMatchObject({ id: lost?.id, gap: lost?.gap })

    // Two were named to read the comments, and HR is not one of them.
    const comments = `/api/surveys/${surveys[1]?.id}/comments`
    expect((await hr.call("GET", comments)).status).toBe(403)
    const analyst = await api.signIn(accounts[3]?.email ?? "", accounts[3]?.password ?? "")
    const page = (await analyst.call("GET", comments)).json as ReviewPage
    expect(page.comments.length).toBeGreaterThan(100)
    expect(new Set(page.comments.flatMap(({ hints }) => hints.map(({ kind }) => kind))).size).toBe(3)

    // Business figures: over units they go with the message; by function they are too few, and one is constant.
    const links = (await hr.call("GET", `/api/surveys/${surveys[1]?.id}/links`)).json as Links
    const onTime = links.kpis.find(({ name }) => name.includes("on time"))
    expect(
      links.pairs.find(({ construct, kpi }) => construct === "message" && kpi === onTime?.id),
    ).toMatchObject({
      ...{ finding: "link", way: "better-with-better", lag: 0 },
      // Within the functions as well: it is more than that one of them has lost the message.
      underHead: { r: expect.toSatisfy((r: number) => r > 0.3) },
    })
    expect(
      Object.fromEntries(links.kpis.map(({ name, state, refused }) => [name, refused ?? state])),
    ).toMatchObject({
      ...{
        "Serious accidents": "constant",
        "People who left": "short",
        "Agreed work delivered on time": "linked",
      },
    })
    const few = links.kpis.find(({ name }) => name === "People who left")
    const ofFew = links.pairs.filter(({ kpi }) => kpi === few?.id).map(({ finding }) => finding)
    expect(new Set(ofFew)).toEqual(new Set(["cannot-tell"]))
    expect(links.labels.cutsAcross.map(({ label }) => label)).toEqual(["Retrofit Launch"])
    expect(links.labels.unmapped).toContain("Partner installers")

    // One driver foretells, has been scored and has warned; the other may not foretell. The keeper has the one only.
    const { drivers } = (await hr.call("GET", "/api/drivers")).json as DriverList
    expect(drivers).toMatchObject([
      { name: "Directors on site", state: "refused", foretold: null },
      {
        name: "Training before the release",
        state: "published",
        foretold: { behind: { units: expect.any(Array) } },
      },
    ])
    const keeper = await api.signIn(accounts[4]?.email ?? "", accounts[4]?.password ?? "")
    const kept = ((await keeper.call("GET", "/api/drivers")).json as DriverList).drivers
    expect(kept.map(({ name, mayFeed }) => [name, mayFeed])).toEqual([["Training before the release", true]])
    expect((await keeper.call("GET", `/api/surveys/${surveys[1]?.id}/links`)).status).toBe(403)
    const detail = (await keeper.call("GET", `/api/drivers/${kept[0]?.id}`)).json as DriverDetail
    expect(detail.calibration.scored).toBe(44)
    expect(detail.calibration.inside).toBeGreaterThan(34)
    const notices = (await nobody.call("GET", "/api/demo/outbox?kind=notice")).json as {
      mails: { to: string }[]
    }
    expect(notices.mails.map(({ to }) => to)).toEqual([demoReceiver])

    const { mails } = (await nobody.call("GET", "/api/demo/outbox")).json as {
      mails: { link: string; name: string }[]
    }
    expect(mails).toHaveLength(200)
    const secret = mails[0]?.link.split("/s/")[1] ?? ""
    const opened = await api.app.request("/api/invitation", {
      headers: { Authorization: `Invitation ${secret}` },
    })
    expect(await opened.json()).toMatchObject({ survey: { id: surveys[0]?.id } })
    const found = (await nobody.call("GET", `/api/demo/outbox?q=${encodeURIComponent(mails[5]?.name ?? "")}`))
      .json
    expect(found).toMatchObject({
      mails: expect.arrayContaining([expect.objectContaining({ name: mails[5]?.name })]),
    })

    const all = async () => {
      const { groups } = (await hr.call("GET", `/api/surveys/${surveys[0]?.id}/participation`))
        .json as Participation
      return groups.find(({ id }) => id === "all")?.rate
    }
    expect(await all()).toBeUndefined()
    await later()
    expect(await all()).toBe(30)

    // A second start finds everything and makes nothing twice.
    await seedDemo(api.deps)
    expect(((await hr.call("GET", "/api/surveys")).json as { surveys: unknown[] }).surveys).toHaveLength(2)
    api.remove()
  }, 240_000)

  test("what the seeder may do cannot write results: the database refuses it", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 60, share: 0.5, seed: 2 })
    for (const role of ["web", "worker"] as const) {
      const inRole = (work: Parameters<typeof withOrganization<void>>[3]) =>
        withOrganization(api.deps.db, role, organizationId, work)
      const values = new Uint8Array(4)
      await expect(
        inRole((tx) => insertObservations(tx, organizationId, surveyId, [{ item: "x", values }])),
      ).rejects.toThrow(/permission denied/)
      const release = {} as StoredRelease
      await expect(
        inRole((tx) => insertRelease(tx, organizationId, surveyId, new Date(), release)),
      ).rejects.toThrow(/permission denied/)
      await expect(inRole((tx) => deleteBallots(tx, organizationId, surveyId))).rejects.toThrow(
        /permission denied/,
      )
    }
    api.remove()
  }, 60_000)

  test("results come from the ballots: without some of them the release is another, without most there is none", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const closed = async (keep: number) => {
      const { organizationId, surveyId, answered } = await seededCompany(api.deps, {
        people: 60,
        share: 0.8,
        seed: 2,
      })
      await withOrganization(api.deps.db, "close", organizationId, async (tx) => {
        const ballots = await tx.selectFrom("box.ballot").select("ballot_key").orderBy("ballot_key").execute()
        for (const { ballot_key } of ballots.slice(Math.round(answered * keep))) {
          await tx.deleteFrom("box.ballot").where("ballot_key", "=", ballot_key).execute()
        }
      })
      await closeSurvey(api.deps, organizationId, surveyId)
      const [survey] = await listSurveys(api.deps, organizationId)
      if (survey?.outcome !== "released") return survey?.outcome
      return (await readRelease(api.deps, organizationId, surveyId)).survey.respondents
    }
    expect(await closed(1)).toBe(48)
    expect(await closed(0.5)).toBe(24)
    expect(await closed(0)).toBe("too-few")
    api.remove()
  }, 120_000)

  test("the demo and real accounts never meet in one database", async () => {
    const api = await openTestApp(await open(), { demo: true })
    expect([await accountsFault(api.deps.db, true), await accountsFault(api.deps.db, false)]).toEqual([
      undefined,
      undefined,
    ])
    const [{ email, name, password }] = demoAccounts
    expect(email).toContain(".example")
    await createAdmin(api.deps, { organization: "Demo", email, name, password })
    expect(await accountsFault(api.deps.db, true)).toBeUndefined()
    expect(await accountsFault(api.deps.db, false)).toMatch(/whose password everybody knows/)
    // Whom a visitor has invited belongs to the demo and does not keep it from starting.
    const { organizationId } = (await findAccounts(api.deps.db, demoEmails)) as { organizationId: string }
    await api.deps.auth.createUser({ email: "visitor@example.com", name: "V", password, organizationId })
    expect(await accountsFault(api.deps.db, true)).toBeUndefined()
    // The demo's own account being there is no leave to show the links of others.
    await api.hr("Real company")
    await expect(seedDemo(api.deps)).rejects.toThrow(/Refused/)
    api.remove()
  }, 60_000)
})

test("the seeder's source names no table of results, writes no SQL and opens no database of its own", () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !file.endsWith(".test.ts"))
  expect(files).toContain("seed-demo.ts")
  for (const file of files) {
    const source = readFileSync(join(import.meta.dirname, file), "utf8")
    expect([file, source]).toEqual([
      file,
      expect.not.stringMatching(
        /results\.|box\.ballot|openDatabase|"close"|releases\/queries|\bsql\s*[`.<(]/,
      ),
    ])
  }
})
