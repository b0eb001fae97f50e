import { isBody } from "./bodies.ts"
import { type Member, push } from "./draft.ts"
import { headRank } from "./head-rank.ts"
import { issueEach, type Scene } from "./issues.ts"
import type { Issue } from "./person.ts"
import { proposeManager, proposePost, proposeStored, proposeTop } from "./propose.ts"
import type { Proposal } from "./repair.ts"
import { byRank, isBelow, likeliest } from "./shape.ts"
import { quoted, rowOf, short } from "./wording.ts"

/** Everybody whose manager cannot be told, or is the person himself. */
export function managerIssues(scene: Scene): Issue[] {
  const { members } = scene
  return [
    ...selfManagers(
      scene,
      members.filter((member) => member.manager === member),
    ),
    ...missing(
      scene,
      members.filter(({ open }) => open?.several.length === 0),
    ),
    ...ambiguous(
      scene,
      members.filter(({ open }) => open !== null && open.several.length > 0),
    ),
  ]
}

function selfManagers(scene: Scene, selves: readonly Member[]): Issue[] {
  return issueEach(scene, "self-manager", selves, (member) => ({
    severity: "error",
    field: member.references[0]?.field ?? "manager",
    message: `${rowOf(member)} is entered as their own manager.`,
    repair: `Enter the real manager of ${short(member.person.name)}, or empty the cell if this is the head of the organization.`,
    proposals: belongsSomewhere(scene, member),
  }))
}

/** For somebody whose manager cell cannot be right: the manager of the last import, the head, or being the head. */
export function belongsSomewhere(scene: Scene, member: Member): Proposal[] {
  const { shape, head, known } = scene
  const before = known.managerOf(member)
  const proposals: Proposal[] = []
  if (before && !isBelow(before, member)) proposals.push(proposeManager(shape, [member], before))
  const asTop = proposeTop(member, shape.tops.length)
  if (head === null) return [...proposals, asTop]
  const attached = head === before ? [] : [proposeManager(shape, [member], head)]
  const isLikelier = headRank(member.person.title) === 4 && byRank(shape)(member, head) < 0
  return [...proposals, ...(isLikelier ? [asTop, ...attached] : [...attached, asTop])]
}

/** One issue a row. The first row that names an absent manager offers to repair all of them. */
function missing(scene: Scene, rows: readonly Member[]): Issue[] {
  const byText = new Map<string, Member[]>()
  for (const member of rows) push(byText, member.open?.text ?? "", member)
  return issueEach(scene, "manager-missing", rows, (member) => {
    const text = member.open?.text ?? ""
    const group = byText.get(text) as Member[]
    const others = group.length > 1 ? ` (${group.length} rows name the same manager)` : ""
    return {
      severity: "error",
      field: member.open?.field ?? "manager",
      message: `${rowOf(member)} reports to ${quoted(text)}, who is not in the file${others}.`,
      repair: isBody(text)
        ? `${quoted(text)} is not a person: empty the manager cell of whoever heads the organization.`
        : `Add a row for ${quoted(text)}, or enter the manager who took over.`,
      proposals: insteadOf(scene, text, group[0] === member ? group : [member]),
    }
  })
}

/** What can be done for the rows that name an absent manager. */
export function insteadOf(scene: Scene, text: string, group: readonly Member[]): Proposal[] {
  const { shape, head, known } = scene
  const proposals: Proposal[] = []
  if (isBody(text)) {
    const best = likeliest(shape, group, 1)[0] as Member
    const leads = head === null || byRank(shape)(best, head) < 0
    const top = proposeTop(best, shape.tops.length + group.length - 1)
    if (leads) return [top, proposePost(text, group, null)]
    return [proposeManager(shape, group, head), top, proposePost(text, group, head)]
  }
  const above = known.managerAbove(text)
  if (above && !group.some((member) => isBelow(above, member)))
    proposals.push(proposeStored(shape, group, above, text))
  proposals.push(proposePost(text, group, head))
  if (head !== null) proposals.push(proposeManager(shape, group, head))
  return proposals
}

/** More namesakes than this are no choice. */
const NAMESAKES = 8

function ambiguous(scene: Scene, rows: readonly Member[]): Issue[] {
  return issueEach(scene, "manager-ambiguous", rows, (member) => {
    const all = member.open?.several ?? []
    const several = all.includes(member) ? all.filter((other) => other !== member) : all
    const text = member.open?.text ?? ""
    const named = several.slice(0, 5).map((other) => other.person.row)
    return {
      severity: "error",
      field: member.open?.field ?? "manager",
      message: `${rowOf(member)} reports to ${quoted(text)}, and ${several.length} people answer to that (rows ${named.join(", ")}).`,
      repair: "Name the manager by employee id or e-mail address instead.",
      proposals: namesakes(scene, member, several),
    }
  })
}

/** One proposal a namesake: who was the manager before, then who is in the same department, then who manages others. */
function namesakes(scene: Scene, member: Member, several: readonly Member[]): Proposal[] {
  const { shape, head, known } = scene
  const before = known.managerOf(member)
  const fits = (other: Member) =>
    (other === before ? 8 : 0) +
    (other.person.active ? 4 : 0) +
    (member.person.department !== "" && other.person.department === member.person.department ? 2 : 0) +
    ((shape.direct[other.at] as number) > 0 ? 1 : 0)
  const possible = several
    .slice(0, 100)
    .filter((other) => !isBelow(other, member))
    .sort((a, b) => fits(b) - fits(a) || a.person.row - b.person.row)
    .slice(0, NAMESAKES)
  if (possible.length === 0) return head === null ? [proposeTop(member, 0)] : belongsSomewhere(scene, member)
  return possible.map((other) => {
    const { title, department, row } = other.person
    const told = [title, department].filter((text) => text !== "").concat(`row ${row}`)
    return {
      ...proposeManager(shape, [member], other),
      label: `${short(other.person.name)}, ${told.map(short).join(", ")}`,
    }
  })
}
