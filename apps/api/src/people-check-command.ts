import { readFile, stat } from "node:fs/promises"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import {
  type CheckedPeople,
  type ColumnMap,
  checkPeople,
  decodePeopleFile,
  fieldNames,
  isBlocked,
  localDay,
} from "@throughline/org"

/** Where a command writes to and what relative files are relative to. */
export interface CommandIo {
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown }
  cwd: string
}

const USAGE = "Usage: throughline people check FILE [--json] [--delimiter C] [--column FIELD=HEADER]…\n"
/** A people file of 100,000 rows has about 12 MB. */
const LARGEST = 100 * 1024 * 1024
const LISTED = 8

/**
 * `throughline people check FILE`: says what a people file holds and what is wrong with it, before any repair.
 * `args` is what follows `people check`. Returns the exit code: 0 nothing to report (or help), 1 findings, 2 bad input (wrong
 * arguments, no such file, nothing in it that could be read). With `--json` standard output holds JSON only.
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
  const read = await readText(resolve(io.cwd, given.file))
  if ("problem" in read) {
    io.stderr.write(`${given.file}: ${read.problem}\n`)
    return 2
  }
  if (read.note) io.stderr.write(`${given.file}: ${read.note}\n`)
  const { columns, delimiter } = given
  const checked = checkPeople(read.text, { columns, delimiter, today: localDay(new Date()) })
  io.stdout.write(given.json ? `${JSON.stringify(checked, null, 2)}\n` : report(given.file, checked))
  if (nothingRead(checked)) return 2
  return checked.issues.length > 0 ? 1 : 0
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
    return { file, json: values.json, delimiter: values.delimiter, columns: columns as ColumnMap }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

type Text = { text: string; note: string | null } | { problem: string }

async function readText(path: string): Promise<Text> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST) return { problem: `it is larger than ${LARGEST / 1024 / 1024} MB.` }
    return decodePeopleFile(await readFile(path))
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined
    if (code === "ENOENT") return { problem: "there is no such file." }
    if (code === "EISDIR") return { problem: "this is a folder, not a file." }
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

function nothingRead(checked: CheckedPeople): boolean {
  return (
    checked.people === 0 &&
    checked.issues.some(
      ({ code, row }) => code === "empty-file" || (code === "unreadable-row" && row === null),
    )
  )
}

function report(file: string, checked: CheckedPeople): string {
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

function verdict(checked: CheckedPeople): string {
  const errors = checked.issues.filter((issue) => issue.severity === "error").length
  if (isBlocked(checked))
    return `Not ready to import: ${errors} of ${checked.issues.length} findings must be repaired first.`
  return checked.issues.length > 0 ? "Ready to import; look at the findings first." : "Ready to import."
}
