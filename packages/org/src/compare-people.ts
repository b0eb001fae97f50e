import { isName, nameKey } from "./names.ts"
import type { Person } from "./person.ts"
import type { ComparedField, Difference, StoredPerson } from "./stored-person.ts"

const FIELDS: ComparedField[] = ["name", "email", "title", "department", "location", "language"]

/**
 * What a new people file changes. A person is recognised by key, else by address, else by a name nobody else has:
 * an export that gains employee ids, or addresses, is the same company. Linear.
 */
export function comparePeople(stored: readonly StoredPerson[], people: readonly Person[]): Difference {
  const match = matchPeople(stored, people)
  const difference: Difference = {
    ...{ joined: [], left: [], moved: [], attached: [], detached: [], changed: [], unchanged: 0 },
    rekeyed: [],
  }
  const seatNow = seats(stored, people, match.id)
  for (const person of people) {
    const before = match.stored.get(person.id)
    if (before && before.id !== person.id) difference.rekeyed.push({ id: person.id, was: before.id })
    if (!person.active) continue
    if (!before?.active) {
      difference.joined.push(person.id)
      continue
    }
    const moves = compareManagers(difference, person, before, seatNow)
    const fields = changedFields(person, before)
    if (fields.length > 0) difference.changed.push({ id: person.id, fields })
    if (!moves && fields.length === 0) difference.unchanged++
  }
  const here = new Set(people.filter((person) => person.active).map((person) => person.id))
  for (const before of stored) {
    const now = match.id.get(before.id)
    if (before.active && (now === undefined || !here.has(now))) difference.left.push(before.id)
  }
  return difference
}

/** Notes whether the manager is another one; true when so. Somebody unplaced has none. */
function compareManagers(
  difference: Difference,
  person: Person,
  before: StoredPerson,
  seatNow: (id: string) => string,
): boolean {
  const from = before.managerId === before.id ? null : before.managerId
  const to = person.managerId === person.id ? null : person.managerId
  if (from === null && to === null) return false
  if (from === null) difference.attached.push({ id: person.id, to: to as string })
  else if (to === null) difference.detached.push({ id: person.id, from })
  else if (seatNow(from) === to) return false
  else difference.moved.push({ id: person.id, from, to })
  return true
}

/**
 * Stored id → who that is in the file. A vacant post kept for an absent manager is named as the manager cell was; once
 * the manager has a row, by id, address or name, nobody below has moved.
 */
function seats(
  stored: readonly StoredPerson[],
  people: readonly Person[],
  same: ReadonlyMap<string, string>,
): (id: string) => string {
  const posts = stored.filter((before) => !before.active && !same.has(before.id))
  if (posts.length === 0) return (id) => same.get(id) ?? id
  const keys = [
    unique(people, ({ id }) => id),
    unique(people, ({ email }) => email ?? ""),
    unique(people, nameOf),
  ]
  const filled = new Map<string, string>()
  for (const post of posts) {
    const texts = [post.name, post.name.toLowerCase(), nameOf(post)]
    const person = keys.map((key, index) => key.get(texts[index] ?? "")).find((found) => found)
    if (person) filled.set(post.id, person.id)
  }
  return (id) => same.get(id) ?? filled.get(id) ?? id
}

function nameOf({ name }: StoredPerson): string {
  return isName(name) ? nameKey(name).unordered : ""
}

function changedFields(person: Person, before: StoredPerson) {
  const differ = FIELDS.filter((field) => person[field] !== before[field])
  return differ.map((field) => ({ field, from: before[field] ?? "", to: person[field] ?? "" }))
}

/** Who of the stored is who in the file: by key, then by address, then by name; each one once. */
function matchPeople(stored: readonly StoredPerson[], people: readonly Person[]) {
  const id = new Map<string, string>()
  const of = new Map<string, StoredPerson>()
  const byId = new Map(stored.map((before) => [before.id, before]))
  for (const person of people) {
    const before = byId.get(person.id)
    if (!before) continue
    id.set(before.id, person.id)
    of.set(person.id, before)
  }
  for (const key of [({ email }: StoredPerson) => email ?? "", nameOf]) {
    const olds = unique(
      stored.filter((before) => !id.has(before.id)),
      key,
    )
    const news = unique(
      people.filter((person) => !of.has(person.id)),
      key,
    )
    for (const [text, before] of olds) {
      const person = before && news.get(text)
      if (!before || !person || haveOtherMailboxes(before, person)) continue
      id.set(before.id, person.id)
      of.set(person.id, before)
    }
  }
  return { id, stored: of }
}

/** Namesakes with an address each are two people; a company's new domain makes nobody another one. */
function haveOtherMailboxes(before: StoredPerson, person: Person): boolean {
  if (before.email === null || person.email === null) return false
  return before.email.split("@")[0] !== person.email.split("@")[0]
}

/** Key → who has it; null for several. Blank keys are none. */
function unique<T extends StoredPerson>(
  people: readonly T[],
  key: (person: T) => string,
): Map<string, T | null> {
  const found = new Map<string, T | null>()
  for (const person of people) {
    const text = key(person)
    if (text !== "") found.set(text, found.has(text) ? null : person)
  }
  return found
}
