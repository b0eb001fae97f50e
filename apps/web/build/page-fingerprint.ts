import { createHash } from "node:crypto"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Plugin } from "vite"

/**
 * Names the respondents' page by its content, so that a survey can promise it: `assets/page-HASH.json` lists every file
 * of this build with its SHA-256, HASH is the SHA-256 of that list, and `page.json` tells the API which one is newest.
 */
export function pageFingerprint(environment: string): Plugin {
  return {
    name: "throughline:page-fingerprint",
    apply: "build",
    async writeBundle({ dir }, bundle) {
      if (!dir || this.environment.name !== environment) return
      const files = Object.values(bundle).map((file): [string, string] => [
        file.fileName,
        hashOf(file.type === "chunk" ? file.code : file.source),
      ])
      files.sort(([one], [other]) => (one < other ? -1 : 1))
      const list = `${JSON.stringify(Object.fromEntries(files))}\n`
      const page = hashOf(list)
      const html = bundle["respond.html"]
      await writeFile(join(dir, "assets", `page-${page}.json`), list)
      // Kept beside the newest, under its own name: whoever was promised it goes on getting it.
      if (html?.type === "asset") await writeFile(join(dir, "assets", `page-${page}.html`), html.source)
      await writeFile(join(dir, "page.json"), `${JSON.stringify({ page })}\n`)
    },
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url")
}
