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
    const cast = c.req.valid("json")
    const secret = cast.credential.kind === "invitation" ? cast.credential.secret : ""
    const tried = { caller: callerAddress(c), secret, now: Date.now() }
    return c.json({ state: await withoutGuessing(deps.db, tried, () => castBallot(deps, cast)) }, 201)
  },
)
