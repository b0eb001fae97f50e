import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { demoLinks } from "../demo/links.ts"
import { seededCompany } from "../demo/testing.ts"
import { closeSurvey } from "../surveys/close-survey.ts"
import { openTestApp } from "../testing.ts"
import { beginReminders, reminderDay } from "./begin-reminders.ts"
import { createCourier } from "./courier.ts"
import { deliverMails } from "./deliver-mails.ts"
import { insertReminderWave } from "./mailing-queries.ts"
import { readSurveyMails } from "./read-mail.ts"
import { collecting, mailRows, makeDue, traces } from "./testing.ts"

test("reminders go out on their days, where the organization is, in the morning, once, and not on the day of the launch", () => {
  const plan = {
    closes_at: new Date("2026-12-10T17:00:00Z"),
    launched_at: new Date("2026-12-01T08:00:00Z"),
    reminder_days: [7, 2],
    time_zone: "Europe/Berlin",
    last_began_at: null,
  }
  const at = (now: string, changes = {}) => reminderDay({ ...plan, now: new Date(now), ...changes })
  expect(at("2026-12-03T07:59:00Z")).toBeUndefined()
  expect(at("2026-12-03T08:00:00Z")).toEqual({ dueOn: "2026-12-03", isLast: false })
  expect(at("2026-12-03T18:59:00Z")).toEqual({ dueOn: "2026-12-03", isLast: false })
  expect(at("2026-12-03T19:00:00Z")).toBeUndefined()
  expect(at("2026-12-04T10:00:00Z")).toBeUndefined()
  expect(at("2026-12-08T10:00:00Z")).toEqual({ dueOn: "2026-12-08", isLast: true })
  expect(at("2026-12-08T10:00:00Z", { last_began_at: new Date("2026-12-07T18:00:00Z") })).toBeUndefined()
  expect(at("2026-12-08T10:00:00Z", { launched_at: new Date("2026-12-08T06:00:00Z") })).toBeUndefined()
  // Half a day ahead of Berlin the close is on the next day already; a clock that is put back moves no day.
  expect(at("2026-12-03T20:30:00Z", { time_zone: "Pacific/Auckland" })?.dueOn).toBe("2026-12-04")
  expect(
    reminderDay({
      ...plan,
      closes_at: new Date("2026-10-26T17:00:00Z"),
      launched_at: null,
      now: new Date("2026-10-24T09:00:00Z"),
    }),
  ).toEqual({ dueOn: "2026-10-24", isLast: true })
})

