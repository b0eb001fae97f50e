import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { body, path, says } from "../valid.ts"
import { feedDriver } from "./feed-driver.ts"
import { listDrivers } from "./list-drivers.ts"
import { readDriver } from "./read-driver.ts"
import { changeDriver, createDriver, removeDriver } from "./save-driver.ts"
import {
  driverChange,
  driverDetail,
  driverFed,
  driverId,
  driverList,
  driverValues,
  newDriver,
} from "./schemas.ts"

const done = z.object({ done: z.literal(true) })

/** Leading indicators that foretell a KPI. */
export const drivers = new Hono<Env>()
  .get("/", may("drivers"), says("Drivers the caller may see", driverList), async (c) =>
    c.json(await listDrivers(c.var.deps, c.var.session), 200),
  )
  .post("/", may("hr"), says("Make a driver", driverId, 201), body(newDriver), async (c) =>
    c.json({ driver: await createDriver(c.var.deps, c.var.session, c.req.valid("json")) }, 201),
  )
  .get(
    "/:driver",
    may("drivers"),
    says("One driver: to date, what it foretells, and how that has fared", driverDetail),
    path(driverId),
    async (c) => c.json(await readDriver(c.var.deps, c.var.session, c.req.valid("param").driver), 200),
  )
  .post(
    "/:driver/values",
    may("drivers"),
    says("The keeper enters values of the indicator", driverFed),
    path(driverId),
    body(driverValues),
    async (c) => {
      const { driver } = c.req.valid("param")
      return c.json(await feedDriver(c.var.deps, c.var.session, driver, c.req.valid("json")), 200)
    },
  )
  .patch(
    "/:driver",
    may("hr"),
    says("Change a driver", done),
    path(driverId),
    body(driverChange),
    async (c) => {
      await changeDriver(c.var.deps, c.var.session, c.req.valid("param").driver, c.req.valid("json"))
      return c.json({ done: true as const }, 200)
    },
  )
  .delete("/:driver", may("hr"), says("Take a driver away", done), path(driverId), async (c) => {
    await removeDriver(c.var.deps, c.var.session, c.req.valid("param").driver)
    return c.json({ done: true as const }, 200)
  })
