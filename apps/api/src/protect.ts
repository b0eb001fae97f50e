import { kpiLimits, peopleFileLimits, publishedLimits } from "@throughline/org"
import type { MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { secureHeaders } from "hono/secure-headers"
import { isOurOrigin } from "./auth/is-our-origin.ts"
import type { Env } from "./deps.ts"
import { Problem } from "./problem.ts"

const security = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // SurveyJS and Mantine insert their style sheets at run time.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'", "data:"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
  },
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
  crossOriginOpenerPolicy: "same-origin",
  crossOriginResourcePolicy: "same-origin",
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
})

/** The one page that may stand in a frame, and only in one of our own pages: it shows what that page hands it. */
export const PREVIEW = "/questionnaire-preview"

/** What was frozen for everybody to read: its routes say how long a cache may keep it. A refusal is never kept. */
const isFrozen = (path: string, status: number) => path.startsWith("/api/manifests/") && status === 200

/** Strict headers on everything; nothing of the API or of a personal page stays in a cache, but what is public and frozen. */
export const writeHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await security(c, next)
  if (!c.var.deps.config.publicUrl.startsWith("https://")) c.res.headers.delete("Strict-Transport-Security")
  if (c.req.path === PREVIEW) {
    const policy = c.res.headers.get("Content-Security-Policy") ?? ""
    c.res.headers.set(
      "Content-Security-Policy",
      policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    )
    c.res.headers.set("X-Frame-Options", "SAMEORIGIN")
  }
  if (isFrozen(c.req.path, c.res.status)) return
  if (c.req.path.startsWith("/api/") || c.req.path.startsWith("/s/") || c.req.path.startsWith("/trustee/"))
    c.res.headers.set("Cache-Control", "no-store")
}

const kB = 1024
const atMost = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem("request.too-large")
    },
  })
/** What is sent around a file: column choices, repairs, the form itself. */
const FORM = 64 * kB
/** Around old answers: what up to 120 columns mean, with the words of each question. */
const MAPPING = 256 * kB
const limits = {
  otherwise: atMost(256 * kB),
  ballot: atMost(64 * kB),
  signature: atMost(4 * kB),
  peopleFile: atMost(peopleFileLimits.bytes + FORM),
  responseFile: atMost(peopleFileLimits.bytes + MAPPING),
  publishedFile: atMost(publishedLimits.bytes + FORM),
  // Around it what is said of two thousand columns and KPIs.
  kpiFile: atMost(kpiLimits.bytes + 1024 * kB),
  pushedValues: atMost(4 * 1024 * kB),
}

/** The routes that take whole files, and set their own bound once they know who calls. */
const WHOLE_FILES = [
  ...["/api/people/import", "/api/people/check"],
  ...["/api/imports", "/api/imports/description", "/api/imports/preview"],
  ...["/api/published", "/api/published/check"],
  ...["/api/kpis/imports", "/api/kpis/imports/check", "/api/kpis/values"],
]

/** So do the opened answers of a whole survey. */
const OPENED_ANSWERS = "/api/trustee/opened"

/** Bounds what is read before anything is parsed. Of a whole file nothing is read until its route has asked who calls. */
export const limitBody: MiddlewareHandler<Env> = (c, next) => {
  if (WHOLE_FILES.includes(c.req.path) || c.req.path === OPENED_ANSWERS) return next()
  const ours = { "/api/ballots": limits.ballot, "/api/signatures": limits.signature }[c.req.path]
  return (ours ?? limits.otherwise)(c, next)
}

/** For the routes that take whole files; stands after the route's permission. */
export const limitPeopleFile: MiddlewareHandler = limits.peopleFile
export const limitResponseFile: MiddlewareHandler = limits.responseFile
export const limitPublishedFile: MiddlewareHandler = limits.publishedFile
export const limitKpiFile: MiddlewareHandler = limits.kpiFile
export const limitPushedValues: MiddlewareHandler = limits.pushedValues

/** Where no cookie counts: the ballot is its own credential and is posted bare, the others send a secret of a link or a key. */
const COOKIELESS = ["/api/ballots", "/api/signatures", "/api/kpis/values"]

/**
 * A browser sends the cookie along whichever site asks. So what changes something must come from a page of ours; the
 * ballot, the signature and the token that stops reminders have no cookie and need no such thing; they also come from
 * organizations' own domains.
 */
export const refuseForeignOrigin: MiddlewareHandler<Env> = async (c, next) => {
  const changes = c.req.method !== "GET" && c.req.method !== "HEAD"
  if (changes && !COOKIELESS.includes(c.req.path) && !c.req.path.startsWith("/api/reminders/")) {
    const origin = c.req.header("origin")
    if (origin === undefined || !isOurOrigin(c.var.deps.config, origin, c.req.header("host"))) {
      throw new Problem("request.foreign")
    }
  }
  await next()
}
