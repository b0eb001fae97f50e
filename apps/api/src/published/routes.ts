import { withOrganization } from "@throughline/db"
import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { Problem } from "../problem.ts"
import { limitPublishedFile } from "../protect.ts"
import { form, path, says } from "../valid.ts"
import { addTable } from "./add-table.ts"
import { inWorker } from "./in-worker.ts"
import { deleteTable } from "./queries.ts"
import { listTables, readQuestion, readTable } from "./read-tables.ts"
import {
  checkedTable,
  keptTable,
  publishedCheckForm,
  publishedForm,
  publishedQuestion,
  publishedTable,
  publishedTables,
  questionOf,
  tableId,
} from "./schemas.ts"

/** Tables that others published, or that are kept of earlier surveys: history, and something to compare with. */
export const published = new Hono<Env>()
  .get("/", may("results"), says("Published tables the caller can look at", publishedTables), async (c) =>
    c.json(await listTables(c.var.deps, c.var.session), 200),
  )
  .post(
    "/check",
    may("hr"),
    limitPublishedFile,
    says("What a published table says; nothing is stored", checkedTable),
    form(publishedCheckForm),
    async (c) => {
      const { file, ...rest } = c.req.valid("form")
      const { questions, ...told } = await inWorker({
        ...rest,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })
      return c.json({ ...told, questions: questions.length }, 200)
    },
  )
  .post(
    "/",
    may("hr"),
    limitPublishedFile,
    says("Keep a published table, without the rows that are refused", keptTable),
    form(publishedForm),
    async (c) => {
      const { file, ...rest } = c.req.valid("form")
      const upload = { ...rest, bytes: new Uint8Array(await file.arrayBuffer()) }
      return c.json({ id: await addTable(c.var.deps, c.var.session, upload) }, 200)
    },
  )
  .get(
    "/:table",
    may("results"),
    says("One table and its questions", publishedTable),
    path(tableId),
    async (c) => c.json(await readTable(c.var.deps, c.var.session, c.req.valid("param").table), 200),
  )
  .get(
    "/:table/questions/:number",
    may("results"),
    says("All that a table tells of one question", publishedQuestion),
    path(questionOf),
    async (c) => c.json(await readQuestion(c.var.deps, c.var.session, c.req.valid("param")), 200),
  )
  .delete("/:table", may("hr"), says("Take a table away", z.object({})), path(tableId), async (c) => {
    const { organizationId } = c.var.session
    const { table } = c.req.valid("param")
    const gone = await withOrganization(c.var.deps.db, "web", organizationId, (tx) =>
      deleteTable(tx, organizationId, table),
    )
    if (!gone) throw new Problem("published.unknown")
    return c.json({}, 200)
  })
