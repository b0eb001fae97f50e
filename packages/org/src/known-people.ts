import { type Member, push } from "./draft.ts"
import { isName, nameKey } from "./names.ts"
import type { StoredPerson } from "./stored-person.ts"

export interface KnownPeople {
  /** The manager that `member` had in the last import, if that person is in the file. */
  managerOf(member: Member): Member | null
  /** The nearest manager above an absent person of the last import who is in the file. */
  managerAbove(text: string): Member | null
}

/** What the last import knows about people of this file and about those who are absent from it. */
export function knownPeople(stored: readonly StoredPerson[], members: readonly Member[]): KnownPeople {
  if (stored.length === 0) return { managerOf: () => null, managerAbove: () => null }
  const byId = new Map(stored.map((person) => [person.id, person]))
  const findStored = finder(stored, (person) => [person.id, person.email, person.name])
  const findMember = finder(members, ({ person, mail, trueName }) => [person.id, mail, trueName])

  const above = (person: StoredPerson | undefined) => {
    const seen = new Set<StoredPerson>()
    let at = person
    while (at && at.managerId !== null && !seen.has(at)) {
      seen.add(at)
      at = byId.get(at.managerId)
      const here = at && (findMember(at.id) ?? findMember(at.email ?? "") ?? findMember(at.name))
      if (here?.person.active) return here
    }
    return null
  }
  return {
    managerOf: ({ person, mail }) =>
      above(byId.get(person.id) ?? findStored(mail) ?? findStored(person.name)),
    managerAbove: (text) => above(findStored(text)),
  }
}

/** Look-up by any of several texts, names in either order; nobody when two answer to it. */
function finder<T>(all: readonly T[], texts: (one: T) => (string | null)[]): (text: string) => T | undefined {
  let index: Map<string, T[]> | undefined
  return (text) => {
    if (text === "") return undefined
    if (!index) {
      index = new Map()
      for (const one of all) for (const key of new Set(texts(one).flatMap(keysOf))) push(index, key, one)
    }
    for (const key of keysOf(text)) {
      const found = index.get(key)
      if (found) return found.length === 1 ? found[0] : undefined
    }
    return undefined
  }
}

function keysOf(text: string | null): string[] {
  if (text === null || !isName(text)) return []
  const name = text.includes("@") ? "" : nameKey(text).unordered
  return name === "" ? [text.toLowerCase()] : [text.toLowerCase(), `name ${name}`]
}
