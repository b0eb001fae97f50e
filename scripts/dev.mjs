// npm run dev: the demo company's API, restarted on change, and Vite's pages with hot reload in front of it.
import { spawn } from "node:child_process"
import { join } from "node:path"
import { environment, install, node, root } from "./installed.mjs"

install()
const env = environment({ DEMO: "1", DATA_DIRECTORY: join(root, "data", "dev") })
const children = [
  spawn(node(), ["--watch", join(root, "apps/api/src/server.ts")], { cwd: root, stdio: "inherit", env }),
  spawn("turbo", ["run", "dev"], { cwd: root, stdio: "inherit", env, shell: process.platform === "win32" }),
]
const stop = (signal) => {
  for (const child of children) child.kill(signal)
}
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop(signal))
for (const child of children)
  child.on("exit", (code) => {
    stop("SIGTERM")
    process.exitCode ||= code ?? 0
  })
