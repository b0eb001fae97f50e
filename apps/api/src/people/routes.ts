import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { limitPeopleFile } from "../protect.ts"
import { body, says } from "../valid.ts"
import { importPeople } from "./import-people.ts"
import { listPeople } from "./list-people.ts"
import { peopleFile, peopleList } from "./schemas.ts"

export const people = new Hono<Env>()
  .get("/", may("hr"), says("Everybody, with their place in the org chart", peopleList), async (c) =>
    c.json(await listPeople(c.var.deps, c.var.session.organizationId), 200),
  )
  .post(
    "/import",
    may("hr"),
    limitPeopleFile,
    says(
      "Replace the people by those of a file, all or nothing",
      z.object({ people: z.int(), layers: z.int() }),
    ),
    body(peopleFile),
    async (c) =>
      c.json(await importPeople(c.var.deps, c.var.session.organizationId, c.req.valid("json")), 200),
  )
