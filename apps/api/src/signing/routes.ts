import { Hono } from "hono"
import { callerAddress } from "../caller.ts"
import type { Env } from "../deps.ts"
import { givenSecret } from "../invitations/given-secret.ts"
import { withoutGuessing } from "../invitations/guesses.ts"
import { may } from "../may.ts"
import { body, says } from "../valid.ts"
import { signatureAnswer, signatureRequest } from "./schemas.ts"
import { signBallot } from "./sign-ballot.ts"

export const signatures = new Hono<Env>().post(
  "/",
  may("invitation"),
  says(
    "Sign the blinded ballot key of a personal link; asking for the same again is harmless",
    signatureAnswer,
  ),
  body(signatureRequest),
  async (c) => {
    const { deps } = c.var
    const secret = givenSecret(c)
    const { blinded } = c.req.valid("json")
    const tried = { caller: callerAddress(c), secret, now: Date.now() }
    const signature = await withoutGuessing(deps.db, tried, () => signBallot(deps, secret, blinded))
    return c.json({ signature }, 200)
  },
)
