import type { Context } from "hono"
import { accepts } from "hono/accepts"

/** Whether the caller reads gzip; one that says nothing of it does not. */
export function takesGzip(c: Context): boolean {
  const encoding = accepts(c, {
    header: "Accept-Encoding",
    supports: ["gzip"],
    default: "identity",
    match: (offered) => (offered.some(({ type, q }) => type === "gzip" && q > 0) ? "gzip" : "identity"),
  })
  return encoding === "gzip"
}

/** JSON that is packed already: nothing after it packs it again. */
export function gzipped(c: Context, bytes: Uint8Array<ArrayBuffer>) {
  return c.body(bytes, 200, {
    "Content-Type": "application/json",
    "Content-Encoding": "gzip",
    Vary: "Accept-Encoding",
  })
}
