import type { MiddlewareHandler } from "hono"
import { callerAddress } from "./caller.ts"
import type { Env } from "./deps.ts"
import { Problem } from "./problem.ts"

/**
 * Slows down guessing: an address that was answered with `misses` problems within `seconds` waits. Answers that are
 * right cost nothing, so a whole company behind one address is not slowed down. Kept in this process's memory.
 */
export function rateLimit({ misses, seconds }: { misses: number; seconds: number }): MiddlewareHandler<Env> {
  const windows = new Map<string, { until: number; missed: number }>()
  return async (c, next) => {
    const address = callerAddress(c)
    const now = Date.now()
    const window = windows.get(address)
    if (window !== undefined && window.until > now && window.missed >= misses) {
      c.header("Retry-After", String(Math.ceil((window.until - now) / 1000)))
      throw new Problem("request.too-many")
    }
    await next()
    if (c.res.status !== 404 && c.res.status !== 422) return
    if (windows.size > 10_000) for (const [key, { until }] of windows) if (until <= now) windows.delete(key)
    if (window === undefined || window.until <= now)
      windows.set(address, { until: now + seconds * 1000, missed: 1 })
    else window.missed++
  }
}
