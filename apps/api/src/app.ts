import { Hono } from "hono"
import { z } from "zod"
import { session } from "./auth/routes.ts"
import { ballots } from "./ballots/routes.ts"
import { demo } from "./demo/routes.ts"
import type { Env } from "./deps.ts"
import { invitations } from "./invitations/routes.ts"
import { may } from "./may.ts"
import { organizations } from "./organizations/routes.ts"
import { people } from "./people/routes.ts"
import { surveys } from "./surveys/routes.ts"
import { says } from "./valid.ts"

const api = new Hono<Env>()
  .get("/api/health", may("anyone"), says("Is the server up", z.object({ status: z.literal("ok") })), (c) =>
    c.json({ status: "ok" as const }, 200),
  )
  .route("/api/session", session)
  .route("/api/demo", demo)
  .route("/api/organization", organizations)
  .route("/api/people", people)
  .route("/api/surveys", surveys)
  .route("/api/invitation", invitations)
  .route("/api/ballots", ballots)

export type Api = typeof api
