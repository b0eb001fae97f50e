import { applyRepairs } from "./apply-repairs.ts"
import type { Draft, Lead } from "./draft.ts"
import { identify } from "./identify.ts"
import { identityIssues } from "./identity-issues.ts"
import type { Scene } from "./issues.ts"
import { indexStored, knownPeople, type StoredIndex } from "./known-people.ts"
import { loopIssues } from "./loop-issues.ts"
import { managerIssues } from "./manager-issues.ts"
import { peopleIssues } from "./people-issues.ts"
import type { ColumnMap, Finding, Issue, IssueCode, PeopleFile } from "./person.ts"
import { proposeKeep } from "./propose.ts"
import type { Broken } from "./read-rows.ts"
import type { Repair } from "./repair.ts"
import { rowIssues } from "./row-issues.ts"
import { headOf, shapeOf } from "./shape.ts"
import { topIssues } from "./top-issues.ts"

/** A people file as read, before any repair. */
export interface ReadPeople {
  headers: string[]
  columns: ColumnMap
  drafts: Draft[]
  leads: Lead[]
  broken: Map<number, Broken>
  /** What is wrong with the file as a whole. */
  issues: Finding[]
}

/** The people after the repairs, and what is still wrong with them. */
export function settlePeople(
  read: ReadPeople,
  repairs: readonly Repair[] = [],
  stored: StoredIndex = indexStored(),
): PeopleFile {
  const { headers, columns } = read
  const { members, applied, kept } = applyRepairs(read.drafts, read.leads, repairs)
  const isKept = (code: IssueCode, row?: number) =>
    kept.size > 0 && (kept.has(code) || (row !== undefined && kept.has(`${code} ${row}`)))
  const identified = identify(members, columns, isKept)
  for (const { person, manager, open } of members)
    person.managerId = open ? `?${open.text}` : (manager?.person.id ?? null)
  const people = members.map((member) => member.person)
  const ofFile = read.issues.filter(({ code }) => !isKept(code)).map(withKeep)
  if (read.drafts.length === 0) return { headers, columns, people, issues: ofFile, repairs: applied }
  if (members.length === 0) ofFile.push(nobodyLeft())

  const shape = shapeOf(members)
  const known = knownPeople(stored, members)
  const scene: Scene = { members, shape, head: headOf(shape), columns, known, isKept }
  const issues = [
    ...ofFile,
    ...rowIssues(scene, read.broken),
    ...identityIssues(scene, identified),
    ...managerIssues(scene),
    ...loopIssues(scene),
    ...peopleIssues(scene),
    ...topIssues(scene),
  ]
  return { headers, columns, people, issues: byRow(issues), repairs: applied }
}

/** A warning about the file as a whole can be settled; an error needs another file or other columns. */
function withKeep(finding: Finding): Issue {
  if (finding.severity === "error") return { ...finding, proposals: [] }
  return { ...finding, proposals: [proposeKeep(finding.code, [], "That is right", finding.repair ?? "")] }
}

function nobodyLeft(): Issue {
  return {
    code: "empty-file",
    severity: "error",
    row: null,
    field: null,
    message: "After the repairs nobody is left: every row is left out.",
    repair: "Take back a repair, or choose another file.",
    proposals: [],
  }
}

/** Issues of the whole file first, then by row. */
function byRow(issues: Issue[]): Issue[] {
  return issues.sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
}
