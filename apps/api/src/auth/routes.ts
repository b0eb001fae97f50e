import { Hono } from "hono"
import { z } from "zod"
import { callerAddress } from "../caller.ts"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { describe } from "../on-error.ts"
import { Problem } from "../problem.ts"
import { body, says } from "../valid.ts"
import { ownUnit } from "./own-unit.ts"
import { newPassword } from "./password.ts"

const sessionSchema = z.object({
  user: z.object({ name: z.string(), email: z.string() }),
  organization: z.object({ id: z.uuid(), name: z.string() }),
  role: z.enum(["hr", "leader", "analyst", "keeper", "operator"]),
  unit: z.string().nullable().describe("of a leader: what the own unit was called in the newest survey"),
})

export const session = new Hono<Env>().get(
  "/",
  may("signed-in"),
  says("Who is signed in, in which role", sessionSchema),
  async (c) => {
    const { user, organizationId, organizationName, role } = c.var.session
    const unit = await ownUnit(c.var.deps, c.var.session)
    return c.json({ user, organization: { id: organizationId, name: organizationName }, role, unit }, 200)
  },
)

const done = z.object({ done: z.literal(true) })

export const password = new Hono<Env>()
  .post(
    "/forgotten",
    may("anyone"),
    says(
      "Ask for a link for a new password; the answer is the same whether there is such an account",
      done,
      202,
    ),
    body(z.strictObject({ email: z.email().max(320) })),
    (c) => {
      const { auth, log } = c.var.deps
      auth.tries.forgot(callerAddress(c))
      const email = c.req.valid("json").email.toLowerCase()
      if (mayMail(() => auth.tries.resetMail(email))) {
        // Nobody waits for it: how long it takes would tell whether there is such an account.
        auth.requestReset(email).catch((error: Error) => log(`password mail: ${describe(error)}`))
      }
      return c.json({ done: true as const }, 202)
    },
  )
  .post(
    "/new",
    may("anyone"),
    says("Set a new password with the link's token; all sessions end", done),
    body(z.strictObject({ token: z.string().min(1).max(200), password: newPassword })),
    async (c) => {
      const { auth } = c.var.deps
      auth.tries.password(callerAddress(c))
      const { token, password } = c.req.valid("json")
      if (!(await auth.resetPassword(token, password))) throw new Problem("password.link-over")
      return c.json({ done: true as const }, 200)
    },
  )
  .post(
    "/changed",
    may("signed-in"),
    says("Change the own password; all sessions end, this one too", done),
    body(z.strictObject({ current: z.string().min(1).max(1000), password: newPassword })),
    async (c) => {
      const { auth } = c.var.deps
      auth.tries.password(callerAddress(c))
      const { current, password } = c.req.valid("json")
      if (!(await auth.changePassword(c.req.raw.headers, current, password))) {
        throw new Problem("password.wrong")
      }
      return c.json({ done: true as const }, 200)
    },
  )

/** False when this address has had its mails; whoever asks is not told. */
function mayMail(attempt: () => void): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}
