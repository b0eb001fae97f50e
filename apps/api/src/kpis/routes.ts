import { Hono, type MiddlewareHandler } from "hono"
import { z } from "zod"
import { type KeySession, readKey } from "../api-keys/key-session.ts"
import { createTries } from "../auth/tries.ts"
import { callerAddress } from "../caller.ts"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { limitKpiFile, limitPushedValues } from "../protect.ts"
import { body, form, path, says } from "../valid.ts"
import { checkImport } from "./check-import.ts"
import { importKpis } from "./import-kpis.ts"
import { addKpi, changeKpi, removeKpi } from "./keep-kpi.ts"
import { listKpis } from "./list-kpis.ts"
import { listUnits, mapUnit } from "./map-units.ts"
import { pushValues } from "./push-values.ts"
import { readChanges, readValues } from "./read-kpi.ts"
import {
  checkedImport,
  doneImport,
  importChecked,
  importForm,
  kpiBody,
  kpiChange,
  kpiChanges,
  kpiId,
  kpiList,
  kpiUnits,
  kpiValues,
  madeKpi,
  pushed,
  pushedRows,
  undoneImport,
  unitMapping,
  unitNumber,
} from "./schemas.ts"
import { undoImport } from "./undo-import.ts"

/** A program pushes once a night; one that is broken is not to keep the server busy. */
const pushes = createTries({ max: 120, seconds: 60, now: Date.now })

/** Whose key it is, before anything of the body is read. */
const byKey: MiddlewareHandler<Env & { Variables: { key: KeySession } }> = async (c, next) => {
  pushes(callerAddress(c))
  c.set("key", await readKey(c.var.deps, c.req.header("authorization"), "kpis:write"))
  await next()
}

/** Business figures by unit and period. */
export const kpis = new Hono<Env>()
  .get("/", may("results"), says("The KPIs, and the state of each", kpiList), async (c) =>
    c.json(await listKpis(c.var.deps, c.var.session), 200),
  )
  .post("/", may("hr"), says("Add a KPI", madeKpi, 201), body(kpiBody), async (c) =>
    c.json({ id: await addKpi(c.var.deps, c.var.session, c.req.valid("json")) }, 201),
  )
  .post(
    "/imports/check",
    may("hr"),
    limitKpiFile,
    says("What a file of values would bring; nothing is stored", checkedImport),
    form(importChecked),
    async (c) => {
      const { file, ...rest } = c.req.valid("form")
      const bytes = new Uint8Array(await file.arrayBuffer())
      return c.json(await checkImport(c.var.deps, c.var.session, { ...rest, bytes }), 200)
    },
  )
  .post(
    "/imports",
    may("hr"),
    limitKpiFile,
    says("Take in a file of values, all of it or nothing", doneImport),
    form(importForm),
    async (c) => {
      const { file, ...rest } = c.req.valid("form")
      const bytes = new Uint8Array(await file.arrayBuffer())
      return c.json(await importKpis(c.var.deps, c.var.session, { ...rest, bytes }), 200)
    },
  )
  .post("/imports/undo", may("hr"), says("Take the last file of values back", undoneImport), async (c) =>
    c.json(await undoImport(c.var.deps, c.var.session), 200),
  )
  .get(
    "/units",
    may("results"),
    says("The units of KPI files, and what they stand for", kpiUnits),
    async (c) => c.json(await listUnits(c.var.deps, c.var.session), 200),
  )
  .put(
    "/units/:number",
    may("hr"),
    says("Say what a unit of KPI files stands for", z.object({})),
    path(unitNumber),
    body(unitMapping),
    async (c) => {
      await mapUnit(c.var.deps, c.var.session, c.req.valid("param").number, c.req.valid("json").target)
      return c.json({}, 200)
    },
  )
  .post(
    "/values",
    may("api-key"),
    byKey,
    limitPushedValues,
    says("Push values with a key of the scope kpis:write, all of them or none", pushed),
    body(pushedRows),
    async (c) => c.json(await pushValues(c.var.deps, c.var.key, c.req.valid("json").values), 200),
  )
  .patch("/:kpi", may("hr"), says("Change a KPI", z.object({})), path(kpiId), body(kpiChange), async (c) => {
    await changeKpi(c.var.deps, c.var.session, c.req.valid("param").kpi, c.req.valid("json"))
    return c.json({}, 200)
  })
  .delete(
    "/:kpi",
    may("hr"),
    says("Take a KPI away, with its values", z.object({})),
    path(kpiId),
    async (c) => {
      await removeKpi(c.var.deps, c.var.session, c.req.valid("param").kpi)
      return c.json({}, 200)
    },
  )
  .get(
    "/:kpi/values",
    may("results"),
    says("A KPI's values by unit and period", kpiValues),
    path(kpiId),
    async (c) => c.json(await readValues(c.var.deps, c.var.session, c.req.valid("param").kpi), 200),
  )
  .get(
    "/:kpi/changes",
    may("results"),
    says("Corrections of a KPI's values", kpiChanges),
    path(kpiId),
    async (c) => c.json(await readChanges(c.var.deps, c.var.session, c.req.valid("param").kpi), 200),
  )
