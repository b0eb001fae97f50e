import { basename, resolve } from "node:path"
import { parseArgs } from "node:util"
import {
  buildOrgChart,
  type CheckedPeople,
  type ColumnMap,
  checkPeople,
  fieldNames,
  localDay,
  type ParseOptions,
  peopleFileLimits,
  readPeopleFile,
  repairAll,
} from "@throughline/org"
import { readBytes } from "./read-bytes.ts"

/** Where a command writes to and what relative files are relative to. */
export interface CommandIo {
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown }
  cwd: string
}

const USAGE =
  "Usage: throughline people check FILE [--repair] [--json] [--delimiter C] [--column FIELD=HEADER]…\n"
const LISTED = 8

/** What a file says; an issue as it was before there were proposals, which a shell cannot click. */
type Checked = Omit<CheckedPeople, "issues"> & { issues: Finding[] }
type Finding = Omit<CheckedPeople["issues"][number], "proposals">
/** What repairing everything as proposed gives. */
type Repaired = Omit<Checked, "columns"> & { repairs: string[] }

/**
 * `throughline people check FILE`: says what a people file holds and what is wrong with it, before any repair; with
 * `--repair` also what repairing everything as proposed would give. The file itself is never changed.
 * `args` is what follows `people check`. Returns the exit code: 0 nothing to report (or help; with `--repair`: it can be
 * imported once repaired), 1 findings, 2 bad input (wrong arguments, no such file, nothing in it that could be read).
 * With `--json` standard output holds JSON only.
 */
export async function peopleCheck(args: string[], io: CommandIo): Promise<number> {
  const given = readArguments(args)
  if (typeof given === "string") {
    io.stderr.write(`${given}\n${USAGE}`)
    return 2
  }
  if (given === null) {
    io.stdout.write(USAGE)
    return 0
  }
  const bytes = await readBytes(resolve(io.cwd, given.file), peopleFileLimits.bytes)
  if (typeof bytes === "string") {
    io.stderr.write(`${given.file}: ${bytes}\n`)
    return 2
  }
  const read = readPeopleFile(bytes, basename(given.file))
  if ("note" in read && read.note) io.stderr.write(`${given.file}: ${read.note}\n`)
  const { columns, delimiter } = given
  const options: ParseOptions = { columns, delimiter, today: localDay(new Date()) }
  const checked = "text" in read ? shell(checkPeople(read.text, options)) : unread(read.issues)
  const repaired = given.repair && "text" in read ? repair(read.text, options) : undefined
  const told = repaired ? { ...checked, repaired } : checked
  io.stdout.write(
    given.json
      ? `${JSON.stringify(told, null, 2)}\n`
      : report(given.file, checked) + (repaired ? repairReport(repaired) : ""),
  )
  if (nothingRead(checked)) return 2
  if (repaired) return repaired.issues.some(({ severity }) => severity === "error") ? 1 : 0
  return checked.issues.length > 0 ? 1 : 0
}

function shell(checked: CheckedPeople): Checked {
  return { ...checked, issues: checked.issues.map(finding) }
}

function unread(issues: CheckedPeople["issues"]): Checked {
  return { people: 0, roots: 0, layers: {}, unplaced: 0, columns: {}, issues: issues.map(finding) }
}

function finding({ proposals: _, ...issue }: CheckedPeople["issues"][number]): Finding {
  return issue
}

function repair(text: string, options: ParseOptions): Repaired {
  const { file } = repairAll(text, options)
  const chart = buildOrgChart(file.people)
  const layers: Record<string, number> = {}
  for (const layer of chart.layer) if (layer > 0) layers[layer] = (layers[layer] ?? 0) + 1
  return {
    ...{ people: file.people.length, roots: chart.tops.length, layers, unplaced: chart.unplaced.length },
    issues: file.issues.map(finding),
    repairs: file.repairs.map(({ sentence }) => sentence),
  }
}

/** What is asked for; null for help; a sentence when it cannot be understood. */
function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h", default: false },
        json: { type: "boolean", default: false },
        repair: { type: "boolean", default: false },
        delimiter: { type: "string" },
        column: { type: "string", multiple: true, default: [] },
      },
    })
    if (values.help) return null
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return "Name one people file."
    const columns: Record<string, string> = {}
    for (const choice of values.column) {
      const at = choice.indexOf("=")
      if (at < 1 || !Object.hasOwn(fieldNames, choice.slice(0, at)))
        return `“${choice}” is not FIELD=HEADER; fields are ${Object.keys(fieldNames).join(", ")}.`
      columns[choice.slice(0, at)] = choice.slice(at + 1)
    }
    const { json, repair, delimiter } = values
    return { file, json, repair, delimiter, columns: columns as ColumnMap }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const UNREAD = ["empty-file", "unreadable-row", "unsupported-file", "too-large"]

function nothingRead(checked: Checked): boolean {
  return checked.people === 0 && checked.issues.some(({ code, row }) => row === null && UNREAD.includes(code))
}

function report(file: string, checked: Checked): string {
  const lines = [`${file}: ${checked.people} people, ${checked.roots} without a manager`]
  for (const [layer, people] of Object.entries(checked.layers)) lines.push(`  layer ${layer}: ${people}`)
  if (checked.unplaced > 0) lines.push(`  in no layer: ${checked.unplaced}`)
  lines.push("", "Columns")
  for (const [field, header] of Object.entries(checked.columns)) lines.push(`  ${field}: “${header}”`)

  const byCode = Map.groupBy(checked.issues, (issue) => issue.code)
  for (const [code, issues] of byCode) {
    lines.push("", `${code}: ${issues.length}`)
    for (const { message, repair } of issues.slice(0, LISTED))
      lines.push(`  ${message}${repair ? ` ${repair}` : ""}`)
    if (issues.length > LISTED) lines.push(`  … and ${issues.length - LISTED} more; --json lists all.`)
  }
  lines.push("", verdict(checked), "")
  return lines.join("\n")
}

function repairReport(repaired: Repaired): string {
  const { repairs, people, roots } = repaired
  const lines = ["", `Repaired as proposed: ${people} people, ${roots} without a manager`]
  for (const [layer, count] of Object.entries(repaired.layers)) lines.push(`  layer ${layer}: ${count}`)
  if (repaired.unplaced > 0) lines.push(`  in no layer: ${repaired.unplaced}`)
  lines.push("", `Repairs: ${repairs.length}`)
  for (const sentence of repairs) lines.push(`  ${sentence}`)
  lines.push("", verdict(repaired), "")
  return lines.join("\n")
}

function verdict(checked: Pick<Checked, "issues">): string {
  const errors = checked.issues.filter((issue) => issue.severity === "error").length
  if (errors > 0)
    return `Not ready to import: ${errors} of ${checked.issues.length} findings must be repaired first.`
  return checked.issues.length > 0 ? "Ready to import; look at the findings first." : "Ready to import."
}
