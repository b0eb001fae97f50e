import { isBody } from "./bodies.ts"
import type { Draft, Lead, Member } from "./draft.ts"
import { handOn } from "./hand-on.ts"
import { isName } from "./names.ts"
import type { AppliedRepair, Repair } from "./repair.ts"
import { printOf } from "./repair-print.ts"
import { grouped, nameOf, peopleCount, peopleReport, quoted, rowCount, rowOf } from "./wording.ts"

export interface Repaired {
  /** Everybody who is left, in the order of rows; vacant posts that repairs made come last. */
  members: Member[]
  applied: AppliedRepair[]
  /** `code row` of every issue that HR settled as it is; without a row: of the file. */
  kept: Set<string>
}

/**
 * Applies the repairs to the people as read. Managers and vacant posts come first, in the order given; then rows are
 * dropped; then the top takes everybody who is left without a manager. So the order of clicks hardly matters: of two
 * that say another manager for one row the later counts.
 */
export function applyRepairs(
  drafts: readonly Draft[],
  leads: readonly Lead[],
  repairs: readonly Repair[],
): Repaired {
  const work = startWork(drafts, leads)
  const sentences = new Map<Repair, string | null>()
  // A vacant post may report to one that is made by a later click.
  const posts = repairs.flatMap((repair) =>
    repair.kind === "placeholder" ? (addPost(work, repair) ?? []) : [],
  )
  for (const kinds of [["keep", "placeholder", "set-manager", "stored-manager"], ["drop"], ["top"]])
    for (const repair of repairs) if (kinds.includes(repair.kind)) sentences.set(repair, apply(work, repair))
  for (const post of posts) if (!work.wanted.has(post)) work.gone.add(post)
  if (work.gone.size > 0) handOn(work.members, work.gone)
  const members = work.members.filter((member) => !work.gone.has(member)).sort(byRow)
  members.forEach((member, at) => {
    member.at = at
  })
  // The top comes when nobody stands under a dropped row any more.
  for (const repair of repairs)
    if (repair.kind === "top" && sentences.get(repair) !== null)
      sentences.set(repair, crown(work, repair.row))
  const applied = repairs.map((repair) => {
    const sentence = sentences.get(repair) ?? null
    return { repair, applies: sentence !== null, sentence: sentence ?? STALE }
  })
  return { members, applied, kept: work.kept }
}

const STALE = "The file no longer holds the rows this was made for; nothing was changed."

/** The rows of the file as they stand; the vacant posts that repairs made after them. */
function byRow(a: Member, b: Member): number {
  return Number(a.made) - Number(b.made) || Math.abs(a.person.row) - Math.abs(b.person.row)
}

interface Work {
  members: Member[]
  byRow: Map<number, Member>
  posts: Map<string, Member>
  /** Posts that a repair which applies speaks of. */
  wanted: Set<Member>
  gone: Set<Member>
  kept: Set<string>
}

function startWork(drafts: readonly Draft[], leads: readonly Lead[]): Work {
  const members = drafts.map(
    (draft, at) => ({ ...draft, at, manager: null, open: null, made: false }) as Member,
  )
  // A fresh person each time: the drafts as read serve for another set of repairs.
  for (const member of members) member.person = { ...member.person }
  const of = new Map(drafts.map((draft, at) => [draft, members[at] as Member]))
  const severals = new Map<readonly Draft[], Member[]>()
  const membersOf = (found: readonly Draft[]) => {
    const known = severals.get(found) ?? found.map((draft) => of.get(draft) as Member)
    severals.set(found, known)
    return known
  }
  leads.forEach((lead, at) => {
    const member = members[at] as Member
    if (lead.state === "one") member.manager = of.get(lead.manager) ?? null
    if (lead.state === "absent") member.open = { field: lead.field, text: lead.text, several: [] }
    if (lead.state === "several")
      member.open = { field: lead.field, text: lead.text, several: membersOf(lead.found) }
  })
  const byRow = new Map(members.map((member) => [member.person.row, member]))
  return { members, byRow, posts: new Map(), wanted: new Set(), gone: new Set(), kept: new Set() }
}

