import type { Context, MiddlewareHandler } from "hono"
import { readSession, type Session } from "./auth/session.ts"
import type { Env } from "./deps.ts"
import { Problem } from "./problem.ts"

/**
 * Who may call a route.
 * - anyone: no credentials are read
 * - invitation, ballot: the link's secret or the ballot itself is the credential; the verb checks it
 * - demo: anyone, but the route exists in the demo only
 * - signed-in: a member of an organization, whatever the role
 * - hr: a member with the role hr
 */
export type Who = "anyone" | "invitation" | "ballot" | "demo" | "signed-in" | "hr"

export type SignedEnv = Env & { Variables: { session: Session } }

const declared = Symbol("may")

export function may(who: "signed-in" | "hr"): MiddlewareHandler<SignedEnv>
export function may(who: Exclude<Who, "signed-in" | "hr">): MiddlewareHandler<Env>
/** States who may call a route, and refuses the others. Every route has exactly one. */
export function may(who: Who): MiddlewareHandler<SignedEnv> | MiddlewareHandler<Env> {
  const handler: MiddlewareHandler<SignedEnv> = async (c, next) => {
    await c.var.permission(who, c)
    await next()
  }
  return Object.assign(handler, { [declared]: who })
}

/** Who may call the route this handler guards, or undefined when it is not a guard (for the permission test). */
export function declaredPermission(handler: object): Who | undefined {
  return (handler as { [declared]?: Who })[declared]
}

/** Refuses whoever may not, and says who calls: the one check behind every `may`. */
export async function permission(who: Who, c: Context<SignedEnv>): Promise<void> {
  if (who === "demo" && !c.var.deps.config.demo) throw new Problem("route.unknown")
  if (who !== "signed-in" && who !== "hr") return
  const session = await readSession(c.var.deps, c.req.raw.headers)
  if (session === undefined) throw new Problem("session.none")
  if (who === "hr" && session.role !== "hr") throw new Problem("session.forbidden")
  c.set("session", session)
}
