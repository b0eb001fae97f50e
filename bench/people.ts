// Time and memory of a people import, without the database: read, repair, build the chart, check, compare. 100,000 rows ≤ 5 s.
import writeExcelFile from "write-excel-file/node"
import { checkPeople } from "../packages/org/src/check-people.ts"
import { comparePeople } from "../packages/org/src/compare-people.ts"
import { demoCompany } from "../packages/org/src/demo-company.ts"
import { buildOrgChart } from "../packages/org/src/org-chart.ts"
import { parsePeople } from "../packages/org/src/parse-people.ts"
import type { Person } from "../packages/org/src/person.ts"
import { readPeopleFile } from "../packages/org/src/read-people-file.ts"
import { repairAll } from "../packages/org/src/repair-all.ts"

const megabyte = 1024 * 1024
const HEADER = [
  "Employee ID",
  "Name",
  "Work Email",
  "Manager ID",
  "Job Title",
  "Department",
  "Location",
  "Status",
  "Last Day",
]

/** A company as a system exports it. Dirty: one in fifty has left, names an absent manager or has no address. */
function table(people: readonly Person[], dirty: boolean): string[][] {
  return people.map(({ id, name, email, managerId, title, department, location }, at) => {
    const dirt = dirty && at > 20 ? at % 150 : 0
    const manager = dirt === 50 ? `X${at % 400}` : (managerId ?? "")
    const mail = dirt === 100 ? "" : (email ?? "")
    return [id, name, mail, manager, title, department, location, "Active", dirt === 1 ? "2026-01-31" : ""]
  })
}

const csv = (rows: string[][]) =>
  new TextEncoder().encode(
    [HEADER, ...rows]
      .map((row) => row.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(","))
      .join("\n"),
  )
const xlsx = async (rows: string[][]) => new Uint8Array(await writeExcelFile([HEADER, ...rows]).toBuffer())

const results: Record<string, unknown>[] = []
for (const [form, people, dirty] of [
  ["CSV", 2_000, false],
  ["CSV", 20_000, false],
  ["CSV", 100_000, false],
  ["CSV", 100_000, true],
  ["XLSX", 20_000, false],
] as const) {
  const company = demoCompany({ seed: 1, people })
  const rows = table(company, dirty)
  const bytes = form === "CSV" ? csv(rows) : await xlsx(rows.slice(0, 19_999))
  globalThis.gc?.()
  let peak = process.memoryUsage().rss
  const idle = peak
  const cpu = process.cpuUsage()
  const times: Record<string, string> = {}
  const timed = <T>(name: string, work: () => T): T => {
    const start = performance.now()
    const result = work()
    times[name] = (performance.now() - start).toFixed(0)
    peak = Math.max(peak, process.memoryUsage().rss)
    return result
  }
  const read = timed("decode ms", () => readPeopleFile(bytes, `people.${form.toLowerCase()}`))
  if (!("text" in read)) throw new Error(read.issues[0]?.message)
  const today = "2026-11-22"
  const file = timed("parse ms", () => parsePeople(read.text, { today }))
  timed("chart ms", () => buildOrgChart(file.people))
  timed("check ms", () => checkPeople(read.text, { today }))
  const stored = company.map((person, at) => ({ ...person, title: at % 10 === 0 ? "Other" : person.title }))
  timed("compare ms", () => comparePeople(stored, file.people))
  const used = process.cpuUsage(cpu)
  const repaired = timed("repair all ms", () => repairAll(read.text, { today, stored }))
  results.push({
    form: dirty ? `${form}, dirty` : form,
    people: file.people.length,
    "file MB": (bytes.length / megabyte).toFixed(1),
    ...times,
    "CPU s": ((used.user + used.system) / 1e6).toFixed(2),
    "growth MB": ((peak - idle) / megabyte).toFixed(0),
    issues: file.issues.length,
    repairs: repaired.repairs.length,
    left: repaired.file.issues.length,
  })
}
console.table(results)
console.log("CPU s: all but “repair all”, which is the click that repairs everything as proposed.")
