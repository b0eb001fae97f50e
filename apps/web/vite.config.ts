import { existsSync } from "node:fs"
import { resolve } from "node:path"
import react from "@vitejs/plugin-react"
import { defineConfig, type PluginOption } from "vite"
import { keepPromisedPages } from "./build/keep-promised-pages.ts"
import { pageFingerprint } from "./build/page-fingerprint.ts"
import { precompress } from "./build/precompress.ts"
import { surveyBaseTheme } from "./build/survey-base-theme.ts"
import { swapIn } from "./build/swap-in.ts"
import { webCryptoOnly } from "./build/web-crypto-only.ts"

const page = (name: string) => resolve(import.meta.dirname, name)
const hrPages = ["index.html", "gallery.html", "questionnaire-preview.html", "trustees.html"]
  .map(page)
  .filter(existsSync)

/**
 * Two builds into one folder. The respondent page is built alone, so that no change to the HR screens alters a byte
 * of what respondents load (its files are named by their content), and so that it shares no chunk with them: every
 * shared chunk would be one more request before the promise can be read.
 */
export default defineConfig({
  appType: "mpa",
  plugins: [
    react(),
    surveyBaseTheme(),
    webCryptoOnly(),
    servePages(),
    precompress(),
    pageFingerprint("respond"),
  ],
  server: { proxy: { "/api": `http://127.0.0.1:${process.env.PORT ?? "3000"}` } },
  build: { outDir: "dist.next", modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2000 },
  environments: {
    client: { build: { rolldownOptions: { input: hrPages } } },
    respond: {
      consumer: "client",
      build: {
        emptyOutDir: false,
        rolldownOptions: {
          input: page("respond.html"),
          // Our packages do nothing when they are imported: what the promise page does not call comes with what does.
          treeshake: { moduleSideEffects: [{ test: /packages\/\w+\/src\//, sideEffects: false }] },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ["client", "respond"]) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
      await keepPromisedPages(page("dist"), page("dist.next"))
      await swapIn(page("dist.next"), page("dist"))
    },
  },
})

/** In development: personal links get the respondent page; every path of the HR app gets index.html, as the API does it. */
function servePages(): PluginOption {
  return {
    name: "throughline:pages",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? "/").split("?")[0] ?? "/"
        const isFile = path.includes(".") || path.startsWith("/@") || path.startsWith("/node_modules/")
        if (/^(\/[rs]\/[\w-]+|\/code|\/s\/?|\/p\/[\w-]+\/[\w-]+\/?)$/.test(path))
          request.url = "/respond.html"
        else if (/^\/trustee\/[\w-]+$/.test(path)) request.url = "/trustees.html"
        else if (path === "/gallery" || path === "/questionnaire-preview") request.url = `${path}.html`
        else if (!isFile && !path.startsWith("/api/")) request.url = "/index.html"
        next()
      })
    },
  }
}
