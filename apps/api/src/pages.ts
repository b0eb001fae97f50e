import { existsSync } from "node:fs"
import { join } from "node:path"
import { serveStatic } from "@hono/node-server/serve-static"
import { Hono, type MiddlewareHandler } from "hono"
import type { Env } from "./deps.ts"
import { may } from "./may.ts"
import { PREVIEW } from "./protect.ts"

/** Whose page is asked for: the one that opens with a link, or the one about a survey for everybody. */
export type PageOf = { secret: string } | { organization: string; survey: string }

/**
 * The built pages, compressed at build time. Looking at any of them, by GET or HEAD, changes nothing, whatever the link.
 * `promised` names the respondents' page with which a survey was launched: it goes on being served after another build.
 */
export function pages(
  directory: string,
  promised: (of: PageOf) => Promise<string | undefined> = async () => undefined,
): Hono<Env> {
  const app = new Hono<Env>()
  if (!existsSync(join(directory, "index.html"))) {
    return app.get("*", may("anyone"), (c) => c.text("The pages are not built yet: npm run build", 503))
  }
  const page = (name: string) => serveStatic<Env>({ path: join(directory, name), precompressed: true })
  const respondents = async (of: PageOf) => {
    const name = `assets/page-${await promised(of)}.html`
    return page(existsSync(join(directory, name)) ? name : "respond.html")
  }
  const assets = serveStatic<Env>({ root: directory, precompressed: true })
  const file = serveStatic<Env>({ root: directory })
  const fresh = kept("no-cache")
  // Names of assets carry a hash of their content.
  const forever = kept("public, max-age=31536000, immutable")
  return app
    .get("/assets/*", may("anyone"), forever, assets, (c) => c.text("Not found", 404))
    .get("/s/:secret", may("anyone"), fresh, async (c, next) => (await respondents(c.req.param()))(c, next))
    .get("/p/:organization/:survey", may("anyone"), fresh, async (c, next) =>
      (await respondents(c.req.param()))(c, next),
    )
    .on("GET", ["/code", "/s", "/s/"], may("anyone"), fresh, page("respond.html"))
    .get("/r/:token", may("anyone"), fresh, page("respond.html"))
    .get("/trustee/:secret", may("anyone"), fresh, page("trustees.html"))
    .get("/gallery", may("anyone"), fresh, page("gallery.html"))
    .get(PREVIEW, may("anyone"), fresh, page("questionnaire-preview.html"))
    .get("/:file{[a-z0-9-]+\\.(?:svg|png|ico|txt|webmanifest)}", may("anyone"), fresh, file)
    .get("*", may("anyone"), fresh, page("index.html"))
}

/** How long a page may be kept by whoever has fetched it. */
function kept(control: string): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set("Cache-Control", control)
  }
}
