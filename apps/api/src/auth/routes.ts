import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { says } from "../valid.ts"

const sessionSchema = z.object({
  user: z.object({ name: z.string(), email: z.string() }),
  organization: z.object({ id: z.uuid(), name: z.string() }),
  role: z.enum(["hr", "leader", "analyst", "operator"]),
})

export const session = new Hono<Env>().get(
  "/",
  may("signed-in"),
  says("Who is signed in", sessionSchema),
  (c) => {
    const { user, organizationId, organizationName, role } = c.var.session
    return c.json({ user, organization: { id: organizationId, name: organizationName }, role }, 200)
  },
)