eachDatabase((_name, open) => {
  const launched = async () => {
    const post = collecting()
    const api = await openTestApp(await open(), { demo: true, mailer: post.mailer })
    const { organizationId, surveyId, answered } = await seededCompany(api.deps, {
      people: 60,
      share: 0.5,
      seed: 1,
    })
    const deliver = () =>
      deliverMails(api.deps, createCourier(new Map(), 10), organizationId, surveyId, { lease: 180 })
    await deliver()
    const wave = (dueOn: string, isLast = false) =>
      withOrganization(api.deps.db, "worker", organizationId, (tx) =>
        insertReminderWave(tx, organizationId, surveyId, { dueOn, isLast }),
      )
    post.sent.length = 0
    return { ...api, ...post, organizationId, surveyId, answered, deliver, wave }
  }

  test("a wave reaches those who have not answered, once, and leaves no difference between them and the others", async () => {
    const api = await launched()
    await api.wave("2026-11-20")
    await api.wave("2026-11-20")
    await Promise.all([api.deliver(), api.deliver(), api.deliver()])
    expect(api.sent).toHaveLength(60 - api.answered)
    expect(new Set(api.sent.map(({ to }) => to.address)).size).toBe(60 - api.answered)
    expect(api.sent.every(({ kind }) => kind === "reminder")).toBe(true)
    const answeredLinks = new Set(
      (await demoLinks(api.deps, api.organizationId, api.surveyId))
        .slice(0, api.answered)
        .map(({ secret }) => secret),
    )
    for (const { link } of api.sent) expect(answeredLinks.has(link.split("/s/")[1] ?? "")).toBe(false)

    const rows = await traces(api.deps.db, api.organizationId)
    expect(rows).toHaveLength(60)
    const kinds = (signed: boolean) =>
      new Set(rows.filter((row) => row.is_signed === signed).map(({ trace }) => trace.replace(/ \d+$/, "")))
    expect([...kinds(true)]).toEqual(["f f 1 sent t t 0 0 0 0"])
    expect([...kinds(false)]).toEqual([...kinds(true)])
    // Nor does what wrote a row tell: each transaction that settled some who had answered settled others with them,
    // unless it had only a few.
    const writers = new Map<string, { yes: number; no: number }>()
    for (const { is_signed, trace } of rows) {
      const writer = trace.split(" ").at(-1) ?? ""
      const seen = writers.get(writer) ?? { yes: 0, no: 0 }
      writers.set(writer, is_signed ? { ...seen, yes: seen.yes + 1 } : { ...seen, no: seen.no + 1 })
    }
    expect([...writers.values()].some(({ yes, no }) => yes > 0 && no > 0)).toBe(true)
    // HR sees the day, and nothing else.
    const seen = await readSurveyMails(api.deps, api.organizationId, api.surveyId)
    expect(seen.reminders).toEqual([{ day: "2026-11-20", last: false }])
    expect(JSON.stringify(seen)).not.toMatch(/"(60|30)"|answered/)
    api.remove()
  }, 60_000)

  test("reminders that are refused, dropped or killed on the way leave no trace either, and none goes twice", async () => {
    const api = await launched()
    let count = 0
    api.failing((mail) => {
      count++
      if (count % 3 === 0)
        return { stage: "recipient", code: 550, status: "5.1.1", mayHaveArrived: false, slow: false }
      if (count % 3 === 1) return { stage: "server", code: 0, status: "0", mayHaveArrived: true, slow: false }
      return mail.link === "" ? {} : undefined
    })
    const lines: string[] = []
    api.deps.log = (line) => lines.push(line)
    await api.wave("2026-11-20")
    await api.deliver()
    // Nor does the log: a line for each would count those who have not answered.
    expect(lines).toEqual([])
    const tried = count
    expect(tried).toBe(60 - api.answered)
    // A process that was killed while it held some: its claims are taken from it and not sent again.
    await api.wave("2026-11-21", true)
    await withOrganization(api.deps.db, "worker", api.organizationId, (tx) =>
      tx
        .updateTable("registry.mail")
        .set({ state: "sending", attempt: 1, claimed_at: sql`now() - interval '1 hour'` })
        .where("wave", "=", 2)
        .execute(),
    )
    await api.deliver()
    await makeDue(api.deps, api.organizationId)
    await api.deliver()
    expect(count).toBe(tried)
    const kinds = new Set(
      (await traces(api.deps.db, api.organizationId)).map(({ trace }) => trace.replace(/ \d+(,|$)/g, "$1")),
    )
    expect([...kinds]).toEqual(["f f 1 sent t t 0 0 0 0, 2 sent t t 0 0 0 0"])
    const suppressed = await withOrganization(api.deps.db, "web", api.organizationId, (tx) =>
      tx.selectFrom("registry.suppressed_address").selectAll().execute(),
    )
    expect(suppressed).toEqual([])
    api.remove()
  }, 60_000)

  test("a greylisted reminder goes later, and is over like all others then", async () => {
    const api = await launched()
    const seen = new Set<string>()
    api.failing(({ messageId }) => {
      if (seen.has(messageId)) return undefined
      seen.add(messageId)
      return { stage: "recipient", code: 451, status: "4.7.1", mayHaveArrived: false, slow: false }
    })
    await api.wave("2026-11-20")
    const enough = AbortSignal.timeout(1500)
    const round = async (signal?: AbortSignal) => {
      await makeDue(api.deps, api.organizationId)
      await deliverMails(api.deps, createCourier(new Map(), 10), api.organizationId, api.surveyId, { signal })
    }
    await round(enough)
    await expect
      .poll(
        async () => {
          await round(AbortSignal.timeout(1500))
          return (await mailRows(api.deps, api.organizationId, api.surveyId, 1)).every(
            ({ state }) => state === "sent",
          )
        },
        { timeout: 60_000 },
      )
      .toBe(true)
    expect(api.sent).toHaveLength(60 - api.answered)
    expect(
      new Set((await traces(api.deps.db, api.organizationId)).map(({ trace }) => trace.replace(/ \d+$/, "")))
        .size,
    ).toBe(1)
    api.remove()
  }, 90_000)

  test("whoever stopped reminders gets none, and the close forgets reminders and who stopped them", async () => {
    const api = await launched()
    await withOrganization(api.deps.db, "web", api.organizationId, (tx) =>
      tx
        .updateTable("registry.invitation")
        .set({ reminders_stopped: true })
        .where("signed_message", "is", null)
        .execute(),
    )
    await api.wave("2026-11-20")
    await api.deliver()
    expect(api.sent).toEqual([])
    expect(await mailRows(api.deps, api.organizationId, api.surveyId, 1)).toHaveLength(60)
    await closeSurvey(api.deps, api.organizationId, api.surveyId)
    expect(await mailRows(api.deps, api.organizationId, api.surveyId, 1)).toEqual([])
    expect(await mailRows(api.deps, api.organizationId, api.surveyId, 0)).toHaveLength(60)
    const kinds = new Set(
      (await traces(api.deps.db, api.organizationId)).map(({ is_signed, trace }) => `${is_signed} ${trace}`),
    )
    expect([...kinds]).toEqual(["false f f"])
    api.remove()
  }, 60_000)

  test("the sweep begins a wave on its day, however many processes ask, and the last one says so", async () => {
    const api = await launched()
    await withOrganization(api.deps.db, "web", api.organizationId, async (tx) => {
      // Days are reckoned where the organization is: somewhere it is late morning.
      const hour = new Date().getUTCHours()
      const zone = `Etc/GMT${hour >= 11 ? "+" : "-"}${Math.abs(hour - 11)}`
      await tx
        .updateTable("app.organization")
        .set({ time_zone: zone === "Etc/GMT+0" ? "UTC" : zone })
        .execute()
      await tx
        .updateTable("app.survey")
        .set({
          reminder_days: [2, 9],
          launched_at: sql`now() - interval '5 days'`,
          closes_at: sql`now() + interval '2 days'`,
        })
        .execute()
    })
    await Promise.all([1, 2, 3].map(() => beginReminders(api.deps, api.organizationId)))
    await beginReminders(api.deps, api.organizationId)
    await api.deliver()
    expect(api.sent).toHaveLength(60 - api.answered)
    expect((await readSurveyMails(api.deps, api.organizationId, api.surveyId)).reminders).toMatchObject([
      { last: true },
    ])
    // In whose language the first one is, chance decides: links are random, and mails go in their order.
    expect(api.sent.map(({ subject }) => subject)).toContainEqual(expect.stringContaining("closes soon"))
    for (const { unsubscribe, text } of api.sent) {
      expect(unsubscribe).toMatch(/\/r\/[\w-]{49}$/)
      expect(text).toContain(unsubscribe)
    }
    api.remove()
  }, 60_000)
})
