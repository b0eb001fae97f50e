import { createHmac } from "node:crypto"
import { eachDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { caller, openTestApp, type TestApp } from "../testing.ts"
import { createAuth } from "./auth.ts"
import { sendResetBy } from "./send-reset.ts"

const next = "a new and longer password"

eachDatabase((_name, open) => {
  let api: TestApp
  let embedded = false
  beforeAll(async () => {
    const database = await open()
    embedded = database.embedded
    api = await openTestApp(database, { demo: true })
    return () => api.remove()
  })
  const origin = () => api.deps.config.publicUrl
  let calls = 0
  const post = async (path: string, body: unknown, address = `10.8.${++calls % 250}.2`) => {
    const response = await api.app.request(`${origin()}${path}`, {
      method: "POST",
      headers: { Origin: origin(), "Content-Type": "application/json", "X-Forwarded-For": address },
      body: JSON.stringify(body),
    })
    return { status: response.status, json: (await response.json()) as Record<string, unknown> }
  }
  const mailsTo = (email: string) => api.deps.mailer.outbox(email)
  const tokenFor = async (email: string): Promise<string> => {
    const before = mailsTo(email).length
    expect((await post("/api/password/forgotten", { email })).status).toBe(202)
    // Nobody waits for the mail, so that nobody can measure it.
    await expect.poll(() => mailsTo(email).length, { timeout: 20_000 }).toBe(before + 1)
    return mailsTo(email)[0]?.link.split("/reset-password/")[1] ?? ""
  }

  test("a forgotten password is set anew by the link in the mail, once, and every session ends", async () => {
    const hr = await api.hr()
    const other = await api.signIn(hr.email, hr.password)
    const token = await tokenFor(hr.email)
    expect((await post("/api/password/new", { token, password: "short" })).status).toBe(400)
    expect((await post("/api/password/new", { token, password: next })).status).toBe(200)
    for (const session of [hr, other]) expect((await session.call("GET", "/api/session")).status).toBe(401)
    await expect(api.signIn(hr.email, hr.password)).rejects.toThrow("401")
    expect((await (await api.signIn(hr.email, next)).call("GET", "/api/session")).status).toBe(200)
    expect((await post("/api/password/new", { token, password: `${next} again` })).json).toMatchObject({
      code: "password.link-over",
    })
    await api.signIn(hr.email, next)
  })

  test("whether there is an account is not told, neither by the answer nor by when it comes", async () => {
    const hr = await api.hr()
    const known = await post("/api/password/forgotten", { email: hr.email })
    const unknown = await post("/api/password/forgotten", { email: "nobody@example.com" })
    expect(known).toEqual(unknown)
    // The answer does not wait for the account: also not when the sign-in cannot be asked at all.
    const { requestReset } = api.deps.auth
    const asked: string[] = []
    api.deps.auth.requestReset = (email) => new Promise(() => asked.push(email))
    expect(await post("/api/password/forgotten", { email: hr.email })).toEqual(known)
    expect(asked).toEqual([hr.email])
    api.deps.auth.requestReset = requestReset
    await expect.poll(() => mailsTo(hr.email).length, { timeout: 20_000 }).toBe(1)
    expect(mailsTo("nobody@example.com")).toEqual([])
  })

  test("no address is flooded with mails, and the answer does not say so", async () => {
    const { email } = await api.hr()
    for (let at = 0; at < 3; at++) await tokenFor(email)
    const fourth = await post("/api/password/forgotten", { email })
    expect(fourth).toEqual({ status: 202, json: { done: true } })
    // One more for somebody else comes through, so the fourth would have been there by then.
    await tokenFor((await api.hr()).email)
    expect(mailsTo(email)).toHaveLength(3)
  })

  test("one caller may ask for a few links a minute only", async () => {
    const statuses: number[] = []
    for (let at = 0; at < 6; at++) {
      statuses.push(
        (await post("/api/password/forgotten", { email: `${at}@example.com` }, "10.8.251.9")).status,
      )
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429])
  })

  test("of a reset link only the hash is kept: what is stored opens nothing", async () => {
    const { email } = await api.hr()
    const token = await tokenFor(email)
    const { rows } = await sql<{ identifier: string }>`select identifier from auth.verification`.execute(
      api.deps.db,
    )
    const kept = rows.map(({ identifier }) => identifier)
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.join()).not.toContain(token)
    for (const identifier of kept) {
      const tried = await post("/api/password/new", { token: identifier, password: next })
      expect(tried.json.code).toBe("password.link-over")
    }
    expect((await post("/api/password/new", { token, password: next })).status).toBe(200)
  })

  test("who changes the own password is signed out everywhere and signs in with it", async () => {
    const hr = await api.hr()
    const other = await api.signIn(hr.email, hr.password)
    const change = (current: string) => hr.call("POST", "/api/password/changed", { current, password: next })
    expect((await change("not my password at all")).json).toMatchObject({ code: "password.wrong" })
    expect((await hr.call("GET", "/api/session")).status).toBe(200)
    expect((await change(hr.password)).status).toBe(200)
    for (const session of [hr, other]) expect((await session.call("GET", "/api/session")).status).toBe(401)
    const { rows } = await sql`
      select from auth.session join auth.app_user as account on account.id = "userId"
      where account.email = ${hr.email}`.execute(api.deps.db)
    expect(rows).toEqual([])
    await expect(api.signIn(hr.email, hr.password)).rejects.toThrow("401")
    expect((await (await api.signIn(hr.email, next)).call("GET", "/api/session")).status).toBe(200)
  })

  test("a new password, by a link or by the old one, ends every other link, and only those of that account", async () => {
    const hr = await api.hr()
    const other = await api.hr()
    const others = await tokenFor(other.email)
    const take = async (token: string) => (await post("/api/password/new", { token, password: next })).status
    const [first, second] = [await tokenFor(hr.email), await tokenFor(hr.email)]
    expect([await take(second), await take(first)]).toEqual([200, 410])
    const third = await tokenFor(hr.email)
    const again = await api.signIn(hr.email, next)
    const change = { current: next, password: `${next} again` }
    expect((await again.call("POST", "/api/password/changed", change)).status).toBe(200)
    expect(await take(third)).toBe(410)
    await api.signIn(hr.email, change.password)
    expect(await take(others)).toBe(200)
  })

  test("it is the end of the links that holds: left out, whoever kept an earlier link takes the account back", async () => {
    const { db, config, mailer } = api.deps
    const { auth } = api.deps
    const hr = await api.hr()
    api.deps.auth = createAuth(db, config, embedded, sendResetBy(mailer, config), async () => {})
    const [first, second] = [await tokenFor(hr.email), await tokenFor(hr.email)]
    for (const token of [second, first]) {
      expect((await post("/api/password/new", { token, password: next })).status).toBe(200)
    }
    api.deps.auth = auth
  })

  test("a session's token read from the database opens nothing: the cookie is signed with a secret kept elsewhere", async () => {
    const hr = await api.hr()
    const { rows } = await sql<{ token: string }>`
      select token from auth.session join auth.app_user as account on account.id = "userId"
      where account.email = ${hr.email}`.execute(api.deps.db)
    const token = rows[0]?.token ?? ""
    expect(token.length).toBeGreaterThan(20)
    const [name = ""] = hr.cookie.split("=")
    const as = async (value: string, header = "cookie") => {
      const response = await api.app.request(`${origin()}/api/session`, {
        headers: header === "cookie" ? { Cookie: `${name}=${value}` } : { Authorization: `Bearer ${value}` },
      })
      return response.status
    }
    const signed = (secret: string) =>
      encodeURIComponent(`${token}.${createHmac("sha256", secret).update(token).digest("base64")}`)
    expect(await as(token)).toBe(401)
    expect(await as(`${token}.`)).toBe(401)
    expect(await as(signed("another secret"))).toBe(401)
    expect(await as(token, "bearer")).toBe(401)
    // With the secret, which is in no database, the same token opens the session.
    expect(await as(signed(api.deps.config.authSecret))).toBe(200)
  })

  test("each sign-in has a session of its own, whatever cookie came with it", async () => {
    const hr = await api.hr()
    const response = await api.app.request(`${origin()}/api/auth/sign-in/email`, {
      method: "POST",
      headers: {
        ...{ "Content-Type": "application/json", Origin: origin(), Cookie: hr.cookie },
        "X-Forwarded-For": "10.8.252.1",
      },
      body: JSON.stringify({ email: hr.email, password: hr.password }),
    })
    expect(response.status).toBe(200)
    const cookie = (response.headers.get("set-cookie") ?? "").split(";")[0]
    expect(cookie).toMatch(/=/)
    expect(cookie).not.toBe(hr.cookie)
  })

  test("of the sign-in library nothing is open but sign-in, sign-out and the session", async () => {
    const hr = await api.hr()
    for (const [method, path] of [
      ["POST", "sign-up/email"],
      ["POST", "request-password-reset"],
      ["POST", "reset-password"],
      ["GET", "reset-password/token"],
      ["POST", "change-email"],
      ["POST", "update-user"],
      ["POST", "delete-user"],
      ["GET", "list-sessions"],
      ["GET", "error"],
      ["POST", "sign-in/social"],
    ] as const) {
      const answer = await hr.call(method, `/api/auth/${path}`, method === "POST" ? {} : undefined)
      expect([path, answer.status]).toEqual([path, 404])
    }
    expect((await hr.call("GET", "/api/auth/get-session")).status).toBe(200)
    const nobody = caller(api.app, origin())
    expect((await nobody.call("POST", "/api/auth/sign-out", {})).status).toBe(200)
  })
})
