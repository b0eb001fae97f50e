import { randomBytes } from "node:crypto"
import { rmSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, inject, onTestFinished, TestRunner } from "vitest"
import type { Database } from "./open.ts"
import { findPostgres } from "./testing-postgres.ts"
import { copyEmbedded, copyPostgres } from "./testing-templates.ts"

export { addExampleSurvey, castExample, type ExampleSurvey, newBallotKey } from "./testing-example.ts"
export { findPostgres, startPostgres, type TestPostgres } from "./testing-postgres.ts"
export { openWithLogins } from "./testing-templates.ts"

declare module "vitest" {
  interface ProvidedContext {
    throughlineTestRun: string
  }
}

export type TestDatabase = Database & {
  /** on PostgreSQL: where a login that owns everything and is no superuser connects */
  url?: string
  /** on PostgreSQL: the same database with a login a role, as a server opens it */
  served?: () => Promise<Database>
}

/**
 * A describe for each database that is there; without PostgreSQL its tests are skipped by name. `open` gives a
 * new, migrated, empty database at each call, to be called in beforeAll or in a test; it is closed and removed at the
 * end of the describe, and one that a test opened at the end of that test: its connections are for the next one.
 */
export function eachDatabase(
  run: (name: "embedded" | "postgresql", open: () => Promise<TestDatabase>) => void,
): void {
  describe("embedded", () => run("embedded", closing(openEmbeddedCopy)))
  if (findPostgres())
    describe("postgresql", () =>
      run(
        "postgresql",
        closing(() => copyPostgres(runDirectory())),
      ))
  else
    describe.skip("postgresql (not installed)", () =>
      run("postgresql", () => Promise.reject(new Error("skipped"))))
}

/** As eachDatabase, for tests to which it does not matter which database it is: the embedded one. */
export function oneDatabase(run: (open: () => Promise<TestDatabase>) => void): void {
  describe("embedded", () => run(closing(openEmbeddedCopy)))
}

/** The directory of this run of the tests; testing-setup.ts makes and removes it. */
export const runDirectory = (): string => inject("throughlineTestRun")

async function openEmbeddedCopy(): Promise<TestDatabase> {
  const path = join(runDirectory(), `embedded-${randomBytes(6).toString("hex")}`)
  const database = await copyEmbedded(path)
  const close = async () => {
    await database.close()
    rmSync(path, { recursive: true, force: true })
  }
  return { ...database, close }
}

/** Closes once what was opened: in a test at its end, else at that of the surrounding describe. */
function closing(open: () => Promise<TestDatabase>): () => Promise<TestDatabase> {
  const closes: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const close of closes) await close()
  })
  return async () => {
    const closeLater = TestRunner.getCurrentTest()
      ? onTestFinished
      : (close: () => Promise<void>) => void closes.push(close)
    let closed: Promise<void> | undefined
    const opening = open()
    const close = () => (closed ??= opening.then((database) => database.close()))
    closeLater(() => opening.then(close, () => {}))
    return { ...(await opening), close }
  }
}
