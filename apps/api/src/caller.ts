import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context } from "hono"
import type { Env } from "./deps.ts"

/**
 * The caller's address, for rate limits only; it is never logged or stored. Behind trusted proxies it is the entry the
 * outermost of them wrote; whatever the caller wrote before that is not believed.
 */
export function callerAddress<E extends Env>(c: Context<E>): string {
  const proxies = c.var.deps.config.trustedProxies
  if (proxies > 0) {
    const entries = (c.req.header("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim())
    const entry = entries.at(-proxies)
    if (entry) return entry
  }
  // In process (tests) there is no socket.
  return typeof c.env !== "object" || c.env === null || !("incoming" in c.env)
    ? "in process"
    : (getConnInfo(c).remote.address ?? "unknown")
}
