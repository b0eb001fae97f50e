import { serve } from "@hono/node-server"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { expect, test } from "vitest"
import { createAdmin } from "../auth/create-admin.ts"
import { demoLinks } from "../demo/links.ts"
import { seededCompany } from "../demo/testing.ts"
import { openInvitation } from "../invitations/open-invitation.ts"
import { prepareKeys } from "../keys/prepare-keys.ts"
import { createSurvey } from "../surveys/create-survey.ts"
import { launchSurvey } from "../surveys/launch-survey.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { createCourier } from "./courier.ts"
import { deliverMails } from "./deliver-mails.ts"
import { domainOf, type Mail, type Mailer } from "./mailer.ts"
import { queueMended } from "./queue-mended.ts"
import { saveLinkBase } from "./save-link-base.ts"
import type { Letters, MailOverview, SurveyMails } from "./schemas.ts"
import { mailRows, setAddresses } from "./testing.ts"

const refusing = (refused: (address: string) => boolean) => {
  const sent: Mail[] = []
  const mailer: Mailer = {
    size: 10,
    async send(mail) {
      if (refused(mail.to.address)) {
        const cause = { stage: "recipient", code: 550, status: "5.1.1", mayHaveArrived: false, slow: false }
        throw new Error("not taken", { cause })
      }
      sent.push(mail)
    },
    probe: async () => ({ secure: true, signedIn: true }),
    outbox: () => [],
    close: () => {},
  }
  return { sent, mailer }
}

/** HR of an organization that was made without an account. */
async function hrOf(api: TestApp, organizationId: string) {
  const email = "helen@example.com"
  const password = "long-enough-password-1"
  await createAdmin(api.deps, { organization: "Other", email, name: "Helen Rowe", password })
  const { id } = await api.deps.db
    .updateTable("auth.app_user")
    .set({ organizationId })
    .where("email", "=", email)
    .returning("id")
    .executeTakeFirstOrThrow()
  await withOrganization(api.deps.db, "web", organizationId, (tx) =>
    tx
      .insertInto("app.member")
      .values({ organization_id: organizationId, user_id: id, role: "hr" })
      .execute(),
  )
  return await api.signIn(email, password)
}

