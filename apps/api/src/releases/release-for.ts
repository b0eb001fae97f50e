import { type AtomInfo, type Release, type ReleaseGroup, toPercent } from "@throughline/analysis"
import type { FrozenChart } from "@throughline/org"
import { breaksInside, statisticsInside } from "./breaks-inside.ts"
import type { ReleasedComments, StoredRelease } from "./stored-release.ts"

/** What a leader gets of a release: the own unit in place of the organization, and which group that is. */
export interface LeaderRelease extends Release {
  own: OwnUnit
  comments?: ReleasedComments
}

export interface OwnUnit {
  /** Id of the own unit's group, also where the release does not show that group. */
  group: string
  name: string
}

/**
 * The part of a release that lies in the unit of the person at `position` of the chart the survey froze: the own unit,
 * the units below, their layers, the steps between those and the breaks that begin there. Nothing of other branches and no total of the
 * organization, also not in the facts of the survey or the list of atoms.
 *
 * It only removes: every figure that is left is one of the release, every group still a union of the atoms that are
 * left, and what is hidden stays hidden. So nothing can be worked out from it that the release does not tell. The facts
 * of the survey become those of the atoms that are left, which are a union of atoms too.
 *
 * Whoever stands alone at the top has the whole organization below and gets all of it. null: nobody stood below.
 */
export function releaseFor(
  release: Release & Pick<StoredRelease, "comments">,
  chart: FrozenChart,
  position: number,
): LeaderRelease | null {
  const inside = subtree(chart, position)
  if (inside === null) return null
  const own = { group: ownGroup(chart, position), name: chart.heads[position] ?? "" }
  if (own.group === WHOLE) return { ...whole(release), ...commentsOf(release.comments), own }

  const isInside = (id: string) => inside.has(positionOf(id))
  const groups = release.groups.filter((group) => inside.has(unitOf(group)))
  const shown = new Set(groups.map(({ id }) => id))
  const atoms = release.atoms.filter(({ kind, anchor }) => kind !== "top" && inside.has(anchor))
  const { id, name, organization, closedAt, k } = release.survey
  const numbers = numberedAnew(atoms)
  const invited = sum(atoms, (atom) => atom.invited)
  const respondents = sum(atoms, (atom) => atom.respondents)
  const responseRate = invited === 0 ? 0 : toPercent(respondents / invited)
  return {
    version: release.version,
    survey: { id, name, organization, closedAt, k, invited, respondents, responseRate },
    // The draws behind a seed were made over everybody.
    seed: 0,
    measures: release.measures,
    atoms: atoms.map((atom) => ({ ...told(atom), coarse: numbers.get(atom.coarse) ?? 0 })),
    groups: groups.map((group) => (isInside(group.parent ?? "") ? group : { ...group, parent: null })),
    steps: release.steps.filter(({ group, from, to }) => [group, from, to].every((one) => shown.has(one))),
    ...commentsOf(commentsInside(release, new Set(atoms), numbers)),
    ...tableInside(release, shown),
    ...breaksInside(release, { chart, position, inside, isInside }),
    ...statisticsInside(release, isInside),
    own,
  }
}

/** Of the table of function × value the rows of functions wholly inside; none else, and not the whole organization's. */
function tableInside({ attribute }: Release, shown: ReadonlySet<string>): Pick<Release, "attribute"> {
  const rows = (attribute?.rows ?? []).filter(({ group }) => shown.has(group))
  return attribute === undefined || rows.length === 0 ? {} : { attribute: { ...attribute, rows } }
}

/** The id of the group that holds everybody below a position. */
const WHOLE = "all"
export function ownGroup(chart: FrozenChart, position: number): string {
  return chart.layer[position] === 1 ? WHOLE : `unit:${position}`
}

/** The position and all below it that have people below; null when there is nobody below it. */
export function subtree(chart: FrozenChart, position: number): Set<number> | null {
  if ((chart.layer[position] ?? 0) === 0) return null
  const inside = new Set([position])
  // Managers stand before their reports.
  for (let at = position + 1; at < chart.parent.length; at++) {
    if ((chart.layer[at] as number) > 0 && inside.has(chart.parent[at] as number)) inside.add(at)
  }
  return inside.size > 1 ? inside : null
}

/** The head of the unit a group is or belongs to; -1 for the whole and its layers, which belong to no unit. */
function unitOf({ id, kind }: ReleaseGroup): number {
  return positionOf(kind === "unit" || kind === "unit-layer" || kind === "window" ? id : "")
}

/**
 * `unit:17`, its layer `unit:17/layer:4` and all of it from a layer on, `unit:17/from:4` → 17; anything else → -1, also
 * what that is compared with, `unit:17/from:4/elsewhere`.
 */
export function positionOf(id: string): number {
  const [, digits] = /^unit:(\d+)(?:\/(?:layer|from):\d+)?$/.exec(id) ?? []
  return digits === undefined ? -1 : Number(digits)
}

function whole(release: Release): Release {
  const { version, survey, seed, measures, atoms, groups, steps, attribute, breaks, statistics } = release
  return {
    ...{ version, survey, seed, measures, atoms, groups, steps },
    ...(attribute === undefined ? {} : { attribute }),
    ...(breaks === undefined ? {} : { breaks }),
    ...(statistics === undefined ? {} : { statistics }),
  }
}

const commentsOf = (comments: ReleasedComments | undefined) => (comments === undefined ? {} : { comments })

/**
 * Comments and counts of the coarser groups that lie wholly inside, and of no other. Whatever stands without a group
 * may be of anybody's.
 */
function commentsInside(
  { atoms, comments }: Release & Pick<StoredRelease, "comments">,
  inside: ReadonlySet<AtomInfo>,
  numbers: ReadonlyMap<number, number>,
): ReleasedComments | undefined {
  if (comments === undefined) return undefined
  const outside = new Set(atoms.filter((atom) => !inside.has(atom)).map(({ coarse }) => coarse))
  const groups = comments.groups.filter(({ id }) => !outside.has(id))
  const known = new Map(groups.map(({ id }) => [id, numbers.get(id) ?? 0]))
  const own = <T extends { group: number | null }>(list: readonly T[]): T[] =>
    list.flatMap((one) => {
      const group = one.group === null ? undefined : known.get(one.group)
      return group === undefined ? [] : [{ ...one, group }]
    })
  return {
    groups: groups.map((group) => ({ ...group, id: known.get(group.id) ?? 0 })),
    questions: comments.questions.map(({ id, text, counts, comments: texts }) => ({
      ...{ id, text, counts: own(counts), comments: own(texts) },
    })),
  }
}

/** The coarser groups counted from 0, so that their numbers do not tell how many there are elsewhere. */
function numberedAnew(atoms: readonly AtomInfo[]): Map<number, number> {
  const numbers = new Map<number, number>()
  for (const { coarse } of atoms) if (!numbers.has(coarse)) numbers.set(coarse, numbers.size)
  return numbers
}

function told({ anchor, layers, kind, invited, respondents, coarse }: AtomInfo): AtomInfo {
  return { anchor, layers, kind, invited, respondents, coarse }
}

function sum(atoms: readonly AtomInfo[], of: (atom: AtomInfo) => number): number {
  return atoms.reduce((total, atom) => total + of(atom), 0)
}
