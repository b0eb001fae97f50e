import { keyOf, type Member, push } from "./draft.ts"

/** The reports of everybody dropped go to whoever has the same key, else to the dropped one's manager, and so on up. */
export function handOn(members: readonly Member[], gone: ReadonlySet<Member>): void {
  const byKey = new Map<string, Member[]>()
  for (const member of members) {
    const key = keyOf(member)
    if (key !== "" && !gone.has(member)) push(byKey, key, member)
  }
  const heirs = new Map<Member, Pick<Member, "manager" | "open">>()
  const heirOf = (start: Member) => {
    const path: Member[] = []
    const onPath = new Set<Member>()
    let at = start
    let heir = heirs.get(at)
    while (!heir) {
      path.push(at)
      onPath.add(at)
      const twin = byKey.get(keyOf(at))?.[0]
      const next = at.manager
      if (twin) heir = { manager: twin, open: null }
      else if (next === null) heir = { manager: null, open: at.open }
      else if (!gone.has(next)) heir = { manager: next, open: null }
      else if (onPath.has(next)) heir = lostWith(next)
      else {
        at = next
        heir = heirs.get(at)
      }
    }
    for (const member of path) heirs.set(member, heir)
    return heir
  }
  const left = new Map<readonly Member[], readonly Member[]>()
  const standing = (several: readonly Member[]) => {
    const known =
      left.get(several) ??
      (several.some((one) => gone.has(one)) ? several.filter((one) => !gone.has(one)) : several)
    left.set(several, known)
    return known
  }
  for (const member of members) {
    if (gone.has(member)) continue
    if (member.manager && gone.has(member.manager)) {
      const heir = heirOf(member.manager)
      const isOwn = heir.manager === member
      const { manager, open } = isOwn ? lostWith(member.manager) : heir
      member.manager = manager
      member.open = open
    }
    if (member.open && member.open.several.length > 0) fewer(member, standing(member.open.several))
  }
}

/** Of namesakes who are dropped the others are left; of two who are left the one that is not the own member is meant. */
function fewer(member: Member, several: readonly Member[]): void {
  if (!member.open || several === member.open.several) return
  const others = several.length > 2 ? several : several.filter((other) => other !== member)
  member.open = { ...member.open, several: others }
  if (others.length !== 1) return
  member.manager = others[0] as Member
  member.open = null
}

/** Whoever hung below a circle that was dropped as a whole: nobody is known above it. */
function lostWith(member: Member): Pick<Member, "manager" | "open"> {
  return { manager: null, open: { field: "manager", text: member.person.name, several: [] } }
}
