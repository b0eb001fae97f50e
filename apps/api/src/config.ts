import { dirname, join, resolve, sep } from "node:path"
import { fileURLToPath } from "node:url"
import type { LoginUrls, Served } from "@throughline/db"
import { z } from "zod"
import type { KeySecrets } from "./keys/directory-key.ts"
import { type PaceRules, readPace } from "./mail/pace.ts"

/** How this process runs; read once from the environment. */
export interface Config {
  /** PostgreSQL, as its owner or as the logins of the three roles, or the directory of the embedded database. */
  database: Served
  /** Sealing keys and the key of the links: outside the database and its backups. */
  keyDirectory: string
  /** Where people reach the product; links in mails start with it. No slash at the end. */
  publicUrl: string
  /** Hosts other than that of publicUrl with which links may begin; none: organizations have no domain of their own. */
  linkHosts: readonly string[]
  port: number
  /** Undefined in the demo only: mails stay in the outbox. */
  smtpUrl: string | undefined
  mailFrom: string
  /** Where reports about mails that could not be delivered go; undefined: to the sender. */
  bounceAddress: string | undefined
  /** Mails under way at once. */
  mailConnections: number
  /** Mails a minute, by recipients' domain. */
  mailPace: PaceRules
  /** Of the sender's DKIM key, for the DNS check; undefined: common ones are tried. */
  dkimSelector: string | undefined
  /** For tests: the DNS server that the DNS check asks, host:port. */
  dnsServer: string | undefined
  authSecret: string
  /** The key directory is encrypted with it; `previous` while it is being changed. */
  keySecrets: KeySecrets
  demo: boolean
  /** Number of proxies in front whose X-Forwarded-For entry is believed; 0: none. */
  trustedProxies: number
  /** The built pages. */
  pages: string
}

/** Known to everybody who has read this file: good for the demo only. */
const DEMO_SECRET = "throughline-demo-secret-for-trying-only"
const DEMO_KEY_SECRET = "throughline-demo-key-secret-for-trying-only"
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..")

const port = z.coerce.number().int().min(1).max(65535)
const httpUrl = z.url({ protocol: /^https?$/ })
const hostName = z.string().regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/)
const address = z.string().regex(/^([^<>@\r\n]+ )?<?[^<>@\s]+@[^<>@\s]+>?$/)

/**
 * The configuration, or one plain sentence for each variable that is wrong or missing. Commands that only need the
 * database are not held up by what only serving needs.
 */
