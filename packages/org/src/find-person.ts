import { bestOf, type Draft, push } from "./draft.ts"
import { middleFits, nameKey } from "./names.ts"
import type { Field } from "./person.ts"

/** Nobody, one, or several who cannot be told apart. */
export type Found = readonly Draft[]

const NOBODY: Found = []

/** Ids as spreadsheets damage them: without leading zeros, with “.0”, in another case. */
export function looseId(id: string): string {
  return id
    .toLowerCase()
    .replace(/\.0+$/, "")
    .replace(/^0+(?=.)/, "")
}

/**
 * Makes a look-up of people by id, mail or name. Built once, each look-up is a few map reads; names are indexed only
 * when a name is asked for.
 */
export function personFinder(drafts: readonly Draft[]) {
  const byId = index(drafts, ({ employeeId }) => employeeId)
  // Most files need only one of these.
  let byLooseId: Index | undefined
  let byMail: Index | undefined
  let nameIndex: NameIndex | undefined

  function withId(text: string): Found {
    const exact = lookUp(byId, text)
    if (exact.length > 0) return one(bestOf(exact))
    byLooseId ??= index(drafts, ({ employeeId }) => (employeeId === "" ? "" : looseId(employeeId)))
    const loose = lookUp(byLooseId, looseId(text))
    // “7” and “007” may be two people: only when a single id comes near.
    return new Set(loose.map((draft) => draft.employeeId)).size === 1 ? one(bestOf(loose)) : NOBODY
  }

  /** A shared mailbox names nobody, unless one of its people is there and the others have left. */
  function withMail(text: string): Found {
    const mail = /[^\s<>()]+@[^\s<>()]+/.exec(text)?.[0] ?? text
    byMail ??= index(drafts, (draft) => draft.mail)
    const found = lookUp(byMail, mail.toLowerCase())
    if (found.length < 2) return found
    const ids = new Set(found.map((draft) => draft.employeeId))
    return ids.size === 1 ? one(bestOf(found)) : onlyActive(found)
  }

  function withName(text: string): Found {
    nameIndex ??= indexNames(drafts)
    const key = nameKey(text)
    if (key.full === "") return NOBODY
    const exact = nameIndex.full.get(key.full) ?? nameIndex.unordered.get(key.unordered)
    if (exact) return onlyActive(exact)
    const near = nameIndex.ends.get(key.ends) ?? NOBODY
    return onlyActive(near.filter((draft) => middleFits(nameKey(draft.trueName).middle, key.middle)))
  }

  /** Looks a manager cell up as what its column says it is; a cell of unknown kind as id, mail, then name. */
  return function find(field: Field, text: string): Found {
    if (field === "managerName") return withName(text)
    if (field === "managerEmail") return withMail(text)
    const byNumber = withId(text)
    if (byNumber.length > 0) return byNumber
    // Where there are no ids the mail is the id, and some systems call it so without an at sign.
    const byAddress = withMail(text)
    if (byAddress.length > 0 || field === "managerId") return byAddress
    const inBrackets = /[([]\s*([^)\]]+?)\s*[)\]]\s*$/.exec(text)?.[1]
    const bracketed = inBrackets === undefined ? NOBODY : withId(inBrackets)
    return bracketed.length > 0 ? bracketed : withName(text)
  }
}

/** Most keys have one person: a list is made for the second only. */
type Index = Map<string, Draft | Draft[]>

function index(drafts: readonly Draft[], key: (draft: Draft) => string): Index {
  const found: Index = new Map()
  for (const draft of drafts) {
    const text = key(draft)
    if (text === "") continue
    const before = found.get(text)
    if (before === undefined) found.set(text, draft)
    else if (Array.isArray(before)) before.push(draft)
    else found.set(text, [before, draft])
  }
  return found
}

function lookUp(index: Index, key: string): Found {
  const found = index.get(key)
  return found === undefined ? NOBODY : Array.isArray(found) ? found : [found]
}

interface NameIndex {
  full: Map<string, Draft[]>
  unordered: Map<string, Draft[]>
  ends: Map<string, Draft[]>
}

function indexNames(drafts: readonly Draft[]): NameIndex {
  const index: NameIndex = { full: new Map(), unordered: new Map(), ends: new Map() }
  for (const draft of drafts) {
    if (draft.trueName === "") continue
    const key = nameKey(draft.trueName)
    push(index.full, key.full, draft)
    push(index.unordered, key.unordered, draft)
    push(index.ends, key.ends, draft)
  }
  return index
}

function one(draft: Draft | undefined): Found {
  return draft ? [draft] : NOBODY
}

/** Namesakes who have left do not make a manager ambiguous. */
function onlyActive(found: Found): Found {
  if (found.length < 2) return found
  const active = found.filter((draft) => draft.employment === "here")
  return active.length === 1 ? active : found
}
