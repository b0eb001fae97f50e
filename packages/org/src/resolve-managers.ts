import { type Draft, push, rowOf } from "./draft.ts"
import { type Found, personFinder } from "./find-person.ts"
import type { ColumnMap, Field, Finding } from "./person.ts"

/** What exports write into the manager cell of whoever has none. It counts as blank unless somebody has that id. */
const NO_MANAGER = /^(x{1,4}|-+|\.|n\/?a|#n\/a|none|null|nil|top|no manager|not applicable|0)$/i

/** A manager who is no person: the cell of the head should be empty. */
const A_BODY = /\b(board|directors|trustees|shareholders|owners|council|committee|supervisory)\b/i

/**
 * Gives every draft its manager's id and returns what could not be told. Where the file names managers in several
 * ways, a column that hardly ever leads to anybody is not believed, and said to be `ignored`: an export's manager
 * number is not always an employee number. A column chosen by hand is believed.
 */
export function resolveManagers(
  drafts: readonly Draft[],
  columns: ColumnMap,
  chosen: ColumnMap = {},
): { issues: Finding[]; ignored: Field[] } {
  const find = remember(personFinder(drafts))
  const trials = tryFields(drafts, find)
  const best = Math.max(...trials.map(({ led, filled }) => led / filled))
  const isBelieved = ({ field, led, filled }: Trial) =>
    chosen[field] !== undefined || led / filled >= best / 2
  const believed = new Set(trials.filter(isBelieved).map(({ field }) => field))
  const ignored = trials.filter((trial) => !isBelieved(trial))
  const absent = new Map<string, Draft[]>()
  const issues = ignored.map((trial) => ignoredColumn(trial, columns, believed))
  for (const draft of drafts) {
    const references = draft.references.filter(
      ({ field, text }) => !NO_MANAGER.test(text) || find(field, text).length > 0,
    )
    if (references.length === 0) continue
    const trusted = references.filter(({ field }) => believed.has(field))
    let several: { found: Found; text: string } | undefined
    let manager: Draft | undefined
    for (const { field, text } of trusted) {
      const all = find(field, text)
      // Somebody who shares the manager's name is not taken for the own manager.
      const found = all.length > 1 ? all.filter((other) => other !== draft) : all
      if (found.length === 1) {
        manager = found[0]
        break
      }
      if (found.length > 1) several ??= { found, text }
    }
    if (manager === draft) issues.push(selfManager(draft))
    if (manager) {
      draft.person.managerId = manager.person.id
      continue
    }
    const text = several?.text ?? legible(trusted.length > 0 ? trusted : references)
    draft.person.managerId = `?${text}`
    if (several) issues.push(ambiguous(draft, text, several.found))
    else push(absent, text, draft)
  }
  for (const [text, rows] of absent) for (const draft of rows) issues.push(missing(draft, text, rows.length))
  return { issues: issues.concat(loops(drafts)), ignored: ignored.map(({ field }) => field) }
}

type Find = (field: Field, text: string) => Found

/** People share managers: each reference is looked up once. */
function remember(find: Find): Find {
  const known = new Map<string, Found>()
  return (field, text) => {
    const key = `${field} ${text}`
    let found = known.get(key)
    if (!found) {
      found = find(field, text)
      known.set(key, found)
    }
    return found
  }
}

/** How many of a column's filled cells lead to somebody. */
interface Trial {
  field: Field
  filled: number
  led: number
}

function tryFields(drafts: readonly Draft[], find: Find): Trial[] {
  const trials = new Map<Field, Trial>()
  for (const { references } of drafts)
    for (const { field, text } of references) {
      const trial = trials.get(field) ?? { field, filled: 0, led: 0 }
      trial.filled++
      if (find(field, text).length > 0) trial.led++
      trials.set(field, trial)
    }
  return [...trials.values()]
}

function ignoredColumn({ field, filled, led }: Trial, columns: ColumnMap, believed: Set<Field>): Finding {
  const used = [...believed].map((other) => `“${columns[other]}”`).join(" and ")
  const whom = led === 0 ? "nobody in the file" : `somebody in the file in only ${led} of ${filled} rows`
  return {
    code: "ignored-column",
    severity: "warning",
    row: null,
    field,
    message: `“${columns[field]}” matches ${whom}; ${used} is used.`,
    repair: `Nothing needs to be done, unless “${columns[field]}” should name the managers.`,
  }
}

/** Of several references that lead nowhere the one a reader understands best. */
function legible(references: Draft["references"]): string {
  const order: Field[] = ["managerName", "manager", "managerEmail", "managerId"]
  for (const field of order) {
    const reference = references.find((candidate) => candidate.field === field)
    if (reference) return reference.text
  }
  return references[0]?.text ?? ""
}

function selfManager(draft: Draft): Finding {
  return {
    code: "self-manager",
    severity: "error",
    row: draft.person.row,
    field: draft.references[0]?.field ?? "manager",
    message: `${rowOf(draft)} is entered as their own manager.`,
    repair: `Enter the real manager of ${draft.person.name}, or empty the cell if this is the head of the organization.`,
  }
}

function missing(draft: Draft, text: string, rows: number): Finding {
  const others = rows > 1 ? ` (${rows} rows name the same manager)` : ""
  return {
    code: "manager-missing",
    severity: "error",
    row: draft.person.row,
    field: fieldOf(draft, text),
    message: `${rowOf(draft)} reports to “${text}”, who is not in the file${others}.`,
    repair: A_BODY.test(text)
      ? `“${text}” is not a person: empty the manager cell of whoever heads the organization.`
      : `Add a row for “${text}”, or enter the manager who took over.`,
  }
}

function ambiguous(draft: Draft, text: string, found: Found): Finding {
  const rows = found.slice(0, 5).map((other) => other.person.row)
  return {
    code: "manager-ambiguous",
    severity: "error",
    row: draft.person.row,
    field: fieldOf(draft, text),
    message: `${rowOf(draft)} reports to “${text}”, and ${found.length} people answer to that (rows ${rows.join(", ")}).`,
    repair: "Name the manager by employee id or e-mail address instead.",
  }
}

function fieldOf(draft: Draft, text: string): Field {
  return draft.references.find((reference) => reference.text === text)?.field ?? "manager"
}

/** One issue a loop, at its first row. Everybody is visited once. */
function loops(drafts: readonly Draft[]): Finding[] {
  const byId = new Map(drafts.map((draft) => [draft.person.id, draft]))
  const seen = new Map<Draft, number>()
  const issues: Finding[] = []
  drafts.forEach((start, walk) => {
    let draft: Draft | undefined = start
    while (draft && !seen.has(draft)) {
      seen.set(draft, walk)
      draft = draft.person.managerId === null ? undefined : byId.get(draft.person.managerId)
    }
    if (!draft || seen.get(draft) !== walk || draft.person.managerId === draft.person.id) return
    const loop: Draft[] = []
    for (let at: Draft = draft; loop[0] !== at; at = byId.get(at.person.managerId ?? "") as Draft)
      loop.push(at)
    issues.push(loopIssue(loop))
  })
  return issues
}

function loopIssue(loop: Draft[]): Finding {
  const first = loop.reduce((a, b) => (a.person.row < b.person.row ? a : b))
  const from = loop.indexOf(first)
  const chain = [...loop.slice(from), ...loop.slice(0, from), first]
  const names = chain.map((draft) => `${draft.person.name} (row ${draft.person.row})`)
  const shown =
    names.length > 8 ? [...names.slice(0, 6), `… ${names.length - 7} more …`, names.at(-1)] : names
  return {
    code: "loop",
    severity: "error",
    row: first.person.row,
    field: first.references[0]?.field ?? "manager",
    message: `${loop.length} people report to each other in a circle: ${shown.join(" → ")}.`,
    repair: `Enter another manager for one of them, or empty the manager cell of whoever heads the organization.`,
  }
}
