import { mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { createBuilder } from "vite"

/** Builds the respondent page as it is shipped, into a folder of its own. */
export async function buildPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "throughline-respond-"))
  // A test runner says "test" here, and React would be built for development: larger and slower than what is shipped.
  process.env.NODE_ENV = "production"
  const root = resolve(import.meta.dirname, "../../..")
  const builder = await createBuilder({
    root,
    configFile: join(root, "vite.config.ts"),
    build: { outDir },
    logLevel: "error",
  })
  const { respond } = builder.environments
  if (!respond) throw new Error("vite.config.ts has no environment named respond")
  await builder.build(respond)
  return outDir
}
