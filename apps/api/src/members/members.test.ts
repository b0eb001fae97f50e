import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { importPeople } from "../people/import-people.ts"
import { type Caller, caller, companyCsv, openTestApp, type TestApp } from "../testing.ts"
import { readSecret } from "./link.ts"
import { withdrawInvitationsBy } from "./queries.ts"
import type { MemberList } from "./schemas.ts"
import { addSignedIn, leadersOf } from "./testing.ts"

const password = "long enough, isn't it"
const DAY = 24 * 3600 * 1000

eachDatabase((_name, open) => {
  let api: TestApp
  let hr: Awaited<ReturnType<TestApp["hr"]>>
  let time = 0
  let broken = false
  beforeAll(async () => {
    api = await openTestApp(await open(), { demo: true, now: () => new Date(Date.now() + time) })
    const send = api.deps.mailer.send.bind(api.deps.mailer)
    api.deps.mailer.send = (mail) => (broken ? Promise.reject(new Error("down")) : send(mail))
    hr = await api.hr("Acme")
    const bytes = new TextEncoder().encode(companyCsv(120))
    await importPeople(api.deps, hr.organizationId, { fileName: "people.csv", bytes }, null)
    return () => api.remove()
  })

  const list = async (who: Caller = hr) => (await who.call("GET", "/api/members")).json as MemberList
  const invite = (email: string, more: Record<string, unknown> = {}, who: Caller = hr) =>
    who.call("POST", "/api/members/invitations", {
      ...{ email, name: "Ida Berg", role: "analyst", personId: null },
      ...more,
    })
  const linkTo = (email: string) => api.deps.mailer.outbox(email).at(0)?.link.split("/join/")[1] ?? ""
  /** As if the invitation were so many days older: nobody can move the database's clock. */
  const inDays = (days: number, email: string) =>
    withOrganization(api.deps.db, "web", hr.organizationId, (tx) =>
      sql`update app.member_invitation set expires_at = expires_at + ${days} * interval '1 day',
        created_at = created_at + ${days} * interval '1 day' where email = ${email}`.execute(tx),
    )
  let calls = 0
  const join = async (method: "GET" | "POST", secret: string, body?: unknown, address?: string) => {
    const response = await api.app.request(`${api.deps.config.publicUrl}/api/member-invitation`, {
      method,
      headers: {
        ...{ Origin: api.deps.config.publicUrl, "Content-Type": "application/json" },
        ...{ Authorization: `Invitation ${secret}`, "X-Forwarded-For": address ?? `10.9.${++calls % 250}.1` },
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, json: (await response.json()) as Record<string, unknown> }
  }

  test("an invitation goes by mail, opens without changing anything, and makes one account with the first password", async () => {
    expect(await invite("Ida@Example.com")).toMatchObject({
      status: 201,
      json: { invited: 1, notMailed: 0 },
    })
    const secret = linkTo("ida@example.com")
    const before = await list()
    expect(before.invitations).toMatchObject([
      { email: "ida@example.com", role: "analyst", state: "waiting", invitedBy: "Helen Rowe" },
    ])
    for (let look = 0; look < 3; look++) {
      expect(await join("GET", secret)).toMatchObject({
        status: 200,
        json: { organization: "Acme", name: "Ida Berg", email: "ida@example.com", role: "analyst" },
      })
    }
    expect(await list()).toEqual(before)
    for (const weak of ["short", "aaaaaaaaaaaaaaaa", "x".repeat(129)]) {
      expect((await join("POST", secret, { name: "Ida", password: weak })).status).toBe(400)
    }
    expect(await join("POST", secret, { name: "Ida Maria Berg", password })).toMatchObject({
      status: 201,
      json: { email: "ida@example.com" },
    })
    const ida = await api.signIn("ida@example.com", password)
    expect((await ida.call("GET", "/api/session")).json).toMatchObject({
      role: "analyst",
      user: { name: "Ida Maria Berg" },
      organization: { name: "Acme" },
    })
    const after = await list()
    expect(after.invitations).toEqual([])
    expect(after.members.map(({ email, isYou }) => [email, isYou])).toEqual([
      [hr.email, true],
      ["ida@example.com", false],
    ])
    for (const method of ["GET", "POST"] as const) {
      const again = await join(method, secret, method === "POST" ? { name: "X", password } : undefined)
      expect([again.status, again.json.code]).toEqual([410, "member-invitation.over"])
    }
  })

  test("of two who open the same link at once one gets the account", async () => {
    await invite("twice@example.com")
    const secret = linkTo("twice@example.com")
    const both = await Promise.all(
      ["first", "other"].map((name) => join("POST", secret, { name, password: `${name} ${password}` })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([201, 410])
    expect((await list()).members.filter(({ email }) => email === "twice@example.com")).toHaveLength(1)
  })

  test("only the hash of a link is kept: nothing stored opens it", async () => {
    await invite("hash@example.com")
    const secret = linkTo("hash@example.com")
    const kept = await withOrganization(api.deps.db, "web", hr.organizationId, async (tx) => {
      const { rows } = await sql<{ row: string }>`
        select cast(to_jsonb(invitation) as text) as row from app.member_invitation as invitation`.execute(tx)
      return rows.map(({ row }) => row).join()
    })
    const { hash } = readSecret(secret) as { hash: Uint8Array }
    const bytes = Buffer.from(secret, "base64url")
    expect(kept).toContain(Buffer.from(hash).toString("hex"))
    expect(kept).not.toContain(bytes.subarray(16).toString("hex"))
    expect(kept).not.toContain(secret)
    // What is kept, put into a link, is not known.
    const forged = Buffer.concat([bytes.subarray(0, 16), hash]).toString("base64url")
    expect((await join("GET", forged)).json.code).toBe("member-invitation.unknown")
    for (const none of ["", "x", "A".repeat(64)]) expect((await join("GET", none)).status).toBe(404)
  })

  test("sent again, the link before holds no more; withdrawn, none does; after seven days neither", async () => {
    await invite("again@example.com")
    const first = linkTo("again@example.com")
    const id = (await list()).invitations.find(({ email }) => email === "again@example.com")?.id
    expect((await invite("again@example.com")).json).toMatchObject({ code: "member.invited" })
    await hr.call("POST", `/api/members/invitations/${id}/again`)
    const second = linkTo("again@example.com")
    expect(second).not.toBe(first)
    expect([(await join("GET", first)).status, (await join("GET", second)).status]).toEqual([404, 200])
    // The database's clock decides: a server that is weeks ahead ends nothing, one that is behind keeps nothing open.
    time = 30 * DAY
    expect((await join("GET", second)).status).toBe(200)
    expect((await list()).invitations.find(({ email }) => email === "again@example.com")?.state).toBe(
      "waiting",
    )
    time = -30 * DAY
    await inDays(-7, "again@example.com")
    const later = hr
    expect((await join("POST", second, { name: "Late", password })).json.code).toBe("member-invitation.over")
    expect((await list(later)).invitations.find(({ email }) => email === "again@example.com")?.state).toBe(
      "over",
    )
    // An invitation that is over is in nobody's way.
    expect((await invite("again@example.com", {}, later)).status).toBe(201)
    const third = linkTo("again@example.com")
    const open = (await list(later)).invitations.filter(({ email }) => email === "again@example.com")
    expect(open).toHaveLength(1)
    expect((await later.call("DELETE", `/api/members/invitations/${open[0]?.id}`)).status).toBe(200)
    expect((await join("POST", third, { name: "Gone", password })).json.code).toBe("member-invitation.over")
    expect((await later.call("DELETE", `/api/members/invitations/${open[0]?.id}`)).status).toBe(404)
    time = 0
    // It holds for seven days: one that is six days old still opens.
    await invite("sixth@example.com")
    await inDays(-6.9, "sixth@example.com")
    expect((await join("GET", linkTo("sixth@example.com"))).status).toBe(200)
  })

  test("a mail that the server did not take is told, and goes when it is sent again", async () => {
    broken = true
    expect((await invite("down@example.com")).json).toEqual({ invited: 1, notMailed: 1 })
    broken = false
    const find = async () => (await list()).invitations.find(({ email }) => email === "down@example.com")
    expect((await find())?.state).toBe("not-mailed")
    expect((await hr.call("POST", `/api/members/invitations/${(await find())?.id}/again`)).json).toEqual({
      invited: 1,
      notMailed: 0,
    })
    expect((await find())?.state).toBe("waiting")
  })

  test("an address has one account: HR hears it of the own organization, of others only whoever has the mail", async () => {
    expect((await invite(hr.email)).json).toMatchObject({ code: "member.taken" })
    const elsewhere = await api.hr("Elsewhere")
    expect((await invite(elsewhere.email)).status).toBe(201)
    const secret = linkTo(elsewhere.email)
    expect((await join("POST", secret, { name: "X", password })).json.code).toBe("member.taken")
    // Nothing was used up and the account elsewhere is as it was.
    expect((await join("GET", secret)).status).toBe(200)
    const still = await api.signIn(elsewhere.email, elsewhere.password)
    expect((await still.call("GET", "/api/session")).json).toMatchObject({
      organization: { name: "Elsewhere" },
    })
  })

  test("a leader stands for somebody with people below, found by name, title or unit", async () => {
    const leaders = await leadersOf(api, hr.organizationId)
    const [boss, second] = leaders
    if (boss === undefined || second === undefined) throw new Error("the company has leaders")
    expect([boss.layer, boss.people, second.layer]).toEqual([1, 119, 2])
    expect(leaders.every(({ people }) => people > 0)).toBe(true)
    const found = (await hr.call("GET", `/api/members/leaders?q=${encodeURIComponent(second.name)}`)).json
    expect(found).toMatchObject({
      leaders: expect.arrayContaining([{ ...second, standing: null }]),
    })
    for (const personId of [null, crypto.randomUUID()]) {
      const refused = await invite("nobody@example.com", { role: "leader", personId })
      expect(refused).toMatchObject({ status: 422, json: { code: "member.no-team" } })
    }
    const report = (await hr.call("GET", "/api/people")).json as { people: { name: string }[] }
    expect(report.people.length).toBe(120)
    await invite("lead@example.com", { role: "leader", personId: second.personId })
    const mail = api.deps.mailer.outbox("lead@example.com")[0]
    expect(mail?.text).toContain(`your own unit, ${second.unit}, and nobody else's`)
    await join("POST", linkTo("lead@example.com"), { name: "Lead", password })
    const own = (await list()).members.find(({ email }) => email === "lead@example.com")
    expect(own).toMatchObject({ role: "leader", leads: { personId: second.personId, unit: second.unit } })
    expect(
      (await hr.call("GET", `/api/members/leaders?q=${encodeURIComponent(second.name)}`)).json,
    ).toMatchObject({ leaders: expect.arrayContaining([{ ...second, standing: "member" }]) })
  })

  test("all leaders of a layer are invited at once: those with an address who are not there yet", async () => {
    const before = (await list()).layers.find(({ layer }) => layer === 2)
    const leaders = (await leadersOf(api, hr.organizationId)).filter(({ layer }) => layer === 2)
    // One of them became a member in the test before.
    expect(before).toEqual({
      ...{ layer: 2, leaders: leaders.length, withoutEmail: 0 },
      toInvite: leaders.length - 1,
    })
    const done = await hr.call("POST", "/api/members/invitations/layer", { layer: 2 })
    expect(done).toMatchObject({ status: 201, json: { invited: leaders.length - 1, notMailed: 0 } })
    expect((await list()).layers.find(({ layer }) => layer === 2)?.toInvite).toBe(0)
    expect((await hr.call("POST", "/api/members/invitations/layer", { layer: 2 })).json).toEqual({
      invited: 0,
      notMailed: 0,
    })
    const sent = leaders.filter(({ email }) => linkTo(email ?? "") !== "")
    expect(sent).toHaveLength(leaders.length - 1)
  })

  test("the last member of HR can neither be removed nor given another role, not by two at once either", async () => {
    const company = await api.hr("Two")
    const { organizationId } = company
    const self = (await list(company)).members[0]?.id ?? ""
    const leave = (who: string, by: Caller = company) => by.call("DELETE", `/api/members/${who}`)
    expect((await leave(self)).json).toMatchObject({ code: "member.last-hr" })
    expect(
      (await company.call("PUT", `/api/members/${self}`, { role: "analyst", personId: null })).json,
    ).toMatchObject({ code: "member.last-hr" })
    const other = await addSignedIn(api, organizationId, { email: "second@two.example", role: "hr" })
    const second = (await list(company)).members.find(({ id }) => id !== self)?.id ?? ""
    const both = await Promise.all([leave(second, company), leave(self, other)])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    const left = await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx.selectFrom("app.member").select("role").where("organization_id", "=", organizationId).execute(),
    )
    expect(left).toEqual([{ role: "hr" }])
  })

  test("a removed member's sessions end at once, the account is gone, and so are the invitations it sent", async () => {
    const company = await api.hr("Removing")
    const { organizationId } = company
    const gone = await addSignedIn(api, organizationId, { email: "gone@removing.example", role: "hr" })
    await invite("backdoor@removing.example", { role: "hr" }, gone)
    const door = linkTo("backdoor@removing.example")
    const id = (await list(company)).members.find(({ email }) => email === "gone@removing.example")?.id
    expect((await gone.call("GET", "/api/people")).status).toBe(200)
    expect((await company.call("DELETE", `/api/members/${id}`)).status).toBe(200)
    expect((await gone.call("GET", "/api/people")).status).toBe(401)
    await expect(api.signIn("gone@removing.example", "a password for tests")).rejects.toThrow("401")
    expect((await join("POST", door, { name: "Back", password })).json.code).toBe("member-invitation.over")
    const { rows } = await sql`
      select from auth.session where "userId" = ${id} union all select from auth.account where "userId" = ${id}
      union all select from auth.app_user where id = ${id}`.execute(api.deps.db)
    expect(rows).toEqual([])
    // The address is free again.
    expect((await invite("gone@removing.example", {}, company)).status).toBe(201)
  })

  test("who leaves HR leaves no invitation behind; sent again, it is the invitation of whoever sent it last", async () => {
    const company = await api.hr("Demoting")
    const { organizationId } = company
    const other = await addSignedIn(api, organizationId, { email: "other@demoting.example", role: "hr" })
    const id = (await list(company)).members.find(({ email }) => email === "other@demoting.example")?.id
    await invite("back@demoting.example", { role: "hr" }, other)
    await invite("kept@demoting.example", { role: "hr" }, other)
    await invite("taken@demoting.example", { role: "hr" }, company)
    const again = async (email: string, who: Caller) => {
      const one = (await list(company)).invitations.find((invitation) => invitation.email === email)
      expect((await who.call("POST", `/api/members/invitations/${one?.id}/again`)).status).toBe(200)
    }
    await again("kept@demoting.example", company)
    await again("taken@demoting.example", other)
    const change = (role: string) => company.call("PUT", `/api/members/${id}`, { role, personId: null })
    // What is no change ends nothing.
    expect((await change("hr")).status).toBe(200)
    expect((await list(company)).invitations).toHaveLength(3)
    expect((await change("analyst")).status).toBe(200)
    expect((await list(company)).invitations.map(({ email }) => email)).toEqual(["kept@demoting.example"])
    const statuses = ["back", "taken", "kept"].map((name) => join("GET", linkTo(`${name}@demoting.example`)))
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([410, 410, 200])
  })

  test("nobody joins or leaves HR in silence: all of HR hear of it by mail, the one concerned too", async () => {
    const company = await api.hr("Telling")
    const { organizationId } = company
    const old = { email: "old@telling.example", role: "hr" as const }
    await addSignedIn(api, organizationId, old)
    await addSignedIn(api, organizationId, { email: "reader@telling.example", role: "analyst" })
    const told = ["old@telling.example", "new@telling.example", "reader@telling.example"]
    const subjects = () =>
      Object.fromEntries(
        [company.email, ...told].map((email) => [
          email.split("@")[0]?.replace(/^hr-.*/, "first"),
          api.deps.mailer.outbox(email).map(({ subject }) => subject),
        ]),
      )
    const idOf = async (email: string) =>
      (await list(company)).members.find((member) => member.email === email)?.id
    await invite("new@telling.example", { role: "hr", name: "Nora New" }, company)
    await join("POST", linkTo("new@telling.example"), { name: "Nora New", password })
    const joined = "Telling: Nora New is a member of HR now"
    const account = "Telling: your account at Throughline"
    expect(subjects()).toEqual({ first: [joined], old: [joined], new: [joined, account], reader: [] })
    const [mail] = api.deps.mailer.outbox("old@telling.example")
    expect(mail?.text).toContain("Nora New (new@telling.example) is a member of HR of Telling now")
    expect(mail?.text).toContain("admitted by Helen Rowe")
    expect(mail?.link).toBe(`${api.deps.config.publicUrl}/members`)

    const change = async (email: string, role: string) =>
      (await company.call("PUT", `/api/members/${await idOf(email)}`, { role, personId: null })).status
    expect(await change("old@telling.example", "analyst")).toBe(200)
    const left = "Telling: Test Member is no member of HR any more"
    expect(subjects()).toMatchObject({
      first: [left, joined],
      old: [left, joined],
      new: [left, joined, account],
    })
    expect(await change("old@telling.example", "hr")).toBe(200)
    const back = "Telling: Test Member is a member of HR now"
    expect(subjects()).toMatchObject({ first: [back, left, joined], old: [back, left, joined] })
    // What does not change who is of HR tells nobody.
    expect(await change("old@telling.example", "hr")).toBe(200)
    const reader = await idOf("reader@telling.example")
    expect((await company.call("DELETE", `/api/members/${reader}`)).status).toBe(200)
    expect(subjects()).toMatchObject({ first: [back, left, joined], reader: [] })
    const gone = await idOf("new@telling.example")
    expect((await company.call("DELETE", `/api/members/${gone}`)).status).toBe(200)
    const removed = "Telling: Nora New is no member any more"
    expect(subjects()).toMatchObject({
      first: [removed, back, left, joined],
      old: [removed, back, left, joined],
      new: [removed, back, left, joined, account],
    })
  })

  test("a keeper is invited as one, joins as one, and is shown no results", async () => {
    expect((await invite("kim@example.com", { role: "keeper" })).status).toBe(201)
    const mail = api.deps.mailer.outbox("kim@example.com").at(0)?.text ?? ""
    expect(mail).toContain("As a keeper you see the drivers that are in your hands")
    expect(mail).toContain("Results of surveys are not shown to you.")
    const secret = linkTo("kim@example.com")
    expect((await join("GET", secret)).json).toMatchObject({ role: "keeper" })
    expect((await join("POST", secret, { name: "Kim", password })).status).toBe(201)
    const kim = await api.signIn("kim@example.com", password)
    expect((await kim.call("GET", "/api/session")).json).toMatchObject({ role: "keeper", unit: null })
    expect((await kim.call("GET", "/api/results")).status).toBe(403)
    expect((await kim.call("GET", "/api/drivers")).json).toEqual({ drivers: [] })
  })

  test("another role holds from the next request on", async () => {
    const [, leader] = await leadersOf(api, hr.organizationId)
    const mover = await addSignedIn(api, hr.organizationId, { email: "mover@example.com", role: "hr" })
    const id = (await list()).members.find(({ email }) => email === "mover@example.com")?.id
    const change = (body: unknown) => hr.call("PUT", `/api/members/${id}`, body)
    expect((await mover.call("GET", "/api/people")).status).toBe(200)
    expect((await change({ role: "leader", personId: null })).json).toMatchObject({ code: "member.no-team" })
    expect((await change({ role: "leader", personId: leader?.personId })).status).toBe(200)
    expect((await mover.call("GET", "/api/people")).status).toBe(403)
    expect((await mover.call("GET", "/api/session")).json).toMatchObject({ role: "leader" })
    expect((await change({ role: "analyst", personId: leader?.personId })).status).toBe(200)
    const row = (await list()).members.find((member) => member.id === id)
    expect(row).toMatchObject({ role: "analyst", leads: null })
    expect((await hr.call("DELETE", "/api/members/nobody")).status).toBe(404)
  })

  test("one organization neither sees nor changes the members and invitations of another", async () => {
    const stranger = await api.hr("Stranger")
    await invite("theirs@example.com")
    const theirs = (await list()).invitations.find(({ email }) => email === "theirs@example.com")?.id
    const member = (await list()).members.find(({ isYou }) => isYou)?.id
    expect(JSON.stringify(await list(stranger))).not.toContain("theirs@example.com")
    expect((await list(stranger)).members).toHaveLength(1)
    const before = await list()
    for (const [method, path, body] of [
      ["POST", `/api/members/invitations/${theirs}/again`, undefined],
      ["DELETE", `/api/members/invitations/${theirs}`, undefined],
      ["DELETE", `/api/members/${member}`, undefined],
      ["PUT", `/api/members/${member}`, { role: "analyst", personId: null }],
    ] as const) {
      expect([path, (await stranger.call(method, path, body)).status]).toEqual([path, 404])
    }
    expect(await list()).toEqual(before)
    // The wall holds it too where a statement names the other organization.
    const id = (await list()).members.find(({ isYou }) => isYou)?.id ?? ""
    await withOrganization(api.deps.db, "web", stranger.organizationId, (tx) =>
      withdrawInvitationsBy(tx, hr.organizationId, id, new Date()),
    )
    expect(await list()).toEqual(before)
  })

  test("guessing links and passwords is slowed down, for that caller only", async () => {
    const address = "10.77.0.1"
    const statuses: number[] = []
    for (let at = 0; at < 11; at++) {
      statuses.push((await join("POST", "A".repeat(64), { name: "X", password }, address)).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 404), 429])
    expect((await join("POST", "A".repeat(64), { name: "X", password })).status).toBe(404)
    const nobody = caller(api.app, api.deps.config.publicUrl)
    expect((await nobody.call("GET", "/api/members")).status).toBe(401)
  })
})
