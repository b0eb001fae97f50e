import { readFile, stat } from "node:fs/promises"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { type Bundle, type Check, manifestHash, verifyBundle } from "@throughline/ballot"
import { bundleSchema } from "./manifests/schemas.ts"
import type { CommandIo } from "./people-check-command.ts"

const USAGE = 'Usage: throughline verify BUNDLE [--words "SIX WORDS"] [--receipt RECEIPT] [--json]\n'
const LARGEST = 512 * 1024 * 1024

/**
 * `throughline verify BUNDLE`: checks a closed survey by its bundle alone, with no database and no network.
 * `args` is what follows `verify`. Returns the exit code: 0 all is well, 1 something is not, 2 bad input. With `--json`
 * standard output holds JSON only.
 */
export async function verify(args: string[], io: CommandIo): Promise<number> {
  const given = readArguments(args)
  if (typeof given === "string") {
    io.stderr.write(`${given}\n${USAGE}`)
    return 2
  }
  if (given === null) {
    io.stdout.write(USAGE)
    return 0
  }
  const bundle = await readBundle(resolve(io.cwd, given.file))
  if ("problem" in bundle) {
    io.stderr.write(`${given.file}: ${bundle.problem}\n`)
    return 2
  }
  const { words, receipt } = given
  const checks = await verifyBundle(bundle, { words, receipt })
  const ok = checks.every((check) => check.ok)
  const { survey } = bundle.manifest
  const told: Told = { ok, survey, fingerprint: await manifestHash(bundle.manifest), checks }
  io.stdout.write(
    given.json ? `${JSON.stringify(told, null, 2)}\n` : report(given.file, bundle, told, words !== undefined),
  )
  return ok ? 0 : 1
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
        words: { type: "string" },
        receipt: { type: "string" },
      },
    })
    if (values.help) return null
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return "Name one bundle."
    const words = values.words?.toLowerCase().match(/[a-z]+/g) ?? undefined
    if (values.words !== undefined && words?.length !== 6) return "--words takes the six words, in quotes."
    return { file, json: values.json, words, receipt: values.receipt?.trim() }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function readBundle(path: string): Promise<Bundle | { problem: string }> {
  let text: string
  try {
    if ((await stat(path)).size > LARGEST) return { problem: "this is larger than any bundle." }
    text = await readFile(path, "utf8")
  } catch (error) {
    return {
      problem:
        (error as NodeJS.ErrnoException).code === "ENOENT"
          ? "there is no such file."
          : "this file cannot be read.",
    }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problem: "this is no bundle: it is not JSON." }
  }
  const read = bundleSchema.safeParse(value)
  if (read.success) return read.data
  const [first] = read.error.issues
  const place = first?.path.join(".") || "the whole file"
  return { problem: `this is no bundle that this version knows: ${place} does not fit.` }
}

interface Told {
  ok: boolean
  survey: string
  /** Of the promise: SHA-256, base64url. */
  fingerprint: string
  checks: Check[]
}

function report(file: string, bundle: Bundle, { fingerprint, checks }: Told, wordsGiven: boolean): string {
  const { manifest, ballots, leaves } = bundle
  const failed = checks.filter(({ ok }) => !ok).length
  const lines = [
    `${file}: survey ${manifest.survey}, promised to close on ${manifest.closesAt.slice(0, 10)}.`,
    `Ballots: ${ballots.length}. Groups: ${leaves.length}. Each result is of at least ${manifest.k} people.`,
    manifest.trustees.length === 0
      ? "The server held the key to the ballots until the close."
      : `The key to the ballots was held by ${manifest.trustees.join(", ")}.`,
    manifest.reviewers.length === 0
      ? "Nobody was to read comments."
      : `Comments were to be read by ${manifest.reviewers.join(", ")}.`,
    `Fingerprint of the promise: ${fingerprint}`,
    "",
    ...checks.map(({ ok, sentence }) => `${ok ? "  ok    " : "  WRONG "}${sentence}`),
    "",
    failed === 0
      ? `All ${checks.length} checks passed.`
      : `${failed} of ${checks.length} checks found something wrong.`,
    ...(wordsGiven ? [] : ["Compare the six words with those in an invitation, or give them with --words."]),
    ...(failed === 0 ? COVERED : FAILED),
    ...LIMITS,
  ]
  return `${lines.join("\n")}\n`
}

const COVERED = [
  "",
  "So the groups are those that were announced, each ballot carries a right of its own signed with the key of its",
  "group, none was changed, moved or counted twice, and the results are of as many answers as there are receipts.",
]
const FAILED = [
  "",
  "Do not rely on these results before somebody has explained every line marked WRONG. The file itself may have",
  "been changed: ask HR for it again, and compare.",
]
const LIMITS = [
  "A bundle cannot show what a ballot said, that no ballot was left out (the receipts of those who answered show that),",
  "that everybody invited is real, or that whoever ran the server did not answer for people who never did.",
]
