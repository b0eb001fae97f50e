import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { body, says } from "../valid.ts"
import { castBallot } from "./cast-ballot.ts"
import { castSchema } from "./schemas.ts"

// Reads no header of who calls: the browser sends none, and the ballot says all that may be known.
export const ballots = new Hono<Env>().post(
  "/",
  may("ballot"),
  says(
    "Cast a sealed ballot, without any credentials; sending the same one again is harmless",
    z.object({ state: z.enum(["stored", "kept"]) }),
    201,
  ),
  body(castSchema),
  async (c) => c.json({ state: await castBallot(c.var.deps, c.req.valid("json")) }, 201),
)
