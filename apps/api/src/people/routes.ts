import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { limitPeopleFile } from "../protect.ts"
import { form, path, says } from "../valid.ts"
import { checkPeopleFile } from "./check-people-file.ts"
import { importPeople } from "./import-people.ts"
import { listImports } from "./list-imports.ts"
import { listPeople } from "./list-people.ts"
import type { PeopleUpload } from "./read-upload.ts"
import { checkedFile, importedPeople, peopleForm, peopleImports, peopleList } from "./schemas.ts"
import { undoImport } from "./undo-import.ts"

const upload = async ({ file, ...rest }: z.output<typeof peopleForm>): Promise<PeopleUpload> => ({
  ...rest,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

export const people = new Hono<Env>()
  .get("/", may("hr"), says("Everybody, with their place in the org chart", peopleList), async (c) =>
    c.json(await listPeople(c.var.deps, c.var.session.organizationId), 200),
  )
  .post(
    "/check",
    may("hr"),
    limitPeopleFile,
    says("What a people file says and what its import would change; nothing is stored", checkedFile),
    form(peopleForm),
    async (c) =>
      c.json(
        await checkPeopleFile(c.var.deps, c.var.session.organizationId, await upload(c.req.valid("form"))),
        200,
      ),
  )
  .post(
    "/import",
    may("hr"),
    limitPeopleFile,
    says("Replace the people by those of a file, all or nothing", importedPeople),
    form(peopleForm),
    async (c) => {
      const { organizationId, userId } = c.var.session
      const file = await upload(c.req.valid("form"))
      return c.json(await importPeople(c.var.deps, organizationId, file, userId), 200)
    },
  )
  .get("/imports", may("hr"), says("Imports, the newest first", peopleImports), async (c) =>
    c.json(await listImports(c.var.deps, c.var.session.organizationId), 200),
  )
  .post(
    "/imports/:import/undo",
    may("hr"),
    says("Bring back the people as they were before the last import", peopleImports),
    path(z.object({ import: z.uuid() })),
    async (c) => {
      const { organizationId, userId } = c.var.session
      await undoImport(c.var.deps, organizationId, c.req.valid("param").import, userId)
      return c.json(await listImports(c.var.deps, organizationId), 200)
    },
  )
