import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { getRequestListener } from "@hono/node-server"
import type { Release } from "@throughline/analysis"
import { Hono } from "hono"
import { compress } from "hono/compress"
import type { Deps, Env } from "../deps.ts"
import { pages } from "../pages.ts"
import { writeHeaders } from "../protect.ts"
import { gzipped, takesGzip } from "./gzipped.ts"
import { itemsOf, withoutItems, withoutUnits } from "./items-apart.ts"
import type { Packs } from "./packs.ts"

const dist = join(dirname(fileURLToPath(import.meta.url)), "../../../web/dist")

/**
 * The built pages and one release under the address of a survey called "survey", with the product's headers and
 * compression, and no database: each answer is made from the release in memory as the product makes it, and kept in
 * `packs` as the product keeps it; without `packs` it is made for each request.
 */
export async function serveRelease(
  release: Release,
  packs?: Packs,
  pagesIn = dist,
): Promise<{ url: string; close: () => Promise<void> }> {
  const app = new Hono<Env>()
  const deps = { config: { publicUrl: "http://127.0.0.1" } } as Deps
  app.use(async (c, next) => {
    c.set("deps", deps)
    c.set("permission", async () => undefined)
    await next()
  })
  app.use(writeHeaders)
  app.use("/api/*", compress())
  app.get("/api/session", (c) =>
    c.json({
      user: { name: "Ada", email: "ada@example.org" },
      organization: { id: "o", name: release.survey.organization },
      role: "hr",
      unit: null,
    }),
  )
  app.get("/api/demo", (c) =>
    c.json({ code: "route.unknown", type: "urn:throughline:problem:route.unknown" }, 404),
  )
  app.get("/api/results", (c) => {
    const { name, closedAt } = release.survey
    const survey = {
      id: "survey",
      name,
      state: "closed",
      outcome: "released",
      closesAt: closedAt,
      closedAt,
      unit: null,
    }
    return c.json({ timeZone: "UTC", surveys: [survey] })
  })
  app.get("/api/surveys/survey/release", async (c) => {
    const { without, items } = c.req.query()
    const part = () => {
      if (items !== undefined) return itemsOf(release, items) ?? {}
      if (without === "units") return withoutUnits(release)
      return without === "items" ? withoutItems(release) : release
    }
    if (!packs || !takesGzip(c)) return c.json(part())
    return gzipped(c, await packs.get(c.req.url, async () => part()))
  })
  app.route("/", pages(pagesIn))
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