/** What the repair changed, in a sentence; null when the file does not hold its rows any more. */
function apply(work: Work, repair: Repair): string | null {
  const named = "row" in repair ? [repair.row] : repair.rows
  const members = named.map((row) => work.byRow.get(row)).filter((member) => member !== undefined)
  const manager = "manager" in repair && repair.manager !== null ? work.byRow.get(repair.manager) : null
  if (members.length < named.length || manager === undefined) return null
  const concerned = manager ? [...members, manager] : members
  if (repair.print !== undefined && repair.print !== printOf(concerned)) return null
  switch (repair.kind) {
    case "keep":
      for (const row of named) work.kept.add(`${repair.code} ${row}`)
      if (named.length === 0) work.kept.add(repair.code)
      return named.length === 0
        ? "Left as it is."
        : `${members.length === 1 ? rowOf(members[0] as Member) : rowCount(named.length)} left as it is.`
    case "drop":
      for (const member of members) work.gone.add(member)
      return members.length === 1
        ? `${rowOf(members[0] as Member)} is left out.`
        : `${rowCount(members.length)} are left out.`
    case "top":
      return ""
    case "placeholder":
      return keepPost(work, repair.name, members, manager)
    default:
      return setManager(members, manager, repair.kind === "stored-manager" ? repair.name : null)
  }
}

function setManager(members: readonly Member[], manager: Member | null, instead: string | null): string {
  for (const member of members) {
    member.manager = manager
    member.open = null
  }
  const who = members.length === 1 ? nameOf(members[0] as Member) : peopleCount(members.length)
  const now = manager === null ? "no manager" : nameOf(manager)
  if (manager === null) return `${capital(who)} now ${members.length === 1 ? "has" : "have"} ${now}.`
  const report = `${capital(who)} now report${members.length === 1 ? "s" : ""} to ${now}`
  return instead === null ? `${report}.` : `${report}, the manager of ${quoted(instead)} in the last import.`
}

/** The vacant post for an absent manager: one for each name, however many repairs speak of it. */
function addPost(work: Work, { name, rows }: Extract<Repair, { kind: "placeholder" }>): Member | null {
  if (!rows.every((row) => work.byRow.has(row))) return null
  let post = work.posts.get(name)
  if (!post) {
    let row = -Math.abs(rows[0] ?? 1)
    while (work.byRow.has(row)) row -= 1_000_000
    post = vacantPost(name, row, work.members.length)
    work.members.push(post)
    work.byRow.set(row, post)
    work.posts.set(name, post)
  }
  return post
}

function keepPost(work: Work, name: string, members: readonly Member[], manager: Member | null): string {
  const post = work.posts.get(name) as Member
  work.wanted.add(post)
  post.manager = manager === post ? null : manager
  for (const member of members) {
    member.manager = post
    member.open = null
  }
  const under = manager === null ? "" : ` under ${nameOf(manager)}`
  return `${quoted(name)} is kept as a vacant post${under}; ${peopleReport(members.length)} there.`
}

function vacantPost(name: string, row: number, at: number): Member {
  return {
    person: {
      ...{ id: "", row, name: isName(name) ? name : "Vacant post", email: null, title: "", department: "" },
      ...{ location: "", language: null, managerId: null, active: false },
    },
    // The prefix keeps the key apart from those of the file, and the same at the next import.
    ...{ employeeId: `vacant:${name}`, mail: "", trueName: name, employment: "vacant", references: [] },
    ...{ at, manager: null, open: null, made: true },
  }
}

/** Makes somebody the head: all other tops report there, and whoever names the same body as manager. */
function crown(work: Work, row: number): string | null {
  const head = work.byRow.get(row)
  if (!head || work.gone.has(head)) return null
  const body = head.open && isBody(head.open.text) ? head.open.text : null
  head.manager = null
  head.open = null
  let others = 0
  for (const member of work.members) {
    if (member === head || work.gone.has(member) || member.manager !== null) continue
    if (member.open !== null && member.open.text !== body) continue
    member.manager = head
    member.open = null
    others++
  }
  const now =
    others === 0 ? "" : `; ${grouped(others)} who had no manager now report${others === 1 ? "s" : ""} there`
  return `${capital(nameOf(head))} heads the organization${now}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
