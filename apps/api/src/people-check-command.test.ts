import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import writeXlsxFile from "write-excel-file/node"
import { peopleCheck } from "./people-check-command.ts"

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "people-check-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(content: string | Uint8Array, ...args: string[]) {
  writeFileSync(join(folder, "people.csv"), content)
  let [stdout, stderr] = ["", ""]
  const code = await peopleCheck(["people.csv", ...args], {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    cwd: folder,
  })
  return { code, stdout, stderr }
}

const clean = "id,name,email,manager id\n1,Ada,ada@example.com,\n2,Zoë,zoe@example.com,1\n"
const selfManaged = "id,name,email,manager id\n1,Ada,ada@example.com,\n2,Bo,bo@example.com,2\n"

test("a clean file ends with 0, and --json prints JSON and nothing else", async () => {
  const { code, stdout, stderr } = await run(clean, "--json")
  expect([code, stderr]).toEqual([0, ""])
  expect(JSON.parse(stdout)).toEqual({
    ...{ people: 2, roots: 1, layers: { "1": 1, "2": 1 }, unplaced: 0, issues: [] },
    columns: { employeeId: "id", name: "name", email: "email", managerId: "manager id" },
  })
})

test("findings end with 1, each with row, field, message and repair", async () => {
  const { code, stdout } = await run(selfManaged, "--json")
  expect(code).toBe(1)
  const issue = JSON.parse(stdout).issues[0]
  expect(issue).toMatchObject({ code: "self-manager", severity: "error", row: 3, field: "managerId" })
  expect([typeof issue.message, typeof issue.repair]).toEqual(["string", "string"])
})

test("without --json the report is for reading", async () => {
  const { code, stdout } = await run(selfManaged)
  expect(code).toBe(1)
  expect(stdout).toContain("2 people, 1 without a manager")
  expect(stdout).toContain("Row 3 (Bo) is entered as their own manager.")
  expect(stdout).toContain("Not ready to import: 1 of 1 findings must be repaired first.")
})

test("columns can be named by hand", async () => {
  const text = "who,boss of\nAda,\nBo,Ada\n"
  expect((await run(text, "--json")).stdout).toContain("missing-column")
  const { stdout } = await run(text, "--json", "--column", "name=who", "--column", "manager=boss of")
  expect(JSON.parse(stdout)).toMatchObject({
    people: 2,
    roots: 1,
    columns: { name: "who", manager: "boss of" },
  })
})

test("help is printed to standard output and ends with 0, whatever else is given", async () => {
  for (const flag of ["--help", "-h"]) {
    const { code, stdout, stderr } = await run(clean, flag)
    expect([code, stderr]).toEqual([0, ""])
    expect(stdout).toContain("Usage: throughline people check FILE")
  }
})

test("whoever leaves in the future has not left", async () => {
  const year = new Date().getFullYear()
  const leaving = (last: number) =>
    `id,name,email,manager id,end date\n1,Ada,ada@example.com,,\n2,Bo,bo@example.com,1,${last}-01-01\n`
  expect(JSON.parse((await run(leaving(year + 2), "--json")).stdout).issues).toEqual([])
  const { issues } = JSON.parse((await run(leaving(year - 2), "--json")).stdout)
  expect(issues).toMatchObject([{ code: "inactive", row: 3 }])
})

test("a missing file, wrong arguments and a file that is no text end with 2, and write to standard error", async () => {
  const io = {
    stdout: { write: () => expect.unreachable() },
    stderr: { write: (text: string) => (told += text) },
    cwd: folder,
  }
  let told = ""
  expect(await peopleCheck(["nowhere.csv", "--json"], io)).toBe(2)
  expect(told).toContain("nowhere.csv: there is no such file.")
  for (const args of [
    [],
    ["a.csv", "b.csv"],
    ["people.csv", "--nonsense"],
    ["people.csv", "--column", "boss=x"],
  ])
    expect(await peopleCheck(args, io)).toBe(2)
  expect(told).toContain("Usage: throughline people check FILE")
  const binary = await run("PK\u0003\u0004\u0000\u0000", "--json")
  expect(binary.code).toBe(2)
  expect(JSON.parse(binary.stdout).issues).toMatchObject([{ code: "unsupported-file" }])
})

test("--repair says what repairing everything as proposed would give, and does not touch the file", async () => {
  const dirty =
    "id,name,email,manager id\n1,Ada,ada@example.com,\n2,Bo,bo@example.com,3\n3,Cy,cy@example.com,2\n3,Cy,cy@example.com,1\n4,Di,di@example.com,9\n"
  const asItIs = await run(dirty, "--json")
  expect([asItIs.code, "repaired" in JSON.parse(asItIs.stdout)]).toEqual([1, false])
  const { code, stdout } = await run(dirty, "--json", "--repair")
  expect(code).toBe(0)
  const { repaired, ...checked } = JSON.parse(stdout)
  expect(checked).toEqual(JSON.parse(asItIs.stdout))
  expect(repaired).toMatchObject({ roots: 1, unplaced: 0 })
  expect(repaired.repairs.length).toBeGreaterThan(2)
  expect(repaired.issues.filter(({ severity }: { severity: string }) => severity === "error")).toEqual([])
  const told = await run(dirty, "--repair")
  expect(told.stdout).toContain("Repaired as proposed: ")
  expect(readFileSync(join(folder, "people.csv"), "utf8")).toBe(dirty)
})

test("--repair ends with 1 where repairs are not enough", async () => {
  const { code, stdout } = await run("who,boss of\nAda,\nBo,Ada\n", "--repair", "--json")
  expect(code).toBe(1)
  const { issues } = JSON.parse(stdout).repaired
  expect(issues.map((issue: { code: string }) => issue.code)).toEqual(["missing-column", "missing-column"])
})

test("an Excel workbook is read, and one that is none is named", async () => {
  const rows = [
    ["id", "name", "email", "manager id"],
    ["1", "Ada", "ada@example.com", null],
    ["2", "Zoë", "zoe@example.com", "1"],
  ]
  const cells = rows.map((row) => row.map((value) => (value === null ? null : { value, type: String })))
  const sheet = await writeXlsxFile(cells).toBuffer()
  const { code, stdout } = await run(new Uint8Array(sheet), "--json")
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { people: 2, roots: 1, issues: [] }])
  const damaged = await run(new Uint8Array(sheet).slice(0, sheet.length / 2), "--json")
  expect(damaged.code).toBe(2)
  expect(JSON.parse(damaged.stdout).issues).toMatchObject([{ code: "unsupported-file", severity: "error" }])
})

test("UTF-16 is read by its byte order mark, and anything else that is not UTF-8 as Windows-1252", async () => {
  const utf16 = Buffer.from(`\uFEFF${clean}`, "utf16le")
  expect(await run(utf16, "--json")).toMatchObject({ code: 0, stderr: "" })
  const latin = await run(Buffer.from(clean.replace("zoe@", "zoë@"), "latin1"), "--json")
  expect(latin.stderr).toContain("Windows-1252")
  expect(JSON.parse(latin.stdout).people).toBe(2)
})
