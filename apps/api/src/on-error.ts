import type { Context } from "hono"
import { HTTPException } from "hono/http-exception"
import type { Env } from "./deps.ts"
import { Problem, problemBody } from "./problem.ts"

/** The one place where a failed request becomes an answer: RFC 9457 problem details. */
export function answerError(error: Error, c: Context<Env>): Response {
  const problem = asProblem(error)
  // The route's pattern, never the path itself: paths may hold a personal link.
  if (problem.status >= 500) c.var.deps.log(`${c.req.method} ${c.req.routePath}: ${describe(error)}`)
  if (problem.code === "server.busy") c.header("Retry-After", "5")
  return c.body(JSON.stringify(problemBody(problem)), problem.status, {
    "Content-Type": "application/problem+json",
  })
}

function asProblem(error: Error): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException) {
    return new Problem(error.status === 413 ? "request.too-large" : "request.invalid", { cause: error })
  }
  return new Problem(isAway(error) ? "server.busy" : "server.error", { cause: error })
}

/** The database cannot be reached just now (postgres.js and PostgreSQL's classes 08 and 57P). */
function isAway(error: Error): boolean {
  const code = "code" in error ? String(error.code) : ""
  return /^(ECONN|CONNECT|CONNECTION_|ETIMEDOUT|08|57P)/.test(code)
}

/** Name, code and place; not the message, which a database fills with the row's values. */
export function describe(error: Error): string {
  const inner = error instanceof Problem && error.cause instanceof Error ? error.cause : error
  const code = "code" in inner ? ` ${String(inner.code)}` : ""
  return `${inner.name}${code}\n${(inner.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .join("\n")}`
}
