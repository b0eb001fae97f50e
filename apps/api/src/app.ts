import { Hono } from "hono"
import { compress } from "hono/compress"
import { openAPIRouteHandler } from "hono-openapi"
import { z } from "zod"
import { apiKeys } from "./api-keys/routes.ts"
import { surveyAttribute } from "./attributes/routes.ts"
import { CALLER_HEADER, openPaths } from "./auth/auth.ts"
import { password, session } from "./auth/routes.ts"
import { ballots } from "./ballots/routes.ts"
import { callerAddress } from "./caller.ts"
import { demo } from "./demo/routes.ts"
import type { Deps, Env } from "./deps.ts"
import { drivers } from "./drivers/routes.ts"
import { imports } from "./imports/routes.ts"
import { instruments } from "./instruments/routes.ts"
import { invitations, oneClick, reminders } from "./invitations/routes.ts"
import { kpis } from "./kpis/routes.ts"
import { kpiProfile, surveyLinks } from "./links/routes.ts"
import { mail, surveyMail } from "./mail/routes.ts"
import { manifests, surveyBundle } from "./manifests/routes.ts"
import { may, permission } from "./may.ts"
import { memberInvitation, members } from "./members/routes.ts"
import { answerError } from "./on-error.ts"
import { organizations } from "./organizations/routes.ts"
import { pages } from "./pages.ts"
import { people } from "./people/routes.ts"
import { Problem, problemBody } from "./problem.ts"
import { promisedPage } from "./promised-page.ts"
import { limitBody, refuseForeignOrigin, writeHeaders } from "./protect.ts"
import { published } from "./published/routes.ts"
import { results, surveyResults } from "./releases/routes.ts"
import { reviews } from "./reviews/routes.ts"
import { signatures } from "./signing/routes.ts"
import { surveys } from "./surveys/routes.ts"
import { surveyTrustees, trustee } from "./trustees/routes.ts"
import { says } from "./valid.ts"

const api = new Hono<Env>()
  .get("/api/health", may("anyone"), says("Is the server up", z.object({ status: z.literal("ok") })), (c) =>
    c.json({ status: "ok" as const }, 200),
  )
  .route("/api/session", session)
  .route("/api/password", password)
  .route("/api/members", members)
  .route("/api/member-invitation", memberInvitation)
  .route("/api/results", results)
  .route("/api/demo", demo)
  .route("/api/organization", organizations)
  .route("/api/people", people)
  .route("/api/surveys", surveys)
  .route("/api/surveys", surveyMail)
  .route("/api/surveys", surveyBundle)
  .route("/api/surveys", surveyResults)
  .route("/api/surveys", surveyLinks)
  .route("/api/surveys", reviews)
  .route("/api/surveys", surveyAttribute)
  .route("/api/surveys", surveyTrustees)
  .route("/api/trustee", trustee)
  .route("/api/mail", mail)
  .route("/api/imports", imports)
  .route("/api/published", published)
  .route("/api/drivers", drivers)
  .route("/api/kpis", kpiProfile)
  .route("/api/kpis", kpis)
  .route("/api/keys", apiKeys)
  .route("/api/instruments", instruments)
  .route("/api/invitation", invitations)
  .route("/api/reminders", reminders)
  .route("/api/signatures", signatures)
  .route("/api/ballots", ballots)
  .route("/api/manifests", manifests)

export type Api = typeof api

/** What stands between a request and the verbs; tests take one away to see the attack succeed that it holds back. */
const guards = { permission, origin: refuseForeignOrigin }

/** The whole application over its dependencies; `app.request()` answers without a socket. */
export function createApp(deps: Deps, { permission, origin }: typeof guards = guards): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set("deps", deps)
    c.set("permission", permission)
    await next()
  })
  app.use(writeHeaders)
  app.use("/api/*", compress())
  app.use("/api/*", origin, limitBody)
  app.on(["GET", "POST"], "/api/auth/*", may("anyone"), (c) => {
    if (!openPaths.includes(c.req.path)) throw new Problem("route.unknown")
    const request = new Request(c.req.raw)
    request.headers.set(CALLER_HEADER, callerAddress(c))
    return deps.auth.handler(request)
  })
  app.route("/", api)
  app.get(
    "/api/openapi.json",
    may("anyone"),
    openAPIRouteHandler(api, {
      documentation: { info: { title: "Throughline", version: "0.1.0", description: "Alignment surveys" } },
      excludeStaticFile: false,
    }),
  )
  app.all("/api/*", may("anyone"), (c) => {
    const problem = problemBody(new Problem("route.unknown"))
    return c.body(JSON.stringify(problem), 404, { "Content-Type": "application/problem+json" })
  })
  app.route("/", oneClick)
  app.route(
    "/",
    pages(deps.config.pages, (of) => promisedPage(deps, of)),
  )
  app.onError(answerError)
  return app
}
