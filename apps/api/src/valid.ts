import { describeRoute, resolver, validator } from "hono-openapi"
import type { z } from "zod"
import { Problem } from "./problem.ts"

/** Checks a JSON body against a schema; a wrong one is the problem request.invalid with its paths. */
export function body<S extends z.ZodType>(schema: S) {
  return validator("json", schema, (result) => {
    if (!result.success) throw invalid(result.error)
  })
}

/** Checks the fields and files of a form. */
export function form<S extends z.ZodType>(schema: S) {
  return validator("form", schema, (result) => {
    if (!result.success) throw invalid(result.error)
  })
}

/** Checks the query string. */
export function query<S extends z.ZodType>(schema: S) {
  return validator("query", schema, (result) => {
    if (!result.success) throw invalid(result.error)
  })
}

/** Checks the parameters of the path. */
export function path<S extends z.ZodType>(schema: S) {
  return validator("param", schema, (result) => {
    if (!result.success) throw new Problem("route.unknown")
  })
}

/** What a route is for and what it answers, for the OpenAPI document. */
export function says(summary: string, schema: z.ZodType, status = 200) {
  return describeRoute({
    summary,
    responses: {
      [status]: { description: summary, content: { "application/json": { schema: resolver(schema) } } },
      default: { description: "A problem (RFC 9457)", content: { "application/problem+json": {} } },
    },
  })
}

interface SchemaIssue {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[]
}

function invalid(issues: readonly SchemaIssue[]): Problem {
  return new Problem("request.invalid", {
    issues: issues.map((issue) => ({
      path: (issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join("."),
      message: issue.message,
    })),
  })
}
