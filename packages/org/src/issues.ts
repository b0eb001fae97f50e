import type { Member } from "./draft.ts"
import type { KnownPeople } from "./known-people.ts"
import { limits } from "./limits.ts"
import type { ColumnMap, Finding, Issue, IssueCode } from "./person.ts"
import type { Proposal } from "./repair.ts"
import type { Shape } from "./shape.ts"
import { grouped } from "./wording.ts"

/** What is looked at when problems are found and repairs proposed: the people as the repairs so far left them. */
export interface Scene {
  members: readonly Member[]
  shape: Shape
  /** To whom those are attached who belong nowhere. */
  head: Member | null
  columns: ColumnMap
  /** Who was stored by the last import. */
  known: KnownPeople
  /** Whether HR said of this row (0: the file) that it is right as it is. */
  isKept(code: IssueCode, row?: number): boolean
}

/** An issue for each member HR has not settled; beyond the limit they are counted, so that a broken file stays small. */
export function issueEach(
  scene: Scene,
  code: IssueCode,
  members: readonly Member[],
  make: (member: Member, index: number) => Omit<Issue, "code" | "row">,
  most = limits.listed,
): Issue[] {
  const left = members.filter(({ person }) => !scene.isKept(code, person.row))
  const issues = left.slice(0, most).map((member, index) => issueAt(code, member, make(member, index)))
  const more = left.length - issues.length
  const last = issues.at(-1)
  if (more === 0 || !last) return issues
  const words = `There are ${grouped(more)} more rows with this problem.`
  return [
    ...issues,
    {
      ...last,
      row: null,
      message: words,
      repair: "They are listed once some of these are repaired.",
      proposals: [],
    },
  ]
}

function issueAt(code: IssueCode, member: Member, rest: Omit<Issue, "code" | "row">): Issue {
  // A vacant post that a repair made has no row.
  const row = member.person.row < 0 ? null : member.person.row
  return { code, ...rest, row }
}

/** An issue of the file as a whole, unless HR settled it. */
export function fileIssue(scene: Scene, finding: Finding, proposals: Proposal[]): Issue[] {
  return scene.isKept(finding.code) ? [] : [{ ...finding, proposals }]
}
