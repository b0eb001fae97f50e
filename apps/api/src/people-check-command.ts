import { readFile, stat } from "node:fs/promises"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { type CheckedPeople, type ColumnMap, checkPeople, fieldNames, isBlocked } from "@throughline/org"

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
 * `args` is what follows `people check`. Returns the exit code: 0 nothing to report, 1 findings, 2 bad input (wrong
 * arguments, no such file, nothing in it that could be read). With `--json` standard output holds JSON only.
 */
export async function peopleCheck(args: string[], io: CommandIo): Promise<number> {
  const given = readArguments(args)
  if (typeof given === "string") {
    io.stderr.write(`${given}\n${USAGE}`)
    return 2
  }
  const text = await readText(resolve(io.cwd, given.file))
  if ("problem" in text) {
    io.stderr.write(`${given.file}: ${text.problem}\n`)
    return 2
  }
  if (text.note) io.stderr.write(`${given.file}: ${text.note}\n`)
  const checked = checkPeople(text.body, { columns: given.columns, delimiter: given.delimiter })
  io.stdout.write(given.json ? `${JSON.stringify(checked, null, 2)}\n` : report(given.file, checked))
  if (nothingRead(checked)) return 2
  return checked.issues.length > 0 ? 1 : 0
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        delimiter: { type: "string" },
        column: { type: "string", multiple: true, default: [] },
      },
    })
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

type Text = { body: string; note?: string } | { problem: string }

async function readText(path: string): Promise<Text> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST) return { problem: `it is larger than ${LARGEST / 1024 / 1024} MB.` }
    return decode(await readFile(path))
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined
    if (code === "ENOENT") return { problem: "there is no such file." }
    if (code === "EISDIR") return { problem: "this is a folder, not a file." }
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** UTF-8; UTF-16 where a byte order mark says so; else what spreadsheets of western Europe write. */
function decode(bytes: Uint8Array): Text {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { body: new TextDecoder("utf-16le").decode(bytes) }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { body: new TextDecoder("utf-16be").decode(bytes) }
  try {
    return { body: new TextDecoder("utf-8", { fatal: true }).decode(bytes) }
  } catch {
    const body = new TextDecoder("windows-1252").decode(bytes)
    return { body, note: "not UTF-8; read as Windows-1252. Look at accented letters." }
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
