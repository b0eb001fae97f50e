// npm run demo: installs what is missing, builds the pages and runs the product with a demo company.
import { spawn } from "node:child_process"
import { join } from "node:path"
import { environment, install, node, root, run } from "./installed.mjs"

install()
if (run("turbo", ["run", "build", "--output-logs=errors-only", "--log-order=grouped"]) !== 0) process.exit(1)
const server = spawn(node(), [join(root, "apps/api/src/server.ts")], {
  cwd: root,
  stdio: "inherit",
  env: environment({ DEMO: "1", DATA_DIRECTORY: process.env.DATA_DIRECTORY ?? join(root, "data", "demo") }),
})
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal))
server.on("exit", (code) => process.exit(code ?? 0))
