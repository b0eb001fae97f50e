import { Hono } from "hono"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { surveyId } from "../surveys/schemas.ts"
import { body, path, says } from "../valid.ts"
import { chooseAttribute, readAttribute } from "./choose-attribute.ts"
import { attribute, chosenAttribute } from "./schemas.ts"

export const surveyAttribute = new Hono<Env>()
  .get(
    "/:survey/attribute",
    may("hr"),
    says("The one thing people are asked about themselves, and what could be asked", attribute),
    path(surveyId),
    async (c) =>
      c.json(await readAttribute(c.var.deps, c.var.session.organizationId, c.req.valid("param").survey), 200),
  )
  .put(
    "/:survey/attribute",
    may("hr"),
    says("Choose it, or none, before the launch", attribute),
    path(surveyId),
    body(chosenAttribute),
    async (c) => {
      const { organizationId } = c.var.session
      const { chosen } = c.req.valid("json")
      return c.json(
        await chooseAttribute(c.var.deps, organizationId, c.req.valid("param").survey, chosen),
        200,
      )
    },
  )
