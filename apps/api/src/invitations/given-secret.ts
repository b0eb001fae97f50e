import type { Context } from "hono"

/** The secret of a personal link as its page sends it, `Authorization: Invitation …`; "" when there is none. */
export function givenSecret(c: Context): string {
  const [scheme, secret] = (c.req.header("authorization") ?? "").split(/ (.*)/)
  return scheme === "Invitation" ? (secret ?? "") : ""
}