eachDatabase((name, open) => {
  test("HR mends an address, or says it is right, and the invitation goes again; an import that changes it does the same", async () => {
    const dead = new Set(["gone0@x.example", "gone1@x.example", "gone2@x.example"])
    const post = refusing((address) => dead.has(address))
    const api = await openTestApp(await open(), { demo: true, mailer: post.mailer })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 1 })
    const hr = await hrOf(api, organizationId)
    await setAddresses(api.deps, organizationId, (at) =>
      at < 3 ? `gone${at}@x.example` : at === 3 ? null : `p${at}@x.example`,
    )
    const deliver = () => deliverMails(api.deps, createCourier(new Map(), 10), organizationId, surveyId)
    await deliver()
    const overview = async () => (await hr.call("GET", "/api/mail")).json as MailOverview
    const before = await overview()
    expect(before).toMatchObject({ suppressed: 3, toMend: { total: 3 }, withoutAddress: 1 })
    expect(before.toMend.people.map(({ address }) => address).sort()).toEqual([...dead])
    const personOf = (address: string) => before.toMend.people.find((one) => one.address === address)?.person

    const mended = await hr.call("POST", "/api/mail/addresses", {
      person: personOf("gone0@x.example"),
      address: "right@x.example",
    })
    expect(mended).toMatchObject({ status: 200, json: { toMend: { total: 2 } } })
    dead.delete("gone1@x.example")
    await hr.call("POST", "/api/mail/addresses", {
      person: personOf("gone1@x.example"),
      address: "gone1@x.example",
    })
    // As an import leaves it.
    await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx
        .updateTable("registry.person")
        .set({ email: "imported@x.example" })
        .where("person_id", "=", personOf("gone2@x.example") ?? "")
        .execute(),
    )
    await queueMended(api.deps, organizationId)
    post.sent.length = 0
    await deliver()
    expect(post.sent.map(({ to }) => to.address).sort()).toEqual([
      "gone1@x.example",
      "imported@x.example",
      "right@x.example",
    ])
    expect(await overview()).toMatchObject({ toMend: { total: 0, people: [] }, withoutAddress: 1 })
    const unknown = { person: crypto.randomUUID(), address: "a@x.example" }
    expect((await hr.call("POST", "/api/mail/addresses", unknown)).status).toBe(404)
    // Whose invitation has arrived keeps the address here: no reminder and no second link goes elsewhere.
    const reached = { person: personOf("gone0@x.example"), address: "elsewhere@x.example" }
    expect(await hr.call("POST", "/api/mail/addresses", reached)).toMatchObject({
      status: 409,
      json: { code: "person.reached" },
    })
    api.remove()
  }, 60_000)

  test("letters go to everybody whom no mail reaches, answered or not; who fetched them is noted; a dead link is replaced", async () => {
    const post = refusing((address) => address === "gone@x.example")
    const api = await openTestApp(await open(), { demo: true, mailer: post.mailer })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 1, seed: 1 })
    const hr = await hrOf(api, organizationId)
    await setAddresses(api.deps, organizationId, (at) =>
      at === 0 ? null : at === 1 ? "gone@x.example" : `p${at}@x.example`,
    )
    const links = await demoLinks(api.deps, organizationId, surveyId)
    await deliverMails(api.deps, createCourier(new Map(), 10), organizationId, surveyId)
    expect((await hr.call("GET", `/api/surveys/${surveyId}/letters`)).json).toEqual({ people: 2, prints: [] })
    expect((await hr.call("GET", `/api/surveys/${surveyId}/mails`)).json).toMatchObject({
      invitations: { none: 1, refused: 1, sent: 38 },
    } satisfies { invitations: Partial<SurveyMails["invitations"]> })

    const { letters } = (await hr.call("POST", `/api/surveys/${surveyId}/letters`)).json as Letters
    expect(letters).toHaveLength(2)
    expect(letters.map(({ department }) => department)).toEqual(
      letters.map(({ department }) => department).sort(),
    )
    for (const letter of letters) {
      expect(letter.code).toMatch(/^[0-9A-Z]{6}(-[0-9A-Z]{4}){4}$/)
      expect(letter.link).toBe(
        `${api.deps.config.publicUrl}/s/${letter.code.replaceAll("-", "").toLowerCase()}`,
      )
      expect(letter.address).toBe("throughline.test/code")
      expect((await openInvitation(api.deps, letter.code)).state).toBe("open")
      expect((await openInvitation(api.deps, letter.code, () => true)).state).toBe("answered")
    }
    // The refused person's link is replaced by the code; all others stand.
    const known = await Promise.all(
      links.map(({ secret }) =>
        openInvitation(api.deps, secret).then(
          () => true,
          () => false,
        ),
      ),
    )
    expect(known.filter((one) => !one)).toHaveLength(2)
    // Printed again they are the same letters, so those that have been handed out stay good.
    expect((await hr.call("POST", `/api/surveys/${surveyId}/letters`)).json).toEqual({ letters })
    expect((await hr.call("GET", `/api/surveys/${surveyId}/letters`)).json).toMatchObject({
      people: 2,
      prints: [
        { by: "Helen Rowe <helen@example.com>", letters: 2 },
        { by: "Helen Rowe <helen@example.com>", letters: 2 },
      ],
    })
    // A mail to somebody with a printed code brings the same code, so that the letter stays good.
    await setAddresses(api.deps, organizationId, (at) => `p${at}@x.example`)
    await queueMended(api.deps, organizationId)
    post.sent.length = 0
    await deliverMails(api.deps, createCourier(new Map(), 10), organizationId, surveyId)
    expect(post.sent.map(({ link }) => link).sort()).toEqual(letters.map(({ link }) => link).sort())
    expect((await hr.call("GET", `/api/surveys/${surveyId}/letters`)).json).toMatchObject({ people: 0 })
    api.remove()
  }, 60_000)

  test("links begin with an own domain only when the operator has named it and it has answered as this installation", async () => {
    const port = name === "embedded" ? 4210 : 4211
    const publicUrl = `http://127.0.0.1:${port}`
    const post = refusing(() => false)
    const database = await open()
    const api = await openTestApp(database, { demo: true, mailer: post.mailer, publicUrl })
    const stranger = await openTestApp(database, { publicUrl })
    const server = serve({ fetch: api.app.fetch, port, hostname: "127.0.0.1" })
    const other = serve({ fetch: stranger.app.fetch, port: port + 2, hostname: "127.0.0.1" })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 1 })
    const hr = await hrOf(api, organizationId)
    // A relay of HR's own that passes everything on, and could keep what it sees.
    let relayed = 0
    const relay = serve({
      fetch: (request: Request) => {
        relayed++
        return api.app.fetch(request)
      },
      port: port + 4,
      hostname: "127.0.0.1",
    })
    const relayUrl = `http://127.0.0.1:${port + 4}`
    const put = (base: string | null) => hr.call("PUT", "/api/mail/link-base", { base })
    // Nothing is named: there are no domains of organizations, and nobody is asked.
    for (const base of [`http://localhost:${port}`, relayUrl])
      expect(await put(base)).toMatchObject({ status: 422, json: { code: "mail.link-base" } })
    expect((await hr.call("GET", "/api/mail")).json).toMatchObject({ linkBase: null, linkHosts: [] })
    api.deps.config.linkHosts = ["localhost"]
    expect(await put(relayUrl)).toMatchObject({ status: 422, json: { code: "mail.link-base" } })
    expect(relayed).toBe(0)
    // Without the list the relay is taken: it answers as we do.
    expect(await saveLinkBase(api.deps, organizationId, relayUrl, () => true)).toEqual({ linkBase: relayUrl })
    expect(relayed).toBe(1)
    // What was saved is used only while it is named.
    expect((await hr.call("GET", "/api/mail")).json).toMatchObject({
      linkBase: null,
      linkHosts: ["localhost"],
    })
    api.deps.config.linkHosts = ["localhost", "127.0.0.1"]
    for (const wrong of [
      "survey.example",
      "ftp://127.0.0.1",
      `http://localhost:${port}/survey`,
      `http://user:word@localhost:${port}`,
      "http://127.0.0.1:9",
      `http://127.0.0.1:${port + 2}`,
    ])
      expect([wrong, await put(wrong)]).toMatchObject([
        wrong,
        { status: 422, json: { code: "mail.link-base" } },
      ])
    expect(await put(`http://localhost:${port}/`)).toMatchObject({
      status: 200,
      json: { linkBase: `http://localhost:${port}` },
    })
    // The open survey keeps what its links began with, whatever HR changes; so does the next one.
    await deliverMails(api.deps, createCourier(new Map(), 10), organizationId, surveyId)
    expect(post.sent).toHaveLength(40)
    expect(post.sent.every(({ link }) => link.startsWith(`${publicUrl}/s/`))).toBe(true)
    post.sent.length = 0
    const next = await createSurvey(api.deps, organizationId, "Next")
    await prepareKeys(api.deps, organizationId, next.id)
    await launchSurvey(api.deps, organizationId, next.id)
    expect(await put(null)).toMatchObject({ json: { linkBase: null } })
    await deliverMails(api.deps, createCourier(new Map(), 10), organizationId, next.id)
    const mail = post.sent[0]
    expect(mail?.link).toMatch(new RegExp(`^http://localhost:${port}/s/`))
    expect(mail?.unsubscribe).toMatch(new RegExp(`^http://localhost:${port}/r/`))
    expect(mail?.text).not.toContain(publicUrl)
    expect(domainOf("HR <hr@Example.com>")).toBe("example.com")
    server.close()
    relay.close()
    other.close()
    stranger.remove()
    api.remove()
  }, 60_000)

  test("every mail and the letter can be looked at in every language before anybody gets one; the links open nothing", async () => {
    const api = await openTestApp(await open())
    const hr = await api.hr()
    const { id } = (await hr.call("POST", "/api/surveys", { name: "Autumn" })).json as { id: string }
    for (const kind of ["invitation", "reminder", "last-reminder", "letter"]) {
      for (const language of ["en", "de", "fr", "es", "tr", "ar"]) {
        const { status, json } = await hr.call(
          "GET",
          `/api/mail/preview?survey=${id}&kind=${kind}&language=${language}`,
        )
        expect([kind, language, status]).toEqual([kind, language, 200])
        const { subject, text, html } = json as { subject: string; text: string; html: string }
        expect(subject.length).toBeGreaterThan(3)
        expect(`${text}${html}`).not.toMatch(/undefined|null|NaN|\[object/)
        expect(html).toContain(`lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"`)
        expect(html).not.toMatch(/<(img|link|script|iframe)|url\(/i)
        const [secret = ""] = /(?<=\/s\/)[\w-]+/.exec(text) ?? []
        await expect(openInvitation(api.deps, secret)).rejects.toMatchObject({ code: "invitation.unknown" })
      }
    }
    expect(await mailRows(api.deps, hr.organizationId, id)).toEqual([])
    api.remove()
  }, 60_000)
})
