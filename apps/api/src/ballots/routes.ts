import { Hono } from "hono"
import { z } from "zod"
import { callerAddress } from "../caller.ts"
import type { Env } from "../deps.ts"
import { withoutGuessing } from "../invitations/guesses.ts"
import { may } from "../may.ts"
import { body, says } from "../valid.ts"
import { castBallot } from "./cast-ballot.ts"
import { castSchema } from "./schemas.ts"

export const ballots = new Hono<Env>().post(
  "/",
  may("ballot"),
  says(
    "Cast a sealed ballot; sending the same one again is harmless",
    z.object({ state: z.enum(["stored", "kept"]) }),
    201,
  ),
  body(castSchema),
  async (c) => {
    const { deps } = c.var
    const cast = () => castBallot(deps, c.req.valid("json"))
    return c.json({ state: await withoutGuessing(deps.db, callerAddress(c), Date.now(), cast) }, 201)
  },
)
