import { Hono } from "hono"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { says } from "../valid.ts"
import { openInvitation } from "./open-invitation.ts"
import { invitationSchema } from "./schemas.ts"

export const invitations = new Hono<Env>().get(
  "/",
  may("invitation"),
  says("What a personal link opens: the questionnaire and its promise", invitationSchema),
  async (c) => {
    const [scheme, secret] = (c.req.header("authorization") ?? "").split(" ")
    return c.json(await openInvitation(c.var.deps, scheme === "Invitation" ? (secret ?? "") : ""), 200)
  },
)
