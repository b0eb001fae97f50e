import { indexStored } from "./known-people.ts"
import { type ParseOptions, readPeople } from "./parse-people.ts"
import type { Issue, IssueCode, PeopleFile } from "./person.ts"
import type { Repair } from "./repair.ts"
import { settlePeople } from "./settle-people.ts"

export interface RepairedAll {
  /** Those given, and what was added. */
  repairs: Repair[]
  file: PeopleFile
}

/** What is repaired first, so that what follows is proposed for people who stay and managers who are known. */
const STAGES: IssueCode[][] = [
  ["unreadable-row", "too-large"],
  ["duplicate-id", "duplicate-email"],
  ["inactive", "vacant"],
  ["no-top"],
  ["self-manager", "loop"],
  ["manager-ambiguous", "manager-missing"],
  ["several-tops"],
]

/** Each round settles at least one issue; this many a stage are more than any file has needed. */
const ROUNDS = 100

/**
 * “Repair everything as proposed”: the first proposal of every issue, again and again until none is left that has one.
 * What HR repaired by hand (`options.repairs`) stays. Deterministic; the file is read once.
 */
export function repairAll(text: string, options: ParseOptions = {}): RepairedAll {
  const read = readPeople(text, options)
  const stored = indexStored(options.stored)
  const repairs = [...(options.repairs ?? [])]
  let file = settlePeople(read, repairs, stored)
  for (let round = 0; round < ROUNDS; round++) {
    const codes = STAGES.find((stage) =>
      file.issues.some((issue) => stage.includes(issue.code) && isOpen(issue)),
    )
    const due = file.issues.filter((issue) => isOpen(issue) && (codes?.includes(issue.code) ?? true))
    if (due.length === 0) break
    repairs.push(...firstProposals(due))
    file = settlePeople(read, repairs, stored)
  }
  return { repairs, file }
}

function isOpen(issue: Issue): boolean {
  return issue.proposals.length > 0
}

/** One repair for all issues of a kind where there is one; else the first of each, no row twice. */
function firstProposals(issues: readonly Issue[]): Repair[] {
  const forAll = issues.flatMap(({ proposals }) =>
    proposals.filter(({ all, repair }) => all && repair.kind === proposals[0]?.repair.kind),
  )
  if (forAll.length > 0) return forAll.map(({ repair }) => repair)
  const touched = new Set<number>()
  const repairs: Repair[] = []
  for (const { proposals } of issues) {
    const repair = proposals[0]?.repair as Repair
    const rows = "row" in repair ? [repair.row] : repair.rows
    if (rows.some((row) => touched.has(row))) continue
    for (const row of rows) touched.add(row)
    repairs.push(repair)
    // Whoever is the head changes what is best for everybody else.
    if (repair.kind === "top") break
  }
  return repairs
}
