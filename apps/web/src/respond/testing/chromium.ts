import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]

/** Path of a Chromium on this machine, or undefined. */
export const chromiumPath = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  ...(process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((directory) => names.map((name) => join(directory, name))),
].find((path) => path !== "" && existsSync(path))

export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]
