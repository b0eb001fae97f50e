import { basename, resolve } from "node:path"
import { parseArgs } from "node:util"
import { type LinkPair, links } from "@throughline/analysis"
import { peopleFileLimits } from "@throughline/org"
import { type ColumnsGiven, NAME_BOTH } from "./link-columns.ts"
import { type LinkTable, linkTable } from "./link-table.ts"
import type { CommandIo } from "./people-check-command.ts"
import { readBytes } from "./read-bytes.ts"

const USAGE = `Usage: throughline link FILE --unit COLUMN --period COLUMN --survey COLUMN[,COLUMN…]
         --kpi COLUMN[:higher|lower][,COLUMN…] [--lag 0,1,-1] [--seed N] [--delimiter C] [--json]
`
const LISTED = 12

/**
 * `throughline link FILE`: reads a table of one row for each unit and period, and says of every survey column and every
 * KPI column, at each lag, whether they go together, how sure that is, and what could have been seen. All pairs and lags
 * count as one family. Returns the exit code: 0 nothing to report, 1 a column was refused, 2 bad input (wrong arguments,
 * no such file or column, rows that are not clear). With `--json` standard output holds JSON only.
 */
export async function link(args: string[], io: CommandIo): Promise<number> {
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
  const table =
    typeof bytes === "string" ? bytes : linkTable(bytes, basename(given.file), given.columns, given.delimiter)
  if (typeof table === "string") {
    io.stderr.write(`${given.file}: ${table}\n`)
    return 2
  }
  for (const note of table.notes) io.stderr.write(`${given.file}: ${note}\n`)
  const lags = given.lags ?? (table.periods.length > 1 ? [0, 1, -1] : [0])
  const { constructs, kpis, units, refused } = table
  const found = links({ units: units.length, constructs, kpis, lags, seed: given.seed })
  const pairs = found.map((pair) => toldPair(pair, units))
  const tests = found.filter(({ p }) => p !== null).length
  const told = { pairs, refused, units: units.length, tests, lags, seed: given.seed }
  io.stdout.write(given.json ? `${JSON.stringify(told, null, 2)}\n` : report(given.file, table, told))
  return refused.length > 0 ? 1 : 0
}

/**
 * A pair as it is printed: ends of intervals as they are written, units by their names. `units` are those of the table,
 * which are drawn from; `paired` those of them that have both in some period.
 */
function toldPair(pair: LinkPair, names: readonly string[]) {
  const { construct, kpi, lag, n, units: paired, pearson, interval, spearman, p, pAdjusted } = pair
  const units = names.length
  const { finding, detectable, spearmanInterval, q, influence, way } = pair
  const ends = (of: LinkPair["interval"]) => (of === null ? null : [of.low, of.high])
  return {
    ...{ construct, kpi, lag, n, units, pearson, interval: ends(interval), spearman, p, pAdjusted },
    ...{ finding, detectable, paired, spearmanInterval: ends(spearmanInterval), q, way },
    influence: influence === null ? null : { ...influence, unit: names[influence.unit] },
  }
}

type ToldPair = ReturnType<typeof toldPair>

interface Given {
  file: string
  columns: ColumnsGiven
  /** undefined: as many as the table's periods allow. */
  lags: number[] | undefined
  seed: number
  delimiter: string | undefined
  json: boolean
}

/** What is asked for; null for help; a sentence when it cannot be understood. */
function readArguments(args: string[]): Given | null | string {
  try {
    const { values, positionals } = parseArgs({
      // "-1" after --lag is a lag and no option.
      args: args.flatMap((arg, at) =>
        args[at - 1] === "--lag" ? [] : arg === "--lag" ? [`--lag=${args[at + 1] ?? ""}`] : [arg],
      ),
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h", default: false },
        json: { type: "boolean", default: false },
        unit: { type: "string" },
        period: { type: "string" },
        survey: { type: "string", multiple: true, default: [] },
        kpi: { type: "string", multiple: true, default: [] },
        lag: { type: "string" },
        seed: { type: "string", default: "1" },
        delimiter: { type: "string" },
      },
    })
    if (values.help) return null
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return "Name one table."
    const { unit, period, delimiter, json } = values
    if (!unit || !period) return "Name the columns of units and periods: --unit and --period."
    if (values.survey.length === 0 || values.kpi.length === 0) return NAME_BOTH
    const lags = values.lag === undefined ? undefined : readLags(values.lag)
    if (typeof lags === "string") return lags
    const seed = Number(values.seed)
    if (!/^\d{1,10}$/.test(values.seed) || seed > 4_294_967_295)
      return `--seed is a whole number from 0 to 4294967295, not ${values.seed}.`
    if (delimiter !== undefined && delimiter.length !== 1) return "--delimiter is one character."
    return {
      file,
      columns: { unit, period, surveys: values.survey, kpis: values.kpi },
      lags,
      seed,
      delimiter,
      json,
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function readLags(text: string): number[] | string {
  const lags = text.split(",").map((part) => part.trim())
  const wrong = lags.find((lag) => !/^[+-]?\d{1,2}$/.test(lag))
  if (wrong !== undefined) return `--lag is a list of whole numbers from -99 to 99, not “${wrong}”.`
  return [...new Set(lags.map((lag) => Number(lag) + 0))]
}

const FINDINGS = {
  link: "Link",
  "no-evidence": "No evidence of a correlation beyond .30",
  "cannot-tell": "Cannot tell",
} as const

function report(file: string, table: LinkTable, told: { pairs: ToldPair[]; tests: number }): string {
  const { units, periods, refused } = table
  const span = periods.length === 1 ? periods[0] : `${periods[0]} to ${periods.at(-1)}`
  const lines = [
    `${file}: ${units.length} units, ${span}; ${told.tests} ${told.tests === 1 ? "test counts" : "tests count"} as one family`,
  ]
  for (const [finding, words] of Object.entries(FINDINGS)) {
    const found = told.pairs.filter((pair) => pair.finding === finding)
    if (found.length === 0) continue
    lines.push(
      "",
      `${words}: ${found.length}`,
      ...found.slice(0, LISTED).map((pair) => `  ${pairLine(pair)}`),
    )
    if (found.length > LISTED) lines.push(`  … and ${found.length - LISTED} more; --json lists all.`)
  }
  if (refused.length > 0) lines.push("", `Refused columns: ${refused.length}`)
  for (const { column, reason, detail } of refused) lines.push(`  “${column}”: ${reason}. ${detail}`)
  return `${lines.join("\n")}\n`
}

function pairLine({ construct, kpi, lag, n, paired, pearson, interval, detectable, way }: ToldPair): string {
  const when =
    lag === 0
      ? "same period"
      : `${Math.abs(lag)} ${Math.abs(lag) === 1 ? "period" : "periods"} ${lag > 0 ? "later" : "before"}`
  const pair = `${construct} and ${kpi}, ${when}`
  const seen = detectable === null ? "" : `; below ${detectable.toFixed(2)} may well be missed`
  if (pearson === null) return `${pair}: no correlation from ${paired} units with ${n} values of both${seen}`
  const ends = interval === null ? "" : ` (${interval.map((end) => end.toFixed(2)).join(" to ")})`
  const better = way === null ? "" : `; ${way.replaceAll("-", " ")}`
  return `${pair}: r ${pearson.toFixed(2)}${ends}, ${paired} units, ${n} values of both${better}${seen}`
}