export function readConfig(
  env: Record<string, string | undefined>,
  needs: "serve" | "database" = "serve",
): { config: Config } | { faults: string[] } {
  const faults: string[] = []
  const value = (name: string) => (env[name]?.trim() ? env[name].trim() : undefined)
  const checked = <T>(name: string, schema: z.ZodType<T>, fallback: T, wanted: string): T => {
    const given = value(name)
    if (given === undefined) return fallback
    const result = schema.safeParse(given)
    if (!result.success) faults.push(`${name} must be ${wanted}.`)
    return result.success ? result.data : fallback
  }
  const required = (name: string, why: string) => {
    if (value(name) === undefined) faults.push(`${name} is missing: ${why}.`)
  }

  const demo = value("DEMO") === "1"
  const url = value("DATABASE_URL")
  const directory = resolve(value("DATA_DIRECTORY") ?? join(root, "data", demo ? "demo" : "database"))
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url)) {
    faults.push("DATABASE_URL must be a PostgreSQL address, postgres://user:password@host/database.")
  }
  const logins = readLogins(value, faults)
  const onServer = url !== undefined || logins !== undefined
  const secretOf = (name: string, ofDemo: string) => {
    const secret = value(name) ?? (demo ? ofDemo : "")
    if (demo || needs !== "serve") return secret
    if (secret.length < 32) faults.push(`${name} must be at least 32 random characters.`)
    else if (secret === DEMO_SECRET || secret === DEMO_KEY_SECRET || new Set(secret).size < 8) {
      faults.push(`${name} is not secret: choose at least 32 random characters.`)
    }
    return secret
  }
  if (!demo && needs === "serve") {
    required(
      "SMTP_URL",
      "invitations are sent through your mail server, smtp://host:port or smtps://user:password@host",
    )
    required("MAIL_FROM", 'the sender of the invitations, "Name <address>"')
    if (onServer) required("KEY_DIRECTORY", "sealing keys are kept outside the database and its backups")
  }
  const authSecret = secretOf("AUTH_SECRET", DEMO_SECRET)
  const keySecret = secretOf("KEY_SECRET", DEMO_KEY_SECRET)
  if (!demo && keySecret !== "" && keySecret === authSecret) {
    faults.push("KEY_SECRET must be another one than AUTH_SECRET.")
  }
  const listen = checked("PORT", port, 3000, "a port number")
  const publicUrl = checked(
    "PUBLIC_URL",
    httpUrl,
    `http://localhost:${listen}`,
    "the address people open, http(s)://…",
  )
  const keyDirectory = resolve(value("KEY_DIRECTORY") ?? join(dirname(directory), "keys"))
  if (!onServer && `${keyDirectory}${sep}`.startsWith(`${directory}${sep}`)) {
    faults.push(
      "KEY_DIRECTORY must lie outside DATA_DIRECTORY: whoever has a copy of the data must not have the keys with it.",
    )
  }
  const config: Config = {
    database: onServer ? { ...(url && { url }), ...(logins && { logins }) } : { directory },
    keyDirectory,
    publicUrl: publicUrl.replace(/\/+$/, ""),
    linkHosts: checked(
      "LINK_HOSTS",
      z
        .string()
        .transform((text) =>
          text
            .toLowerCase()
            .split(/[\s,]+/)
            .filter(Boolean),
        )
        .pipe(z.array(hostName)),
      [],
      "host names with commas between them, survey.example.com,ask.example.org",
    ),
    port: listen,
    smtpUrl:
      checked("SMTP_URL", z.url({ protocol: /^smtps?$/ }), "", "an address like smtp://host:port") ||
      undefined,
    mailFrom: checked(
      "MAIL_FROM",
      address,
      "Throughline <survey@example.com>",
      "a sender like Name <address>",
    ),
    bounceAddress: checked("BOUNCE_ADDRESS", z.email(), "", "a mail address") || undefined,
    mailConnections: checked(
      "MAIL_CONNECTIONS",
      z.coerce.number().int().min(1).max(50),
      4,
      "a number up to 50",
    ),
    mailPace: checked(
      "MAIL_PACE",
      z.string().transform((text, context) => {
        const rules = readPace(text)
        if (rules === undefined) context.addIssue("not a pace")
        return rules ?? new Map()
      }),
      new Map(),
      "mails a minute by domain, example.com=30, *=600",
    ),
    dkimSelector:
      checked("MAIL_DKIM_SELECTOR", z.string().regex(/^[a-z0-9._-]{1,63}$/i), "", "a DKIM selector") ||
      undefined,
    dnsServer: value("DNS_SERVER"),
    authSecret,
    keySecrets: { secret: keySecret, previous: value("KEY_SECRET_PREVIOUS") },
    demo,
    trustedProxies: checked(
      "TRUSTED_PROXIES",
      z.coerce.number().int().min(0).max(10),
      0,
      "a number of proxies",
    ),
    pages: join(root, "apps/web/dist"),
  }
  return faults.length > 0 ? { faults } : { config }
}

/** The logins of the three roles: all of them or none. */
function readLogins(value: (name: string) => string | undefined, faults: string[]): LoginUrls | undefined {
  const url = (name: string) => {
    const given = value(name)
    if (given === undefined)
      faults.push(`${name} is missing: name the logins of all three roles, or of none.`)
    else if (!/^postgres(ql)?:\/\//.test(given))
      faults.push(`${name} must be a PostgreSQL address, postgres://user:password@host/database.`)
    return given ?? ""
  }
  const names = ["DATABASE_WEB_URL", "DATABASE_WORKER_URL", "DATABASE_CLOSE_URL"] as const
  if (names.every((name) => value(name) === undefined)) return undefined
  const [web, worker, close] = names
  return { web: url(web), worker: url(worker), close: url(close) }
}
