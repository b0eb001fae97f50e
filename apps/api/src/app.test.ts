import { eachDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { createApp } from "./app.ts"
import { Problem } from "./problem.ts"
import { openTestApp, peopleForm, type TestApp } from "./testing.ts"

eachDatabase((name, open) => {
  // What is remembered about an address is kept by the process, not by the database.
  const net = name === "embedded" ? "192.0.2" : "198.51.100"
  let api: TestApp
  const request = (path: string, init: RequestInit = {}) =>
    api.app.request(`${api.deps.config.publicUrl}${path}`, init)
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    request(path, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json", Origin: api.deps.config.publicUrl, ...headers },
    })

  beforeAll(async () => {
    api = await openTestApp(await open())
    return () => api.remove()
  })

  test("every answer forbids foreign scripts, frames and referrers; the API is never cached", async () => {
    for (const path of ["/api/health", "/s/x", "/", "/api/nowhere"]) {
      const { headers } = await request(path)
      const policy = headers.get("content-security-policy") ?? ""
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("connect-src 'self'")
      expect(policy).not.toContain("unsafe-eval")
      expect(headers.get("referrer-policy")).toBe("no-referrer")
      expect(headers.get("x-content-type-options")).toBe("nosniff")
      if (path.startsWith("/api") || path.startsWith("/s/"))
        expect(headers.get("cache-control")).toBe("no-store")
    }
  })

  test("only the preview may stand in a frame, and only in a page of ours", async () => {
    const { headers } = await request("/questionnaire-preview")
    const policy = headers.get("content-security-policy") ?? ""
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toContain("script-src 'self';")
    expect(headers.get("x-frame-options")).toBe("SAMEORIGIN")
    for (const path of ["/questionnaire-preview/", "/", "/surveys", "/s/x", "/api/session"]) {
      const other = (await request(path)).headers
      expect(other.get("content-security-policy")).toContain("frame-ancestors 'none'")
      expect(other.get("x-frame-options")).toBe("DENY")
    }
  })

  test("long answers are compressed, also for one who asks for the pages", async () => {
    const headers = { "Accept-Encoding": "gzip" }
    expect((await request("/api/openapi.json", { headers })).headers.get("content-encoding")).toBe("gzip")
    expect((await request("/api/openapi.json")).headers.get("content-encoding")).toBeNull()
  })

  test("an unknown route of the API is a problem, not a page", async () => {
    const response = await request("/api/nowhere")
    expect(response.status).toBe(404)
    expect(response.headers.get("content-type")).toBe("application/problem+json")
    expect(await response.json()).toMatchObject({
      status: 404,
      code: "route.unknown",
      type: "urn:throughline:problem:route.unknown",
    })
  })

  test("a body that is too large is refused before it is read", async () => {
    expect((await post("/api/ballots", JSON.stringify({ a: "x".repeat(70_000) }))).status).toBe(413)
    expect((await post("/api/surveys", JSON.stringify({ name: "x".repeat(300_000) }))).status).toBe(413)
  })

  test("of a people file nothing is read from anybody but HR, nor from a page of another site", async () => {
    const hr = await api.hr()
    /** Sends as much as is asked for, up to 40 MiB, without saying beforehand how much it will be. */
    const send = async (headers: Record<string, string>) => {
      let sent = 0
      const body = new ReadableStream<Uint8Array>(
        {
          pull(stream) {
            if (sent >= 40 * 1024 * 1024) stream.close()
            else stream.enqueue(new Uint8Array(64 * 1024).fill(32))
            sent += 64 * 1024
          },
        },
        { highWaterMark: 0 },
      )
      const type = "multipart/form-data; boundary=x"
      const init = { method: "POST", duplex: "half", body, headers: { "Content-Type": type } }
      const response = await request("/api/people/import", {
        ...init,
        headers: { ...init.headers, ...headers },
      })
      return { status: response.status, sent }
    }
    const Origin = api.deps.config.publicUrl
    expect(await send({ Origin })).toEqual({ status: 401, sent: 0 })
    const { cookie: Cookie } = hr
    expect(await send({ Origin: "https://evil.example", Cookie })).toEqual({ status: 403, sent: 0 })
    const mine = await send({ Origin, Cookie })
    expect(mine.status).toBe(413)
    expect(mine.sent).toBeGreaterThan(32 * 1024 * 1024)
    expect(mine.sent).toBeLessThan(33 * 1024 * 1024)
    const file = `id,name\n${"1,A\n".repeat(100_000)}`
    expect(await hr.call("POST", "/api/people/import", peopleForm(file))).toMatchObject({
      json: { code: "people.blocked" },
    })
    expect((await post("/api/surveys", "x".repeat(300_000), { Origin: "https://evil.example" })).status).toBe(
      403,
    )
  }, 60_000)

  test("a body that is no JSON, has too much in it, or carries __proto__ is a 400 with the place", async () => {
    const hr = await api.hr()
    expect((await post("/api/ballots", "{")).status).toBe(400)
    expect(await (await post("/api/ballots", "[]")).json()).toMatchObject({ code: "request.invalid" })
    expect(await hr.call("POST", "/api/surveys", { name: "" })).toMatchObject({
      status: 400,
      json: { issues: [{ path: "name" }] },
    })
    expect((await hr.call("POST", "/api/surveys", { name: "x", state: "closed" })).status).toBe(400)
    expect((await post("/api/ballots", '{"__proto__":{"x":1}}')).status).toBe(400)
  })

  test("an address that guesses passwords has to wait, another has not", async () => {
    const { email, password } = await api.hr()
    const tryIt = (address: string, guess: string) =>
      post("/api/auth/sign-in/email", JSON.stringify({ email, password: guess }), {
        "X-Forwarded-For": `6.6.6.6, ${address}`,
      })
    const statuses: number[] = []
    for (let time = 0; time < 12; time++) statuses.push((await tryIt(`${net}.7`, "wrong-password")).status)
    expect(statuses.slice(0, 10).every((status) => status === 401)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
    expect((await tryIt(`${net}.8`, password)).status).toBe(200)
  }, 60_000)

  test("old links opened by a whole company behind one address lock nobody out", async () => {
    const open = () =>
      request("/api/invitation", {
        headers: { Authorization: `Invitation ${"A".repeat(64)}`, "X-Forwarded-For": `${net}.9` },
      })
    const statuses = await Promise.all(Array.from({ length: 200 }, async () => (await open()).status))
    expect(new Set(statuses)).toEqual(new Set([404]))
  })

  test("of a session neither address nor browser is kept", async () => {
    const { email, password } = await api.hr()
    const answer = await post("/api/auth/sign-in/email", JSON.stringify({ email, password }), {
      "X-Forwarded-For": `${net}.20`,
      "User-Agent": "Lynx/2.9",
    })
    expect(answer.status).toBe(200)
    const { rows } = await sql<{ used: boolean }>`select row_to_json(session)::text like '%Lynx%'
      or row_to_json(session)::text like ${`%${net}%`} or "userAgent" <> '' or "ipAddress" <> '' as used
      from auth.session`.execute(api.deps.db)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ used }) => used)).toEqual([])
  })

  test("nobody can sign up over the network", async () => {
    const answer = await post(
      "/api/auth/sign-up/email",
      JSON.stringify({ email: "x@example.com", password: "long-enough-1", name: "X" }),
    )
    expect(answer.status).toBeGreaterThanOrEqual(400)
  })

  test("signing out ends the session", async () => {
    const hr = await api.hr()
    expect((await hr.call("GET", "/api/session")).status).toBe(200)
    expect((await hr.call("POST", "/api/auth/sign-out", {})).status).toBe(200)
    expect(await hr.call("GET", "/api/session")).toMatchObject({
      status: 401,
      json: { code: "session.none" },
    })
  })

  test("the OpenAPI document describes every route", async () => {
    const document = (await (await request("/api/openapi.json")).json()) as {
      openapi: string
      paths: Record<string, unknown>
    }
    expect(document.openapi).toMatch(/^3\.1/)
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        "/api/session",
        "/api/surveys/{survey}/launch",
        "/api/invitation",
        "/api/ballots",
        "/api/people/import",
      ]),
    )
    expect(JSON.stringify(document.paths["/api/ballots"])).toContain("ciphertext")
  })

  test("NUL, control characters and halves of characters are refused wherever text is taken", async () => {
    const hr = await api.hr()
    const words = { mission: "", missionDecoys: [], vision: "", priorities: [], priorityDecoys: [] }
    for (const bad of ["a\0b", "a\u0007b", "a\ud800b"]) {
      const answers = [
        await hr.call("POST", "/api/surveys", { name: bad }),
        await hr.call("PUT", "/api/organization/words", { ...words, vision: bad }),
        await hr.call("PUT", "/api/organization/words", { ...words, priorities: ["a", bad] }),
      ]
      for (const { status, json } of answers)
        expect([status, json]).toMatchObject([400, { code: "request.invalid" }])
    }
    for (const name of ["a\0b", "a\u0007b"]) {
      const named = peopleForm("id,name,manager_id\n1,A,", name)
      expect((await hr.call("POST", "/api/people/import", named)).status).toBe(400)
    }
    // A vision may be typed in two lines: refused here for what is missing, not for its line break.
    const twoLines = await hr.call("PUT", "/api/organization/words", { ...words, vision: "a\nb" })
    expect(twoLines.status).toBe(422)
  })

  test("a server that is too busy says when to come again", async () => {
    const user = () => Promise.reject(new Problem("server.busy"))
    const response = await createApp({ ...api.deps, auth: { ...api.deps.auth, user } }).request(
      "/api/session",
    )
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"])
  })

  test("logs never hold a link or an address", async () => {
    const lines: string[] = []
    const { deps } = api
    const broken = createApp({
      ...deps,
      log: (line) => lines.push(line),
      box: {
        cast: async () => {
          throw new Error("value ann@example.com")
        },
      },
      auth: {
        ...deps.auth,
        user: async () => {
          throw new Error("ann@example.com")
        },
      },
    })
    const response = await broken.request("/api/session")
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain("ann@")
    expect(lines).toHaveLength(1)
    expect(lines.join()).not.toMatch(/ann@|\/s\//)
    expect(lines.join()).toContain("GET /api/session")
  })
})
