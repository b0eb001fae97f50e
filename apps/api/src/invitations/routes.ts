import { Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { z } from "zod"
import { callerAddress } from "../caller.ts"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { Problem } from "../problem.ts"
import { says } from "../valid.ts"
import { givenSecret } from "./given-secret.ts"
import { withoutGuessing } from "./guesses.ts"
import { openInvitation } from "./open-invitation.ts"
import { invitationSchema } from "./schemas.ts"
import { stopReminders } from "./stop-reminders.ts"

export const invitations = new Hono<Env>().get(
  "/",
  may("invitation"),
  says("What a personal link or a printed code opens: the questionnaire and its promise", invitationSchema),
  async (c) => {
    const { deps } = c.var
    const given = givenSecret(c)
    const tried = { caller: callerAddress(c), secret: given, now: Date.now() }
    return c.json(await withoutGuessing(deps.db, tried, () => openInvitation(deps, given)), 200)
  },
)

export const reminders = new Hono<Env>().post(
  "/:token",
  may("invitation"),
  says(
    "Stop the reminders of one survey; the token of the mail is the right to",
    z.object({ stopped: z.literal(true) }),
  ),
  async (c) => {
    await stopReminders(c.var.deps, c.req.param("token"))
    return c.json({ stopped: true as const }, 200)
  },
)

/**
 * What a mail program posts when somebody presses its own "unsubscribe" (RFC 8058). Scanners that post whatever form
 * they find send other bodies, and change nothing.
 */
export const oneClick = new Hono<Env>().post(
  "/r/:token",
  may("invitation"),
  bodyLimit({
    maxSize: 4096,
    onError: () => {
      throw new Problem("request.too-large")
    },
  }),
  async (c) => {
    const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    if (form["List-Unsubscribe"] !== "One-Click") throw new Problem("request.invalid")
    await stopReminders(c.var.deps, c.req.param("token"))
    return c.text("Reminders of this survey are stopped.\n", 200)
  },
)
