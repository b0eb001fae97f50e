import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { expect, test } from "vitest"
import { answerInvitation } from "../answering.ts"
import { castBallot } from "../ballots/cast-ballot.ts"
import { demoLinks } from "../demo/links.ts"
import { seededCompany } from "../demo/testing.ts"
import { openInvitation } from "../invitations/open-invitation.ts"
import { openTestApp } from "../testing.ts"
import { countInvitationMails } from "./address-queries.ts"
import { createCourier } from "./courier.ts"
import { deliverMails } from "./deliver-mails.ts"
import { type Mailer, smtpMailer } from "./mailer.ts"
import { mailRows, makeDue, nastySmtp, setAddresses } from "./testing.ts"

const PEOPLE = 40
const times = { mail: 1500, connect: 1000, idle: 500 }
const quickly = (url: string, connections = 4): Mailer =>
  smtpMailer({ url, from: "HR <hr@example.com>", connections, times })
const courier = () => createCourier(new Map(), 4)

eachDatabase((_name, open) => {
  const launched = async (url: string) => {
    const mailer = quickly(url)
    const api = await openTestApp(await open(), { demo: true, mailer })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: PEOPLE, share: 0, seed: 1 })
    return {
      ...api,
      organizationId,
      surveyId,
      deliver: (options: { mailer?: Mailer; lease?: number; signal?: AbortSignal } = {}) =>
        deliverMails(
          { ...api.deps, mailer: options.mailer ?? mailer },
          courier(),
          organizationId,
          surveyId,
          options,
        ),
      rows: () => mailRows(api.deps, organizationId, surveyId),
      count: () =>
        withOrganization(api.deps.db, "web", organizationId, (tx) =>
          countInvitationMails(tx, organizationId, surveyId),
        ),
      end: () => {
        mailer.close()
        api.remove()
      },
    }
  }

  test("F4: while the mail server is away nothing is lost and people answer; when it is back, all mails go once", async () => {
    const gone = await nastySmtp()
    await gone.close()
    const api = await launched(gone.url)
    const delivery = api.deliver()
    const [link] = await demoLinks(api.deps, api.organizationId, api.surveyId)
    const invitation = await openInvitation(api.deps, link?.secret ?? "")
    if (invitation.state !== "open") throw new Error("not open")
    const { cast } = await answerInvitation(api.deps, invitation, link?.secret ?? "", {
      "comment-helps": "x",
    })
    expect(await castBallot(api.deps, cast)).toBe("stored")
    await new Promise((later) => setTimeout(later, 1500))
    expect((await api.count()).sent).toBe(0)
    const back = await nastySmtp({}, gone.port)
    await delivery
    await makeDue(api.deps, api.organizationId)
    await api.deliver()
    expect(await api.count()).toMatchObject({ sent: PEOPLE, copies: 0, refused: 0 })
    expect(new Set(back.taken.map(({ to }) => to)).size).toBe(PEOPLE)
    expect(back.taken).toHaveLength(PEOPLE)
    await back.close()
    api.end()
  }, 60_000)

  test("F5: a domain that keeps connections waiting holds up its own mails only", async () => {
    const sink = await nastySmtp({
      rcpt: (address) => (address.endsWith("@tar.example") ? "hang" : "250 ok"),
    })
    const api = await launched(sink.url)
    await setAddresses(api.deps, api.organizationId, (at) =>
      at % 8 === 0 ? `p${at}@tar.example` : `p${at}@quick.example`,
    )
    const slow = PEOPLE / 8
    const enough = new AbortController()
    const delivery = api.deliver({ signal: enough.signal })
    await expect.poll(() => sink.taken.length, { timeout: 20_000 }).toBe(PEOPLE - slow)
    enough.abort()
    await delivery
    expect(await api.count()).toMatchObject({ sent: PEOPLE - slow, refused: 0, copies: 0 })
    const waiting = (await api.rows()).filter(({ state }) => state !== "sent")
    expect(waiting).toHaveLength(slow)
    expect(waiting.every(({ state, due_at }) => /queued|deferred/.test(state) && due_at !== null)).toBe(true)
    await sink.close()
    api.end()
  }, 60_000)

  test("F6: greylisted mails are put off and go the next time; nobody is suppressed", async () => {
    const seen = new Set<string>()
    const sink = await nastySmtp({
      rcpt: (address) => {
        const isKnown = seen.has(address)
        seen.add(address)
        return isKnown ? "250 ok" : "451 4.7.1 come again later"
      },
    })
    const api = await launched(sink.url)
    // Domains of their own, as a slowed domain would only go on later.
    await setAddresses(api.deps, api.organizationId, (at) => `p@d${at}.example`)
    await api.deliver()
    expect(sink.taken).toHaveLength(0)
    const put = await api.rows()
    expect(put.every(({ state, deferrals }) => state === "deferred" && deferrals === 1)).toBe(true)
    const waits = put.map(({ due_at }) => (due_at?.getTime() ?? 0) - Date.now())
    expect(Math.min(...waits)).toBeGreaterThan(20_000)
    // Apart from each other, so that they do not all come back at one moment.
    expect(new Set(waits.map((wait) => Math.round(wait / 100))).size).toBeGreaterThan(5)
    await makeDue(api.deps, api.organizationId)
    await api.deliver()
    expect(await api.count()).toMatchObject({ sent: PEOPLE, copies: 0, refused: 0 })
    expect(sink.taken).toHaveLength(PEOPLE)
    await sink.close()
    api.end()
  }, 60_000)

  test("F7: a refused address is suppressed and not tried again; a refusal of our server as a whole suppresses nobody", async () => {
    const sink = await nastySmtp({
      rcpt: (address) =>
        address.startsWith("gone")
          ? "550 5.1.1 no such user"
          : address.startsWith("relay")
            ? "554 5.7.1 relay access denied"
            : "250 ok",
    })
    const api = await launched(sink.url)
    await setAddresses(api.deps, api.organizationId, (at) =>
      at < 3 ? `gone${at}@x.example` : at === 3 ? "relay@y.example" : `ok${at}@x.example`,
    )
    await api.deliver()
    expect(await api.count()).toMatchObject({ refused: 3, deferred: 1, sent: PEOPLE - 4 })
    const suppressed = await withOrganization(api.deps.db, "web", api.organizationId, (tx) =>
      tx.selectFrom("registry.suppressed_address").select(["address", "status"]).orderBy("address").execute(),
    )
    expect(suppressed).toEqual([0, 1, 2].map((at) => ({ address: `gone${at}@x.example`, status: "5.1.1" })))
    await api.deliver()
    expect(await api.count()).toMatchObject({ refused: 3 })
    await sink.close()
    api.end()
  }, 60_000)

  test("F8: a connection that drops after the mail was handed over makes one more copy, with the same Message-ID, counted", async () => {
    const dropped = new Set<string>()
    const sink = await nastySmtp({
      data: ({ to, messageId }) => {
        if (to.startsWith("always")) return "drop"
        const isSecond = dropped.has(messageId)
        dropped.add(messageId)
        return to.startsWith("once") && !isSecond ? "drop" : "250 taken"
      },
    })
    const api = await launched(sink.url)
    await setAddresses(api.deps, api.organizationId, (at) =>
      at === 0 ? "always@x.example" : at < 4 ? `once${at}@x.example` : `ok${at}@x.example`,
    )
    for (let round = 0; round < 4; round++) {
      await makeDue(api.deps, api.organizationId)
      await api.deliver()
    }
    const copies = new Map<string, string[]>()
    for (const { to, messageId } of sink.heard) copies.set(to, [...(copies.get(to) ?? []), messageId])
    expect(copies.size).toBe(PEOPLE)
    for (const [to, ids] of copies) {
      expect([to, ids.length]).toEqual([to, /^(once|always)/.test(to) ? 2 : 1])
      expect(new Set(ids).size).toBe(1)
    }
    expect(await api.count()).toMatchObject({ sent: PEOPLE - 1, unsure: 1, copies: 4 })
    await sink.close()
    api.end()
  }, 60_000)

  test("F9: the same job given five times to four workers sends one mail a person, and it is the claim that holds it", async () => {
    const sink = await nastySmtp()
    const api = await launched(sink.url)
    const workers = [1, 2, 3, 4].map(() => quickly(sink.url, 3))
    await Promise.all([0, 1, 2, 3, 0].map((at) => api.deliver({ mailer: workers[at] ?? quickly(sink.url) })))
    expect(sink.taken).toHaveLength(PEOPLE)
    expect(new Set(sink.taken.map(({ to }) => to)).size).toBe(PEOPLE)
    expect(await api.count()).toMatchObject({ sent: PEOPLE, copies: 0 })
    for (const worker of workers) worker.close()
    await sink.close()
    api.end()

    // The same with claims that are worth nothing: whoever comes takes what another is just sending.
    const slow = await nastySmtp()
    const careless = await launched(slow.url)
    const mailers = [1, 2, 3, 4].map(() => quickly(slow.url, 3))
    const late = mailers.map(
      (mailer): Mailer => ({
        ...mailer,
        send: async (mail) => {
          await mailer.send(mail)
          await new Promise((later) => setTimeout(later, 50))
        },
      }),
    )
    for (let round = 0; round < 3; round++) {
      await Promise.all(
        late.map(async (mailer, at) => {
          await new Promise((later) => setTimeout(later, at * 25))
          await careless.deliver({ mailer, lease: 0 })
        }),
      )
    }
    expect(slow.taken.length).toBeGreaterThan(PEOPLE)
    for (const mailer of mailers) mailer.close()
    await slow.close()
    careless.end()
  }, 60_000)
})
