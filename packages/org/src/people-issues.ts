import { type Draft, peopleCount, push, rowOf } from "./draft.ts"
import type { ColumnMap, Finding } from "./person.ts"

/** What HR should know about single people and about the top; nothing here but `no-top` blocks an import. */
export function peopleIssues(drafts: readonly Draft[], columns: ColumnMap): Finding[] {
  const reports = new Map<string, number>()
  for (const { person } of drafts)
    if (person.active && person.managerId !== null)
      reports.set(person.managerId, (reports.get(person.managerId) ?? 0) + 1)
  return [
    ...gone(drafts, reports),
    ...namelessRows(drafts, columns),
    ...unreachable(drafts, columns),
    ...tops(drafts),
  ]
}

function gone(drafts: readonly Draft[], reports: Map<string, number>): Finding[] {
  const issues: Finding[] = []
  for (const draft of drafts) {
    if (draft.employment === "here") continue
    const below = reports.get(draft.person.id) ?? 0
    const still = below > 0 ? ` ${peopleCount(below)} still report${below === 1 ? "s" : ""} there.` : ""
    const what = {
      left: "has left and is not invited.",
      abolished: "was abolished: nobody is invited for it.",
      vacant: "is a vacant post: nobody is invited for it.",
    }[draft.employment]
    issues.push({
      code: draft.employment === "vacant" ? "vacant" : "inactive",
      severity: "warning",
      row: draft.person.row,
      field: "status",
      message: `${rowOf(draft)} ${what}${still}`,
      repair:
        below > 0
          ? `Enter another manager for ${below === 1 ? "that person" : "those people"} if there is one by now.`
          : "Nothing needs to be done; the row may be deleted.",
    })
  }
  return issues
}

function namelessRows(drafts: readonly Draft[], columns: ColumnMap): Finding[] {
  if (!columns.name && !columns.givenName && !columns.familyName)
    return [
      fileIssue("no-name", "name", "The file has no column with names: people are called by title or id."),
    ]
  return drafts
    .filter((draft) => draft.person.active && draft.trueName === "")
    .map((draft) => ({
      code: "no-name",
      severity: "warning",
      row: draft.person.row,
      field: "name",
      message: `${rowOf(draft)} has no name, and is called by title or id.`,
      repair: "Enter the name.",
    }))
}

function unreachable(drafts: readonly Draft[], columns: ColumnMap): Finding[] {
  if (columns.email === undefined)
    return [
      fileIssue("no-email", "email", "The file has no e-mail addresses: nobody can be sent a personal link."),
    ]
  return drafts
    .filter((draft) => draft.person.active && draft.person.email === null && !draft.mail.includes("@"))
    .map((draft) => ({
      code: "no-email",
      severity: "warning",
      row: draft.person.row,
      field: "email",
      message:
        draft.mail === ""
          ? `${rowOf(draft)} has no e-mail address and cannot be sent a personal link.`
          : `${rowOf(draft)}: “${draft.mail}” is not an e-mail address; no personal link can be sent.`,
      repair: "Enter the person's own address.",
    }))
}

function tops(drafts: readonly Draft[]): Finding[] {
  const heads = drafts.filter((draft) => draft.person.managerId === null)
  if (heads.length === 0)
    return [
      {
        code: "no-top",
        severity: "error",
        row: null,
        field: "manager",
        message: "Nobody stands at the top: every row names a manager.",
        repair: "Empty the manager cell of whoever heads the organization.",
      },
    ]
  const reports = new Map<string, Draft[]>()
  for (const draft of drafts)
    if (draft.person.managerId !== null) push(reports, draft.person.managerId, draft)
  const standing = heads.filter((draft) => draft.person.active || reports.has(draft.person.id))
  if (standing.length < 2) return []
  const names = standing.slice(0, 5).map((draft) => `${draft.person.name} (row ${draft.person.row})`)
  const more = standing.length > 5 ? ` and ${standing.length - 5} more` : ""
  return [
    {
      code: "several-tops",
      severity: "warning",
      row: null,
      field: "manager",
      message: `${standing.length} people have no manager: ${names.join(", ")}${more}. They are taken as one leadership group on layer 2.`,
      repair: "If one of them heads the organization, enter that person as manager of the others.",
    },
  ]
}

function fileIssue(code: "no-name" | "no-email", field: "name" | "email", message: string): Finding {
  return {
    code,
    severity: "warning",
    row: null,
    field,
    message,
    repair: "Choose the column by hand, or add it to the export.",
  }
}
