import type { MemberRole } from "@throughline/db"
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
 * - trustee: the secret of a trustee's link; the verb checks it
 * - api-key: a key of the organization in the Authorization header, which the route's next step asks for its scope
 * - member-invitation: the secret of an invitation to become a member; the verb checks it
 * - results: hr, analysts and leaders; a leader sees the own unit only, which the verb sees to
 * - progress: hr and leaders, leaders again of the own unit only
 * - review: hr and analysts, of whom the verb lets in those only who were named before the launch
 * - drivers: hr, analysts, leaders and keepers; the verb sees to it that the last two get only what is in their hands
 * - hr: a member with the role hr
 */
export type Who =
  | "anyone"
  | "invitation"
  | "member-invitation"
  | "trustee"
  | "ballot"
  | "api-key"
  | "demo"
  | SignedWho

/** The roles that a permission lets in; the other permissions ask for no session. */
const roles = {
  "signed-in": ["hr", "leader", "analyst", "keeper", "operator"],
  results: ["hr", "leader", "analyst"],
  progress: ["hr", "leader"],
  review: ["hr", "analyst"],
  drivers: ["hr", "analyst", "leader", "keeper"],
  hr: ["hr"],
} as const satisfies Record<string, readonly MemberRole[]>
type SignedWho = keyof typeof roles
const asksForSession = (who: Who): who is SignedWho => who in roles

export type SignedEnv = Env & { Variables: { session: Session } }

const declared = Symbol("may")

export function may(who: SignedWho): MiddlewareHandler<SignedEnv>
export function may(who: Exclude<Who, SignedWho>): MiddlewareHandler<Env>
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
  if (!asksForSession(who)) return
  const session = await readSession(c.var.deps, c.req.raw.headers)
  if (session === undefined) throw new Problem("session.none")
  const allowed: readonly MemberRole[] = roles[who]
  if (!allowed.includes(session.role)) throw new Problem("session.forbidden")
  c.set("session", session)
}
