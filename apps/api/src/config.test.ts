import { expect, test } from "vitest"
import { readConfig } from "./config.ts"

const secret = "q7Zt0Vw3nLk9Xs5Rb1Yd8Gf4Hc6Jm2Pa"
const good = {
  SMTP_URL: "smtp://mail:25",
  MAIL_FROM: "HR <hr@example.com>",
  AUTH_SECRET: secret,
  KEY_SECRET: "w2Rk7Tn1Xc5Vb9Lq4Zs8Yd3Hf6Jm0PgAUe",
}
const faults = (env: Record<string, string>) => {
  const result = readConfig(env)
  return "faults" in result ? result.faults : []
}

test("the start is refused without mail server, sender and secrets, one sentence each", () => {
  expect(faults({}).map((fault) => fault.split(" ")[0])).toEqual([
    "SMTP_URL",
    "MAIL_FROM",
    "AUTH_SECRET",
    "KEY_SECRET",
  ])
  expect(faults(good)).toEqual([])
})

test("secrets that are no secrets are refused outside the demo", () => {
  const demos = ["throughline-demo-secret-for-trying-only", "throughline-demo-key-secret-for-trying-only"]
  for (const bad of ["short", "a".repeat(40), ...demos]) {
    expect(faults({ ...good, AUTH_SECRET: bad })).toHaveLength(1)
    expect(faults({ ...good, KEY_SECRET: bad })).toEqual([expect.stringMatching(/^KEY_SECRET/)])
  }
  expect(faults({ ...good, KEY_SECRET: secret })).toEqual([
    "KEY_SECRET must be another one than AUTH_SECRET.",
  ])
  expect(faults({ DEMO: "1" })).toEqual([])
})

test("on PostgreSQL the directory of the keys must be named, beside the embedded database it need not", () => {
  expect(faults({ ...good, DATABASE_URL: "postgres://localhost/x" })).toEqual([
    expect.stringMatching(/^KEY_DIRECTORY/),
  ])
  const result = readConfig({ ...good, DATA_DIRECTORY: "/var/lib/throughline/database" })
  expect(result).toMatchObject({ config: { keyDirectory: "/var/lib/throughline/keys" } })
})

test("keys are refused inside the directory of the data, whose copies would hold them", () => {
  const keys = (keyDirectory: string) =>
    faults({ ...good, DATA_DIRECTORY: "/srv/data", KEY_DIRECTORY: keyDirectory })
  for (const inside of ["/srv/data", "/srv/data/keys", "/srv/keys/../data/x/keys/"]) {
    expect(keys(inside)).toEqual([expect.stringMatching(/^KEY_DIRECTORY must lie outside/)])
  }
  expect(keys("/srv/data-keys")).toEqual([])
  expect(keys("/srv")).toEqual([])
})

test("wrong values are named by their variable", () => {
  const named = (env: Record<string, string>) =>
    faults({ ...good, ...env }).map((fault) => fault.split(" ")[0])
  expect(named({ PORT: "99999" })).toEqual(["PORT"])
  expect(named({ PUBLIC_URL: "ftp://x" })).toEqual(["PUBLIC_URL"])
  expect(named({ DATABASE_URL: "mysql://x", KEY_DIRECTORY: "/k" })).toEqual(["DATABASE_URL"])
  expect(named({ MAIL_FROM: "nobody" })).toEqual(["MAIL_FROM"])
  expect(named({ SMTP_URL: "http://x" })).toEqual(["SMTP_URL"])
  expect(named({ LINK_HOSTS: "https://survey.example.com" })).toEqual(["LINK_HOSTS"])
})

test("links may begin with no host but that of PUBLIC_URL unless the operator names it", () => {
  expect(readConfig(good)).toMatchObject({ config: { linkHosts: [] } })
  expect(readConfig({ ...good, LINK_HOSTS: "Survey.example.com, ask.example.org" })).toMatchObject({
    config: { linkHosts: ["survey.example.com", "ask.example.org"] },
  })
})
