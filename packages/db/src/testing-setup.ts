import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import type {} from "./testing.ts" // names what is provided
import { stopPostgres } from "./testing-postgres.ts"

/**
 * Vitest's global set-up: names a directory for this run, and at the end, also of a run that failed or was
 * interrupted, stops the PostgreSQL that a test file may have started in it. Costs a run of pure tests nothing.
 */
export default function setup(project: TestProject): () => void {
  const directory = mkdtempSync(join(tmpdir(), "throughline-test-"))
  chmodSync(directory, 0o755) // PostgreSQL runs as another user when we are root
  writeFileSync(join(directory, "owner"), String(process.pid))
  project.provide("throughlineTestRun", directory)
  const end = () => {
    stopPostgres(join(directory, "postgres"))
    rmSync(directory, { recursive: true, force: true })
  }
  process.once("exit", end)
  return end
}
