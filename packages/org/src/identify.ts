import { bestOf, keyOf, type Member, push } from "./draft.ts"
import { nameKey } from "./names.ts"
import type { ColumnMap, IssueCode } from "./person.ts"

export const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/

/** A row that has the same key as a better one. */
export interface Duplicate {
  member: Member
  best: Member
}

export interface Identified {
  mailIsKey: boolean
  duplicates: Duplicate[]
  /** Mailboxes of several people. */
  shared: { mail: string; group: Member[] }[]
}

/**
 * Gives every member an id that is unique in the file and the address its link can go to. The employee id is the key
 * where there is one; only without it the mail is: shared mailboxes are common.
 */
export function identify(
  members: readonly Member[],
  columns: ColumnMap,
  isKept: (code: IssueCode, row: number) => boolean,
): Identified {
  const mailIsKey = columns.employeeId === undefined
  const code = mailIsKey ? "duplicate-email" : "duplicate-id"
  const { first: taken, doubled } = grouped(members, (member) => keyOf(member) || `row-${member.person.row}`)
  for (const [key, member] of taken) member.person.id = key
  const duplicates: Duplicate[] = []
  for (const [key, group] of doubled) {
    const best = bestOf(group) as Member
    best.person.id = key
    for (const member of group) {
      if (member === best) continue
      member.person.id = ownId(key, member, taken)
      if (mailIsKey || member.employeeId !== "") duplicates.push({ member, best })
    }
  }

  for (const { person, mail } of members) if (ADDRESS.test(mail)) person.email = mail
  const reached = members.filter(({ person }) => person.active && person.email !== null)
  const shared: Identified["shared"] = []
  for (const [mail, group] of grouped(reached, (member) => member.mail).doubled) {
    if (mailIsKey && !group.some(({ person }) => isKept(code, person.row))) continue
    // A link that several people can open would let one answer for another.
    for (const member of group) member.person.email = null
    if (!mailIsKey && new Set(group.map((member) => member.employeeId)).size > 1) shared.push({ mail, group })
  }
  return { mailIsKey, duplicates, shared }
}

/** Who has a key first, and of keys that several have, all of them. */
function grouped(members: readonly Member[], key: (member: Member) => string) {
  const first = new Map<string, Member>()
  const doubled = new Map<string, Member[]>()
  for (const member of members) {
    const text = key(member)
    const before = first.get(text)
    if (before === undefined) first.set(text, member)
    else if (doubled.has(text)) push(doubled, text, member)
    else doubled.set(text, [before, member])
  }
  return { first, doubled }
}

/** A second person with a key is known by key and name, so that the next import knows who is who; else by row. */
function ownId(key: string, member: Member, taken: Map<string, Member>): string {
  const { person, trueName } = member
  const name = nameKey(trueName).unordered
  let id = name === "" || taken.has(`${key}#${name}`) ? `${key}#${person.row}` : `${key}#${name}`
  while (taken.has(id)) id += "#"
  taken.set(id, member)
  return id
}
