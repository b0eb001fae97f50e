// npm test: installs, checks, builds the pages and runs every test; then names what was skipped and why.
// Without PostgreSQL or Chromium the rest runs. Where both must be there (CI=true), a skip is a failure, save
// for tests that read reference data which is not part of the project.
import { existsSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { install, run } from "./installed.mjs"

const only = process.argv.slice(2)
install()
const checked = only.length > 0 || run("node", ["scripts/check.mjs"]) === 0
if (run("turbo", ["run", "build", "--output-logs=errors-only"]) !== 0) process.exit(1)
const report = join(mkdtempSync(join(tmpdir(), "throughline-test-")), "report.json")
const ran = run("vitest", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...only,
])

if (!existsSync(report)) {
  console.error("The tests ended before they could report.")
  process.exit(ran || 1)
}
const { testResults } = JSON.parse(readFileSync(report, "utf8"))
const tests = testResults.flatMap((file) => file.assertionResults)
const count = (...states) => tests.filter((test) => states.includes(test.status)).length
const skipped = tests.filter((test) => ["pending", "skipped", "todo", "disabled"].includes(test.status))
const excused = (test) => /\(no reference data\)/.test(test.fullName)
const inexcusable = process.env.CI === "true" ? skipped.filter((test) => !excused(test)) : []
if (skipped.length > 0) console.log("\nSkipped:")
for (const test of skipped)
  console.log(`  ${inexcusable.includes(test) ? "NOT ALLOWED HERE: " : ""}${test.fullName}`)
const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
for (const file of broken) console.log(`Did not run: ${file.name}`)
const failed = count("failed") + inexcusable.length + broken.length + (checked ? 0 : 1)
console.log(`\n${count("passed")} passed, ${failed} failed, ${skipped.length} skipped`)
process.exit(ran === 0 && failed === 0 ? 0 : 1)
