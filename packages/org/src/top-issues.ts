import { isBody } from "./bodies.ts"
import { type Member, push } from "./draft.ts"
import { headRank } from "./head-rank.ts"
import { fileIssue, type Scene } from "./issues.ts"
import { insteadOf } from "./manager-issues.ts"
import type { Issue } from "./person.ts"
import { proposeKeep, proposeTop } from "./propose.ts"
import type { Proposal } from "./repair.ts"
import { likeliest } from "./shape.ts"
import { grouped, short } from "./wording.ts"

/** Tops that are offered. */
const OFFERED = 3

/** Nobody at the top, or several. */
export function topIssues(scene: Scene): Issue[] {
  const { shape, members } = scene
  // A post that nobody sits in and nobody reports to is no head, but it does have a blank manager cell.
  if (!members.some(({ manager, open }) => !manager && !open)) return noTop(scene)
  if (shape.tops.length < 2) return []
  const names = shape.tops
    .slice(0, 5)
    .map(({ person }) => (person.row < 0 ? short(person.name) : `${short(person.name)} (row ${person.row})`))
  const more = shape.tops.length > 5 ? ` and ${grouped(shape.tops.length - 5)} more` : ""
  return fileIssue(
    scene,
    {
      code: "several-tops",
      severity: "warning",
      row: null,
      field: "manager",
      message: `${grouped(shape.tops.length)} people have no manager: ${names.join(", ")}${more}. They are taken as one leadership group on layer 2.`,
      repair: "If one of them heads the organization, enter that person as manager of the others.",
    },
    severalTops(scene),
  )
}

function severalTops(scene: Scene): Proposal[] {
  const { tops, size } = scene.shape
  const heads = likeliest(scene.shape, tops, OFFERED).map((head) => proposeTop(head, tops.length - 1))
  const group = proposeKeep(
    "several-tops",
    [],
    "They lead together",
    "They stay one leadership group on layer 2; nobody stands above them.",
  )
  // Reporting lines are not invented: somebody is the head only of whom most people are led already.
  const placed = tops.reduce((sum, { at }) => sum + (size[at] as number), 0)
  const isClear = (size[scene.head?.at ?? -1] ?? 0) * 2 > placed
  return isClear ? [...heads.slice(0, 1), group, ...heads.slice(1)] : [group, ...heads]
}

function noTop(scene: Scene): Issue[] {
  if (scene.members.length === 0) return []
  return fileIssue(
    scene,
    {
      code: "no-top",
      severity: "error",
      row: null,
      field: "manager",
      message: "Nobody stands at the top: every row names a manager.",
      repair: "Empty the manager cell of whoever heads the organization.",
    },
    newTop(scene),
  )
}

/** Who may be the head: whom a body appoints; a title that says so; the absent manager of most; else the most people. */
function newTop(scene: Scene): Proposal[] {
  const { members, shape } = scene
  const onLoops = shape.loops.flat()
  const absent = members.filter(({ open }) => open !== null)
  const appointed = absent.filter(({ open }) => isBody(open?.text ?? ""))
  const selves = members.filter((member) => member.manager === member)
  const candidates = appointed.length > 0 ? appointed : [...onLoops, ...absent, ...selves]
  const heads = likeliest(shape, candidates, OFFERED)
  const asTops = heads.map((head) => proposeTop(head, sameBody(appointed, head)))
  const isTitled = headRank(heads[0]?.person.title ?? "") >= 3
  if (appointed.length > 0 || isTitled) return asTops
  const missed = new Map<string, Member[]>()
  for (const member of absent) if (member.open?.several.length === 0) push(missed, member.open.text, member)
  const [text, group] = [...missed].reduce((best, each) => (each[1].length > best[1].length ? each : best), [
    "",
    [],
  ] as [string, Member[]])
  const posts = group.length > 0 ? insteadOf(scene, text, group).slice(0, 1) : []
  return [...posts, ...asTops]
}

function sameBody(appointed: readonly Member[], head: Member): number {
  return appointed.filter((other) => other !== head && other.open?.text === head.open?.text).length
}
