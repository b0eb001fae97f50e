import { basename, resolve } from "node:path"
import { parseArgs } from "node:util"
import {
  type MissingFigure,
  type PublishedFigure,
  type PublishedStep,
  publishedFigures,
  publishedSteps,
} from "@throughline/analysis"
import {
  type PublishedColumns,
  type PublishedTable,
  publishedFields,
  publishedLimits,
  readPublished,
} from "@throughline/org"
import type { CommandIo } from "./people-check-command.ts"
import { readBytes } from "./read-bytes.ts"

const USAGE =
  "Usage: throughline steps FILE [--json] [--top-first] [--delimiter C] [--column FIELD=HEADER[+HEADER…]]…\n"
const LISTED = 12

/** What a published table says, layer by layer; a table by unit has figures with intervals instead of steps. */
interface Told extends Omit<PublishedTable, "rows"> {
  /** how many rows counted */
  rows: number
  steps: PublishedStep[]
  missing: MissingFigure[]
  units: PublishedFigure[]
}

/**
 * `throughline steps FILE`: reads an aggregated survey table that others published or a survey tool exported, and says
 * for every group, wave and question what is lost from each layer to the next lower one.
 * Returns the exit code: 0 nothing to report, 1 some rows were refused, 2 bad input (wrong arguments, no such file,
 * nothing in it that could be read). With `--json` standard output holds JSON only.
 */
export async function steps(args: string[], io: CommandIo): Promise<number> {
  const given = readArguments(args)
  if (typeof given === "string") {
    io.stderr.write(`${given}\n${USAGE}`)
    return 2
  }
  if (given === null) {
    io.stdout.write(USAGE)
    return 0
  }
  const bytes = await readBytes(resolve(io.cwd, given.file), publishedLimits.bytes)
  if (typeof bytes === "string") {
    io.stderr.write(`${given.file}: ${bytes}\n`)
    return 2
  }
  const { rows, ...table } = readPublished(bytes, basename(given.file), given.options)
  const { steps, missing } = publishedSteps(rows, table.rounding)
  const units = table.kind === "units" ? publishedFigures(rows, table.rounding) : []
  const told: Told = { ...table, rows: rows.length, steps, missing, units }
  if (given.json) for (const note of table.notes) io.stderr.write(`${given.file}: ${note}\n`)
  io.stdout.write(given.json ? `${JSON.stringify(told, null, 2)}\n` : report(given.file, told))
  if (rows.length === 0) {
    if (given.json) for (const { message } of table.issues.slice(0, LISTED)) io.stderr.write(`${message}\n`)
    return 2
  }
  return table.issues.length > 0 ? 1 : 0
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
        "top-first": { type: "boolean", default: false },
        delimiter: { type: "string" },
        column: { type: "string", multiple: true, default: [] },
      },
    })
    if (values.help) return null
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return "Name one table."
    const columns: PublishedColumns = {}
    for (const choice of values.column) {
      const at = choice.indexOf("=")
      const field = publishedFields.find((known) => known === choice.slice(0, at))
      if (at < 1 || field === undefined)
        return `“${choice}” is not FIELD=HEADER; fields are ${publishedFields.join(", ")}.`
      columns[field] = choice.slice(at + 1)
    }
    const options = { columns, delimiter: values.delimiter, topFirst: values["top-first"] }
    return { file, json: values.json, options }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function report(file: string, told: Told): string {
  const lines = [`${file}: ${told.rows} rows counted, ${told.issues.length} findings`]
  lines.push(...told.notes.map((note) => `  ${note}`), "", "Columns")
  for (const [field, header] of Object.entries(told.columns)) lines.push(`  ${field}: “${header}”`)
  const byFinding = Map.groupBy(told.steps, (step) => step.finding)
  for (const finding of ["largest-drop", "drop", "rise", "flat", "unclear"] as const) {
    const found = byFinding.get(finding) ?? []
    if (found.length === 0) continue
    lines.push("", `${finding}: ${found.length}`)
    for (const step of found.toSorted((a, b) => b.drop - a.drop).slice(0, LISTED))
      lines.push(`  ${stepLine(step)}`)
    if (found.length > LISTED) lines.push(`  … and ${found.length - LISTED} more; --json lists all.`)
  }
  if (told.missing.length > 0)
    lines.push("", `Not compared: ${told.missing.length} times a layer has no figure for a question.`)
  if (told.units.length > 0) {
    lines.push("", `Units: ${told.units.length} figures; units are in no order, so there are no steps.`)
    for (const unit of told.units.slice(0, LISTED)) lines.push(`  ${unitLine(unit)}`)
    if (told.units.length > LISTED)
      lines.push(`  … and ${told.units.length - LISTED} more; --json lists all.`)
  }
  if (told.issues.length > 0) lines.push("", `Findings: ${told.issues.length}`)
  for (const { message, repair } of told.issues.slice(0, LISTED))
    lines.push(`  ${message}${repair ? ` ${repair}` : ""}`)
  if (told.issues.length > LISTED)
    lines.push(`  … and ${told.issues.length - LISTED} more; --json lists all.`)
  return `${lines.join("\n")}\n`
}

function stepLine({ wave, group, code, question, from, to, drop, interval }: PublishedStep): string {
  const where = [wave, group, code].filter((text) => text !== null && text !== question).join(", ")
  return `${where === "" ? "" : `${where}, `}${to} to ${from}: ${drop} points (${interval.map((end) => end.toFixed(1)).join(" to ")}) · ${question}`
}

function unitLine({ wave, level, percent, interval, question }: PublishedFigure): string {
  return `${wave === null ? "" : `${wave}, `}${level}: ${percent} (${interval.map((end) => end.toFixed(1)).join(" to ")}) · ${question}`
}
