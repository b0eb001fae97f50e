import { bestOf, type Draft, push, rowOf } from "./draft.ts"
import type { ColumnMap, Finding } from "./person.ts"

export const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/

/**
 * Gives every draft an id that is unique in the file and the address its link can go to. The employee id is the key
 * where there is one; only without it the mail is: shared mailboxes are common.
 */
export function identify(drafts: readonly Draft[], columns: ColumnMap): Finding[] {
  const issues: Finding[] = []
  const mailIsKey = columns.employeeId === undefined
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) push(groups, keyOf(draft), draft)
  const taken = new Set(groups.keys())
  for (const [key, group] of groups) {
    const best = bestOf(group) as Draft
    best.person.id = key
    for (const draft of group) {
      if (draft === best) continue
      let id = `${key}#${draft.person.row}`
      while (taken.has(id)) id += "#"
      taken.add(id)
      draft.person.id = id
      if (mailIsKey || draft.employeeId !== "") issues.push(duplicate(draft, best, mailIsKey))
    }
  }
  if (mailIsKey && columns.email === undefined) issues.push(noKey())
  if (!mailIsKey)
    for (const draft of drafts) if (draft.employeeId === "" && draft.person.active) issues.push(noId(draft))

  const mailboxes = new Map<string, Draft[]>()
  for (const draft of drafts) {
    if (!ADDRESS.test(draft.mail)) continue
    draft.person.email = draft.mail
    if (draft.person.active) push(mailboxes, draft.mail, draft)
  }
  for (const [mail, group] of mailboxes) {
    if (group.length < 2 || mailIsKey) continue
    // A link that several people can open would let one answer for another.
    for (const draft of group) draft.person.email = null
    if (new Set(group.map((draft) => draft.employeeId)).size > 1) issues.push(sharedMailbox(mail, group))
  }
  return issues
}

function keyOf(draft: Draft): string {
  return draft.employeeId || draft.mail || `row-${draft.person.row}`
}

function duplicate(draft: Draft, other: Draft, mailIsKey: boolean): Finding {
  const gone = {
    here: "",
    left: "that person has left",
    vacant: "that post is vacant",
    abolished: "that post was abolished",
  }
  return {
    code: mailIsKey ? "duplicate-email" : "duplicate-id",
    severity: "error",
    row: draft.person.row,
    field: mailIsKey ? "email" : "employeeId",
    message: `${rowOf(draft)} has the same ${mailIsKey ? "e-mail address" : "employee id"} “${keyOf(draft)}” as row ${other.person.row} (${other.person.name}).`,
    repair: draft.person.active
      ? "Delete one of the two rows, or give each person an own one."
      : `Delete row ${draft.person.row}: ${gone[draft.employment]}.`,
  }
}

function sharedMailbox(mail: string, group: Draft[]): Finding {
  const rows = group.slice(0, 5).map((draft) => draft.person.row)
  return {
    code: "duplicate-email",
    severity: "warning",
    row: rows[1] ?? null,
    field: "email",
    message: `${group.length} people have the e-mail address ${mail} (rows ${rows.join(", ")}${group.length > 5 ? ", …" : ""}). A personal link cannot go to a shared mailbox, so none of them is sent one.`,
    repair: "Enter each person's own address.",
  }
}

function noId(draft: Draft): Finding {
  return {
    code: "no-id",
    severity: "warning",
    row: draft.person.row,
    field: "employeeId",
    message: `${rowOf(draft)} has no employee id. ${draft.mail === "" ? "The row number" : "The e-mail address"} is used instead.`,
    repair: "Enter the employee id, so that the person is recognised at the next import.",
  }
}

function noKey(): Finding {
  return {
    code: "no-id",
    severity: "warning",
    row: null,
    field: "employeeId",
    message:
      "The file has neither employee ids nor e-mail addresses: at the next import nobody can be recognised.",
    repair: "Add the employee id to the export.",
  }
}
