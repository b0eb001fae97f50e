import type { Member } from "./draft.ts"
import { headRank } from "./head-rank.ts"

/** The members as a graph: who stands where, loops and all. Everything in O(n). */
export interface Shape {
  members: readonly Member[]
  /** Direct reports, by position; the own member is none. */
  direct: Int32Array
  /** The member and everybody below, by position; of somebody on a loop: the branches that hang there. */
  size: Int32Array
  /** Nobody above them; a post nobody sits in and nobody reports to is none. */
  tops: Member[]
  /** People who report to each other in a circle, in the order of reporting, first row first. */
  loops: Member[][]
}

export function shapeOf(members: readonly Member[]): Shape {
  const direct = new Int32Array(members.length)
  for (const { manager, at } of members)
    if (manager && manager.at !== at) direct[manager.at] = (direct[manager.at] as number) + 1

  // From the leaves up: whoever's reports have all been counted is counted. Only loops are left over.
  const size = new Int32Array(members.length).fill(1)
  const waiting = direct.slice()
  const ready = members.filter(({ at }) => waiting[at] === 0)
  const done = new Uint8Array(members.length)
  for (let index = 0; index < ready.length; index++) {
    const { at, manager } = ready[index] as Member
    done[at] = 1
    if (!manager || manager.at === at) continue
    size[manager.at] = (size[manager.at] as number) + (size[at] as number)
    waiting[manager.at] = (waiting[manager.at] as number) - 1
    if (waiting[manager.at] === 0) ready.push(manager)
  }

  const loops: Member[][] = []
  for (const start of members) {
    if (done[start.at] === 1) continue
    const loop: Member[] = []
    for (let at = start; done[at.at] === 0; at = at.manager as Member) {
      done[at.at] = 1
      loop.push(at)
    }
    loops.push(loop)
  }
  const tops = members.filter(
    ({ at, manager, open, person }) => !manager && !open && (person.active || (direct[at] as number) > 0),
  )
  return { members, direct, size, tops, loops }
}

/** Whether `member` is `manager` or stands somewhere below. */
export function isBelow(member: Member, manager: Member): boolean {
  let slow: Member | null = member
  let at: Member | null = member
  for (let steps = 1; at; steps++) {
    if (at === manager) return true
    at = at.manager
    // On a loop the slower walk is met again.
    if (at === slow) return false
    if (steps % 2 === 0) slow = slow?.manager ?? null
  }
  return false
}

/** The likeliest head first: by title, then by how many people stand below, then by row. */
export function byRank(shape: Shape): (a: Member, b: Member) => number {
  const size = ({ at }: Member) => shape.size[at] as number
  return (a, b) =>
    headRank(b.person.title) - headRank(a.person.title) || size(b) - size(a) || a.person.row - b.person.row
}

/** The `count` first of `members` by rank: O(n), however many there are. */
export function likeliest(shape: Shape, members: readonly Member[], count: number): Member[] {
  const before = byRank(shape)
  const best: Member[] = []
  for (const member of members) {
    let at = best.length
    while (at > 0 && before(member, best[at - 1] as Member) < 0) at--
    if (at < count) best.splice(at, 0, member)
    if (best.length > count) best.pop()
  }
  return best
}

/** To whom those are attached who belong nowhere: the top, or the likeliest of several. */
export function headOf(shape: Shape): Member | null {
  return likeliest(shape, shape.tops, 1)[0] ?? null
}
