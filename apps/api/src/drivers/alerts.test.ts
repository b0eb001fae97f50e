import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { smtpMailer } from "../mail/mailer.ts"
import { type HeardMail, nastySmtp } from "../mail/testing.ts"
import { addSignedIn } from "../members/testing.ts"
import { sweep } from "../sweep.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { claimAlerts } from "./alert-queries.ts"
import type { DriverDetail } from "./schemas.ts"
import { figures, quarter, seedFigures, setValues, UNITS } from "./testing.ts"

const KNOWN = 8

eachDatabase((_name, open) => {
  let api: TestApp
  let smtp: Awaited<ReturnType<typeof nastySmtp>>
  let answer = "250 taken"
  let clock = "2026-01-05T09:00:00Z"
  const logged: string[] = []

  beforeAll(async () => {
    smtp = await nastySmtp({ data: () => answer })
    const from = "Throughline <survey@example.com>"
    const mailer = smtpMailer({ url: smtp.url, from, connections: 2 })
    api = await openTestApp(await open(), { mailer, now: () => new Date(clock) })
    api.deps.log = (line) => logged.push(line)
  })
  afterAll(async () => {
    api.deps.mailer.close()
    await smtp.close()
    api.remove()
  })

  /** Everything the sweep does, and what it had to say. */
  const swept = async () => {
    const lines: string[] = []
    await sweep(api.deps, api.deps.jobs, (line) => lines.push(line))
    return [...lines, ...logged.splice(0)]
  }
  /** The mails about a driver that were heard for this address, taken or not. */
  const mailsTo = (address: string, mails: readonly HeardMail[]) =>
    mails.filter(({ to, raw }) => to === address && raw.includes("Message-ID: <driver."))

  const company = async (
    name: string,
    domain: string,
    training?: (value: number, unit: number) => number,
  ) => {
    const hr = await api.hr(name)
    const { organizationId } = hr
    const kpis = await seedFigures(api.deps, organizationId, KNOWN)
    if (training !== undefined) {
      const last = figures(KNOWN).training.at(-1)?.map(training) ?? []
      await setValues(api.deps, organizationId, kpis.indicator, [last], { from: KNOWN - 1 })
    }
    const add = async (local: string) => {
      const email = `${local}@${domain}`
      await addSignedIn(api, organizationId, { email, role: "leader" })
      const { members } = (await hr.call("GET", "/api/members")).json as {
        members: { id: string; email: string }[]
      }
      return { email, id: members.find((one) => one.email === email)?.id ?? "" }
    }
    const make = async (more: object) => {
      const rest = { horizon: 1, target: 80, deadline: "2025-12-31", keeper: null, receiver: null }
      const body = { name: "Release training", ...kpis, ...rest, ...more }
      return ((await hr.call("POST", "/api/drivers", body)).json as { driver: string }).driver
    }
    const read = async (id: string) => (await hr.call("GET", `/api/drivers/${id}`)).json as DriverDetail
    return { hr, organizationId, kpis, add, make, read }
  }

  test("units that will likely miss their plan are told to the receiver, once, with figures and a link; and to nobody else", async () => {
    // Four units had hardly any training: their sales stay far below the plan.
    const { hr, organizationId, kpis, add, make, read } = await company(
      "Told",
      "told.example",
      (value, unit) => (unit < 4 ? 12 + unit : value + 30),
    )
    const receiver = await add("ann")
    const id = await make({ receiver: receiver.id })
    answer = "451 later"
    const lines = await swept()
    expect(lines).toContain("mail: the alert of a driver was not taken")
    expect(lines.join("\n")).not.toMatch(/told\.example|Sales|Test Member|Told/)
    const waiting = await read(id)
    expect(waiting.alerts).toMatchObject([{ period: quarter(KNOWN), to: "Test Member", sentAt: null }])

    answer = "250 taken"
    await swept()
    await swept()
    const taken = mailsTo(receiver.email, smtp.taken)
    expect(taken).toHaveLength(1)
    // The one that was not taken first is the same mail.
    const tried = mailsTo(receiver.email, smtp.heard)
    expect(tried.length).toBeGreaterThan(1)
    expect(new Set(tried.map(({ messageId }) => messageId)).size).toBe(1)
    const text = plainText(taken[0]?.raw ?? "")
    const { prediction, alerts } = await read(id)
    const late = prediction?.behind?.units ?? []
    expect(late).toEqual([0, 1, 2, 3])
    expect(text).toContain("in Q1 2026 in 4 units")
    expect(text).toMatch(/Sales: likely \d+–\d+% under plan \(90% interval\)/)
    // 12, 13, 14 and 15 percent.
    expect(text).toContain("Q4 2025: 13.5% (target 80% by 31 December 2025)")
    for (const unit of late) expect(text).toContain(`Unit ${unit + 1}: expected`)
    expect(text).not.toContain("Unit 5:")
    expect(text).toContain(`/drivers/${id}`)
    expect(text).not.toMatch(/caus|prove/i)
    expect(alerts).toHaveLength(1)
    expect(alerts[0]?.sentAt).not.toBeNull()
    expect(alerts[0]?.paragraphs.every((paragraph) => text.includes(paragraph))).toBe(true)
    expect(mailsTo(hr.email, smtp.heard)).toEqual([])

    // Corrected data make another prediction of the same quarter; of that, everybody has been told.
    const corrected =
      figures(KNOWN)
        .training.at(-1)
        ?.map((value, unit) => (unit < 5 ? 10 : value + 30)) ?? []
    await setValues(api.deps, organizationId, kpis.indicator, [corrected], { from: KNOWN - 1 })
    await swept()
    const again = await read(id)
    expect(again.prediction?.number).toBe(2)
    expect(again.prediction?.behind?.units).toContain(4)
    expect(mailsTo(receiver.email, smtp.taken)).toHaveLength(1)
  })

  test("the interval of the units together is the mean's, narrower than any one unit's", async () => {
    const { make, read } = await company("Together", "together.example", (value, unit) =>
      unit < 4 ? 12 : value + 30,
    )
    const id = await make({})
    await swept()
    const { prediction } = await read(id)
    const behind = prediction?.behind
    const own = prediction?.units.filter(({ unit }) => behind?.units.includes(unit)) ?? []
    expect(behind?.expected).toBeCloseTo(own.reduce((sum, { expected }) => sum + expected, 0) / own.length, 9)
    const width = (one: { low: number; high: number } | null | undefined) =>
      (one?.high ?? 0) - (one?.low ?? 0)
    for (const one of own) expect(width(behind)).toBeLessThan(width(one))
  })

  test("nobody is told of units that will make their plan, of a driver that is refused, or without a receiver", async () => {
    const fine = await company("Fine", "fine.example", (value) => value + 40)
    const first = await fine.add("fay")
    const made = await fine.make({ receiver: first.id })
    const vain = await company("Refused", "refused.example")
    const second = await vain.add("rex")
    const refused = await vain.make({ receiver: second.id, horizon: 7 })
    const quiet = await company("Quiet", "quiet.example", () => 10)
    const alone = await quiet.make({})
    const gone = await quiet.add("gil")
    await swept()
    expect(await fine.read(made)).toMatchObject({
      state: "published",
      prediction: { behind: null },
      alerts: [],
    })
    expect(await vain.read(refused)).toMatchObject({ state: "refused", alerts: [] })
    const silent = await quiet.read(alone)
    expect(silent.prediction?.behind?.units).toHaveLength(UNITS)
    expect(silent.alerts).toEqual([])
    for (const { email } of [first, second, gone]) expect(mailsTo(email, smtp.heard)).toEqual([])

    // Who is named afterwards hears of it; who has gone before the mail server answered gets nothing.
    answer = "451 later"
    await quiet.hr.call("PATCH", `/api/drivers/${alone}`, { receiver: gone.id })
    await swept()
    expect(mailsTo(gone.email, smtp.heard).length).toBeGreaterThan(0)
    expect((await quiet.hr.call("DELETE", `/api/members/${gone.id}`)).status).toBe(200)
    answer = "250 taken"
    await swept()
    expect(mailsTo(gone.email, smtp.taken)).toEqual([])
  })

  test("of a period that is over nobody is told: old figures foretell nothing that is to come", async () => {
    const { add, make, read } = await company("Old", "old.example", () => 10)
    const receiver = await add("ola")
    const id = await make({ receiver: receiver.id })
    clock = "2026-04-01T00:30:00Z"
    await swept()
    const late = await read(id)
    expect(late.prediction?.behind?.units).toHaveLength(UNITS)
    expect(late.alerts).toEqual([])
    // On its last day it is not over.
    clock = "2026-03-31T23:30:00Z"
    await swept()
    expect(mailsTo(receiver.email, smtp.taken)).toHaveLength(1)
    clock = "2026-01-05T09:00:00Z"
  })

  test("two processes that sweep at once do not both send an alert", async () => {
    const { organizationId, add, make } = await company("Twice", "twice.example", () => 10)
    const receiver = await add("tim")
    await make({ receiver: receiver.id })
    answer = "451 later"
    await swept()
    answer = "250 taken"
    const claim = () =>
      withOrganization(api.deps.db, "web", organizationId, (tx) => claimAlerts(tx, organizationId))
    expect(await claim()).toMatchObject([{ address: receiver.email, period: quarter(KNOWN) }])
    expect(await claim()).toEqual([])
    // Whoever took it is still at it.
    await swept()
    expect(mailsTo(receiver.email, smtp.taken)).toEqual([])
  })
})

/** The text part of a mail as it is read: quoted-printable or base64, its lines joined. */
function plainText(raw: string): string {
  const part = /Content-Type: text\/plain[\s\S]*?(?=\r\n--)/i.exec(raw)?.[0] ?? ""
  const split = part.indexOf("\r\n\r\n")
  const [head, body] = [part.slice(0, split), part.slice(split + 4)]
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8")
  if (!/quoted-printable/i.test(head)) return Buffer.from(body, "latin1").toString("utf8")
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, "latin1").toString("utf8")
}
