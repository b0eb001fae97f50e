import type { MiddlewareHandler } from "hono"
import type { Env } from "./deps.ts"

export function rateLimit(_limit: { misses: number; seconds: number }): MiddlewareHandler<Env> {
  return async (_c, next) => {
    await next()
  }
}
