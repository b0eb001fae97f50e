import { type Member, push } from "./draft.ts"
import { isName, nameKey } from "./names.ts"
import type { StoredPerson } from "./stored-person.ts"

export interface KnownPeople {
  /** The manager that `member` had in the last import, if that person is in the file. */
  managerOf(member: Member): Member | null
  /** The nearest manager above an absent person of the last import who is in the file. */
  managerAbove(text: string): Member | null
}

/** The people of the last import, by key, address and name; each index is made when it is asked for. */
export interface StoredIndex {
  isEmpty: boolean
  byId(id: string): StoredPerson | undefined
  find(text: string): StoredPerson | undefined
}

export function indexStored(stored: readonly StoredPerson[] = []): StoredIndex {
  const find = finder(stored, {
    id: ({ id }) => id,
    mail: ({ email }) => email ?? "",
    name: ({ name }) => name,
  })
  return {
    isEmpty: stored.length === 0,
    byId: find.id,
    find: (text) => find.id(text) ?? find.mail(text) ?? find.name(text),
  }
}

/** What the last import knows about people of this file and about those who are absent from it. */
export function knownPeople(stored: StoredIndex, members: readonly Member[]): KnownPeople {
  if (stored.isEmpty) return { managerOf: () => null, managerAbove: () => null }
  const here = finder(members, {
    id: ({ person }) => person.id,
    mail: ({ mail }) => mail,
    name: ({ trueName }) => trueName,
  })

  const above = (person: StoredPerson | undefined) => {
    const seen = new Set<StoredPerson>()
    let at = person
    while (at && at.managerId !== null && !seen.has(at)) {
      seen.add(at)
      at = stored.byId(at.managerId)
      const member = at && (here.id(at.id) ?? here.mail(at.email ?? "") ?? here.name(at.name))
      if (member?.person.active) return member
    }
    return null
  }
  return {
    managerOf: ({ person, mail }) =>
      above(stored.byId(person.id) ?? stored.find(mail) ?? stored.find(person.name)),
    managerAbove: (text) => above(stored.find(text)),
  }
}

type Texts<T> = Record<"id" | "mail" | "name", (one: T) => string>

/** Look-ups in each kind of text; nobody when two answer to it. Names in either order and spelling. */
function finder<T>(all: readonly T[], texts: Texts<T>) {
  const lookUp = (text: (one: T) => string, keyOf: (text: string) => string) => {
    let index: Map<string, T[]> | undefined
    return (wanted: string): T | undefined => {
      const key = keyOf(wanted)
      if (key === "") return undefined
      if (!index) {
        index = new Map()
        for (const one of all) push(index, keyOf(text(one)), one)
      }
      const found = index.get(key)
      return found?.length === 1 ? found[0] : undefined
    }
  }
  const plain = (text: string) => text.toLowerCase()
  const nameOf = (text: string) => (isName(text) && !text.includes("@") ? nameKey(text).unordered : "")
  return { id: lookUp(texts.id, plain), mail: lookUp(texts.mail, plain), name: lookUp(texts.name, nameOf) }
}
