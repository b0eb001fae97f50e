import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { query, says } from "../valid.ts"
import { demoAccounts } from "./accounts.ts"

const account = z.object({
  email: z.string(),
  password: z.string(),
  role: z.string(),
  title: z.string().describe("whom the account lets you look around as"),
})
const mail = z.object({
  id: z.string(),
  kind: z.enum(["invitation", "reminder", "test", "notice"]),
  to: z.string(),
  name: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  link: z.string(),
  sentAt: z.iso.datetime(),
})

export const demo = new Hono<Env>()
  .get(
    "/",
    may("demo"),
    says("Accounts to try the demo with", z.object({ accounts: z.array(account) })),
    (c) =>
      c.json(
        {
          accounts: demoAccounts.map(({ email, password, role, title }) => ({
            email,
            password,
            role,
            title,
          })),
        },
        200,
      ),
  )
  .get(
    "/outbox",
    may("demo"),
    says("Mails the demo would have sent, newest first", z.object({ mails: z.array(mail) })),
    query(z.object({ q: z.string().max(200).optional(), kind: mail.shape.kind.optional() })),
    (c) => {
      const { q = "", kind } = c.req.valid("query")
      return c.json({ mails: c.var.deps.mailer.outbox(q, kind) }, 200)
    },
  )
