// npm test: installs, checks, builds the pages and runs every test; then names what was skipped and why.
// Without PostgreSQL or Chromium the rest runs. Where both must be there (CI=true), a skip is a failure, save
// for tests that read reference data which is not part of the project.
import { existsSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { install, root, run } from "./installed.mjs"

const only = process.argv.slice(2)
install()
const checked = only.length > 0 || run("node", ["scripts/check.mjs"]) === 0
if (run("turbo", ["run", "build", "--output-logs=errors-only"]) !== 0) process.exit(1)

let { ran, results, died } = runTests(only)
if (died.files.length > 0) {
  console.log(
    `\nThe runtime died in these test files (nodejs/node#64500); they are run once more, by themselves:`,
  )
  for (const file of died.files) console.log(`  ${file}`)
  const again = runTests(died.files)
  results = [...results.filter(({ name }) => !died.files.includes(name)), ...again.results]
  // The first run has failed also where nothing but the dead processes was wrong with it.
  const others = died.others || results.some(({ status }) => status === "failed")
  ran = again.ran !== 0 || others ? 1 : 0
}

// A browser beside the other tests of a small machine can be too slow for its test: what fails there is run once more
// by itself, and told. A second time is a failure (docs/decisions.md, 22).
const failing = results.filter(({ status }) => status === "failed").map(({ name }) => name)
const slow = failing.filter((name) => /playwright-core|\/browser\.ts"/.test(readFileSync(name, "utf8")))
const failedFirst = results
  .filter(({ name }) => slow.includes(name))
  .flatMap((file) => file.assertionResults.filter(({ status }) => status === "failed"))
  .map(({ fullName }) => fullName)
if (slow.length > 0) {
  console.log("\nThese test files drive a browser and failed; they are run once more, by themselves:")
  for (const file of slow) console.log(`  ${file}`)
  const again = runTests(slow, ["--no-file-parallelism"])
  results = [...results.filter(({ name }) => !slow.includes(name)), ...again.results]
  ran = again.ran !== 0 || failing.length > slow.length || died.others ? 1 : 0
}

const tests = results.flatMap((file) => file.assertionResults)
const count = (...states) => tests.filter((test) => states.includes(test.status)).length
const skipped = tests.filter((test) => ["pending", "skipped", "todo", "disabled"].includes(test.status))
const excused = (test) => /\(no reference data\)/.test(test.fullName)
const inexcusable = process.env.CI === "true" ? skipped.filter((test) => !excused(test)) : []
if (skipped.length > 0) console.log("\nSkipped:")
for (const test of skipped)
  console.log(`  ${inexcusable.includes(test) ? "NOT ALLOWED HERE: " : ""}${test.fullName}`)
if (failedFirst.length > 0) console.log("\nFailed beside the others, before they were run by themselves:")
for (const name of failedFirst) console.log(`  ${name}`)
const broken = results.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
for (const file of broken) console.log(`Did not run: ${file.name}`)
const failed = count("failed") + inexcusable.length + broken.length + (checked ? 0 : 1)
console.log(`\n${count("passed")} passed, ${failed} failed, ${skipped.length} skipped`)
process.exit(ran === 0 && failed === 0 ? 0 : 1)

/** Exit code, what each file says of itself, and which files were cut off by the runtime. */
function runTests(files, options = []) {
  const folder = mkdtempSync(join(tmpdir(), "throughline-test-"))
  const [report, dead] = [join(folder, "report.json"), join(folder, "died.json")]
  const reporters = ["default", "json", join(root, "scripts", "died.mjs")].map((one) => `--reporter=${one}`)
  const code = run("vitest", ["run", ...reporters, `--outputFile.json=${report}`, ...options, ...files], {
    THROUGHLINE_DIED: dead,
  })
  if (!existsSync(report) || !existsSync(dead)) {
    console.error("The tests ended before they could report.")
    process.exit(code || 1)
  }
  const { testResults } = JSON.parse(readFileSync(report, "utf8"))
  return { ran: code, results: testResults, died: JSON.parse(readFileSync(dead, "utf8")) }
}
