import type { Draft, Lead, Reference } from "./draft.ts"
import { type Found, personFinder } from "./find-person.ts"
import type { ColumnMap, Field, Finding } from "./person.ts"

/** What exports write into the manager cell of whoever has none. It counts as blank unless somebody has that id. */
const NO_MANAGER =
  /^(x{1,4}|-+|\.|n\/?a|#n\/a|none|null|nil|top|no manager|not applicable|0|keine?r?|kein vorgesetzter|aucune?|ninguno|ninguna|sin jefe|yok|لا يوجد|بدون)$/i

const NONE: Lead = { state: "none" }

/**
 * Finds everybody's manager. Where the file names managers in several ways, a column that hardly ever leads to
 * anybody is not believed, and said to be `ignored`: an export's manager number is not always an employee number. A
 * column chosen by hand is believed.
 */
export function findLeads(
  drafts: readonly Draft[],
  columns: ColumnMap,
  chosen: ColumnMap = {},
): { leads: Lead[]; issues: Finding[]; ignored: Field[] } {
  const find = remember(personFinder(drafts))
  const trials = tryFields(drafts, find)
  const best = Math.max(...trials.map(({ led, filled }) => led / filled))
  const isBelieved = ({ field, led, filled }: Trial) =>
    chosen[field] !== undefined || led / filled >= best / 2
  const believed = new Set(trials.filter(isBelieved).map(({ field }) => field))
  const ignored = trials.filter((trial) => !isBelieved(trial))
  return {
    leads: drafts.map((draft) => leadOf(draft, believed, find)),
    issues: ignored.map((trial) => ignoredColumn(trial, columns, believed)),
    ignored: ignored.map(({ field }) => field),
  }
}

function leadOf(draft: Draft, believed: ReadonlySet<Field>, find: Find): Lead {
  const references = draft.references.filter(
    ({ field, text }) => !NO_MANAGER.test(text) || find(field, text).length > 0,
  )
  if (references.length === 0) return NONE
  const trusted = references.filter(({ field }) => believed.has(field))
  let several: Lead | undefined
  for (const reference of trusted) {
    const found = find(reference.field, reference.text)
    // Somebody who shares the manager's name is not taken for the own manager.
    const only = onlyOther(found, draft)
    if (only) return { state: "one", manager: only }
    if (found.length > 1) several ??= { state: "several", found, ...reference }
  }
  return several ?? { state: "absent", ...legible(trusted.length > 0 ? trusted : references) }
}

/** The one of `found`, or of two the one who is not `self`. Long lists of namesakes are shared, never copied. */
function onlyOther(found: Found, self: Draft): Draft | undefined {
  if (found.length === 1) return found[0]
  return found.length === 2 ? found.find((_, at) => found[1 - at] === self) : undefined
}

type Find = (field: Field, text: string) => Found

/** People share managers: each reference is looked up once. */
function remember(find: Find): Find {
  const known = new Map<Field, Map<string, Found>>()
  return (field, text) => {
    const ofField = known.get(field) ?? new Map<string, Found>()
    if (ofField.size === 0) known.set(field, ofField)
    const found = ofField.get(text) ?? find(field, text)
    ofField.set(text, found)
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
function legible(references: readonly Reference[]): Reference {
  const order: Field[] = ["managerName", "manager", "managerEmail", "managerId"]
  for (const field of order) {
    const reference = references.find((candidate) => candidate.field === field)
    if (reference) return reference
  }
  return references[0] as Reference
}
