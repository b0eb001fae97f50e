import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestDatabase } from "@throughline/db/testing"
import type { StrategyWords } from "@throughline/instrument"
import { demoCompany } from "@throughline/org"
import type { Hono } from "hono"
import { createApp } from "./app.ts"
import { createAuth } from "./auth/auth.ts"
import { createAdmin } from "./auth/create-admin.ts"
import { sendResetBy } from "./auth/send-reset.ts"
import { createBox } from "./ballots/box.ts"
import { type Config, readConfig } from "./config.ts"
import { peopleFileOf } from "./demo/people-file.ts"
import type { Deps, Env } from "./deps.ts"
import { openKeyDirectory } from "./keys/key-directory.ts"
import { createDns, type Dns } from "./mail/dns.ts"
import { type Mailer, memoryMailer } from "./mail/mailer.ts"
import { createScanner } from "./scans/scanner.ts"
import { createSigner } from "./signing/signer.ts"

/** The real application over a real database, without a socket. */
export interface TestApp {
  app: Hono<Env>
  deps: Deps
  keyDirectory: string
  /** Signs in over the network routes and answers a caller whose requests carry the cookie. */
  signIn(email: string, password: string): Promise<Caller>
  /** A new organization with one HR account, signed in. */
  hr(organization?: string): Promise<Caller & { organizationId: string; email: string; password: string }>
  remove(): void
}

/** Sends JSON (or a form) and reads JSON; `status` and whatever came back. */
export type Caller = {
  cookie: string
  call(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; json: unknown; headers: Headers }>
}

export interface TestOptions {
  now?: () => Date
  mailer?: Mailer
  dns?: Dns
  demo?: boolean
  keyDirectory?: string
  publicUrl?: string
  jobs?: Deps["jobs"]
}

/** The same for all: a test opens the key directory of another one again. */
export const TEST_KEY_SECRET = "test-key-secret-0123456789-abcdefghijklm"
const ORIGIN = "http://throughline.test"

/** @param database on PostgreSQL it is opened once more as a server opens it, with a login a role */
export async function openTestApp(given: TestDatabase, options: TestOptions = {}): Promise<TestApp> {
  const database = (await given.served?.()) ?? given
  const keyDirectory = options.keyDirectory ?? mkdtempSync(join(tmpdir(), "throughline-keys-"))
  const config = testConfig(keyDirectory, options)
  const now = options.now ?? (() => new Date())
  const mailer = options.mailer ?? memoryMailer(now)
  const deps: Deps = {
    db: database.db,
    config,
    now,
    random: (length) => randomBytes(length),
    mailer,
    dns: options.dns ?? createDns("127.0.0.1:9"),
    keys: await openKeyDirectory(keyDirectory, config.keySecrets),
    jobs: options.jobs ?? { sendInvitations: async () => {}, start: async () => {}, stop: async () => {} },
    box: createBox(database.db),
    signer: createSigner(),
    scanner: createScanner(),
    auth: createAuth(database.db, config, database.embedded, sendResetBy(mailer, config)),
    log: () => {},
  }
  const app = createApp(deps)
  const signIn = async (email: string, password: string): Promise<Caller> => {
    const response = await app.request(`${config.publicUrl}/api/auth/sign-in/email`, {
      method: "POST",
      // Each sign-in from an address of its own: how many one address may try is a test of its own.
      headers: {
        "Content-Type": "application/json",
        Origin: config.publicUrl,
        "X-Forwarded-For": randomAddress(),
      },
      body: JSON.stringify({ email, password }),
    })
    if (response.status !== 200) throw new Error(`sign-in answered ${response.status}`)
    return caller(app, config.publicUrl, (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "")
  }
  return {
    app,
    deps,
    keyDirectory,
    signIn,
    async hr(organization = "Acme") {
      const email = `hr-${randomBytes(6).toString("hex")}@example.com`
      const password = randomBytes(12).toString("hex")
      const { organizationId } = await createAdmin(deps, {
        organization,
        email,
        name: "Helen Rowe",
        password,
      })
      return { ...(await signIn(email, password)), organizationId, email, password }
    },
    remove: () => rmSync(keyDirectory, { recursive: true, force: true }),
  }
}

/** A caller with a cookie, or with none: nobody. */
export function caller(app: Hono<Env>, origin: string, cookie = ""): Caller {
  return {
    cookie,
    async call(method, path, body) {
      const headers: Record<string, string> = { Origin: origin, Cookie: cookie }
      const form = body instanceof FormData
      if (body !== undefined && !form) headers["Content-Type"] = "application/json"
      const sent = form ? body : JSON.stringify(body)
      const response = await app.request(`${origin}${path}`, { method, headers, body: sent })
      const text = await response.text()
      const isJson = (response.headers.get("content-type") ?? "").includes("json")
      return {
        status: response.status,
        json: isJson ? (JSON.parse(text) as unknown) : text,
        headers: response.headers,
      }
    },
  }
}

const randomAddress = () => `10.${[...randomBytes(3)].join(".")}`

function testConfig(keyDirectory: string, options: TestOptions): Config {
  const result = readConfig({
    KEY_DIRECTORY: keyDirectory,
    PUBLIC_URL: options.publicUrl ?? ORIGIN,
    AUTH_SECRET: randomBytes(32).toString("hex"),
    KEY_SECRET: TEST_KEY_SECRET,
    SMTP_URL: "smtp://mail.invalid",
    MAIL_FROM: "Throughline <survey@example.com>",
    DEMO: options.demo ? "1" : "0",
    TRUSTED_PROXIES: "1",
  })
  if ("faults" in result) throw new Error(result.faults.join(" "))
  return result.config
}

export const words: StrategyWords = {
  mission: "We keep small workshops running by getting the right part to the bench the next morning.",
  missionDecoys: [
    "We make buying tools as easy as buying bread, for anybody, at any time of the day.",
    "We help craftspeople earn more by teaching them the newest ways of working.",
    "We build the largest catalogue of tools in the world and keep every price low.",
    "We give worn tools a second life so that nothing useful is thrown away.",
  ],
  vision: "By 2030 no workshop in our region waits longer than a night for a part.",
  priorities: ["Deliver before nine", "Fewer wrong parts", "Open the northern depot"],
  priorityDecoys: ["A new web shop", "Lower prices", "Own-brand tools", "Sell abroad"],
}

/** A made-up company as a people file. */
export function companyCsv(people: number, seed = 1): string {
  return peopleFileOf(demoCompany({ seed, people }))
}

/** The form that a people file is uploaded with; `more` are its other fields. */
export function peopleForm(
  bytes: string | Uint8Array<ArrayBuffer>,
  fileName = "people.csv",
  more: Record<string, unknown> = {},
): FormData {
  const form = new FormData()
  form.set("file", new Blob([bytes]), "file")
  form.set("fileName", fileName)
  for (const [field, value] of Object.entries(more))
    form.set(field, typeof value === "string" ? value : JSON.stringify(value))
  return form
}
