// npm run demo: installs what is missing, then builds the pages while the server starts with a demo company.
import { spawn } from "node:child_process"
import { join } from "node:path"
import { embeddedTemplate, environment, install, node, root, run } from "./installed.mjs"

install()
const directory = process.env.DATA_DIRECTORY ?? join(root, "data", "demo")
if (!process.env.DATABASE_URL && run("node", [embeddedTemplate, directory]) !== 0) process.exit(1)
const server = spawn(node(), [join(root, "apps/api/src/server.ts")], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
  env: environment({ DEMO: "1", DATA_DIRECTORY: directory }),
})
const build = spawn("turbo", ["run", "build", "--output-logs=errors-only"], {
  cwd: root,
  stdio: ["ignore", "ignore", "inherit"],
  env: environment(),
  shell: process.platform === "win32",
})

// The server says its address when it is ready; a visitor needs the pages as well.
let built = false
let said = ""
server.stdout.on("data", (chunk) => {
  if (built) process.stdout.write(chunk)
  else said += chunk
})
build.on("exit", (code) => {
  if (code !== 0) return server.kill("SIGTERM")
  built = true
  process.stdout.write(said)
})
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => {
    build.kill(signal)
    server.kill(signal)
  })
server.on("exit", (code) => process.exit(build.exitCode || (code ?? 1)))
