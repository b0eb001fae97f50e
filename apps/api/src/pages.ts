import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { serveStatic } from "@hono/node-server/serve-static"
import { type Context, Hono } from "hono"
import type { Env } from "./deps.ts"
import { may } from "./may.ts"

/** The built pages. Looking at any of them, by GET or HEAD, changes nothing: no query, no state. */
export function pages(directory: string): Hono<Env> {
  const page = async (c: Context<Env>, name: string) => {
    try {
      return c.html(await readFile(join(directory, name), "utf8"), 200, { "Cache-Control": "no-cache" })
    } catch {
      return c.text("The pages are not built yet: npm run build", 503)
    }
  }
  return new Hono<Env>()
    .get(
      "/assets/*",
      may("anyone"),
      // Names carry a hash of the content.
      serveStatic({
        root: directory,
        onFound: (_path, c) => c.header("Cache-Control", "public, max-age=31536000, immutable"),
      }),
      (c) => c.text("Not found", 404),
    )
    .get("/s/:secret", may("anyone"), (c) => page(c, "respond.html"))
    .get("/gallery", may("anyone"), (c) => page(c, "gallery.html"))
    .get(
      "/:file{[a-z0-9-]+\\.(?:svg|png|ico|txt|webmanifest)}",
      may("anyone"),
      serveStatic({ root: directory }),
    )
    .get("*", may("anyone"), (c) => page(c, "index.html"))
}
