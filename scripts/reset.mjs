// npm run reset: forgets the demo company and everything built, so that the next start is a first start.
import { rmSync } from "node:fs"
import { join } from "node:path"
import { root } from "./installed.mjs"

for (const folder of ["data", "apps/web/dist", ".turbo", "node_modules/.cache"])
  rmSync(join(root, folder), { recursive: true, force: true })
console.log("The demo company, the built pages and the caches are gone. `npm run demo` makes them anew.")
