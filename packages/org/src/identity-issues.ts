import { keyOf, type Member } from "./draft.ts"
import type { Duplicate, Identified } from "./identify.ts"
import { fileIssue, issueEach, type Scene } from "./issues.ts"
import { nameKey } from "./names.ts"
import type { Issue, IssueCode } from "./person.ts"
import { proposeDrop, proposeKeep } from "./propose.ts"
import type { Proposal } from "./repair.ts"
import { grouped, nameOf, quoted, rowOf, short } from "./wording.ts"

/** Rows that cannot be told apart, people nobody can recognise again, mailboxes of several people. */
export function identityIssues(scene: Scene, { mailIsKey, duplicates, shared }: Identified): Issue[] {
  const issues = duplicateIssues(scene, mailIsKey, duplicates)
  if (mailIsKey && scene.columns.email === undefined) issues.push(...noKey(scene))
  if (!mailIsKey) issues.push(...noIds(scene))
  const mailboxOf = new Map(shared.map(({ mail, group }) => [group[1] as Member, { mail, group }]))
  return issues.concat(
    issueEach(scene, "duplicate-email", [...mailboxOf.keys()], (member) => {
      const { mail, group } = mailboxOf.get(member) ?? { mail: "", group: [] }
      return sharedMailbox(mail, group, member)
    }),
  )
}

function duplicateIssues(scene: Scene, mailIsKey: boolean, duplicates: readonly Duplicate[]): Issue[] {
  const code: IssueCode = mailIsKey ? "duplicate-email" : "duplicate-id"
  const bestOf = new Map(duplicates.map(({ member, best }) => [member, best]))
  const left = duplicates.map(({ member }) => member).filter(({ person }) => !scene.isKept(code, person.row))
  const dropped = left.filter((member) => !areTwoPeople(member, bestOf.get(member) as Member, mailIsKey))
  return issueEach(scene, code, left, (member) => {
    const best = bestOf.get(member) as Member
    const proposals = oneOf(scene, code, member, best, mailIsKey)
    if (member === dropped[0] && dropped.length > 1)
      proposals.push(
        proposeDrop(scene.shape, dropped, `Leave all ${grouped(dropped.length)} doubled rows out`),
      )
    return {
      severity: "error",
      field: mailIsKey ? "email" : "employeeId",
      message: `${rowOf(member)} has the same ${mailIsKey ? "e-mail address" : "employee id"} ${quoted(keyOf(member))} as row ${best.person.row} (${short(best.person.name)}).`,
      repair: member.person.active
        ? "Delete one of the two rows, or give each person an own one."
        : `Delete row ${member.person.row}: ${GONE[member.employment]}.`,
      proposals,
    }
  })
}

const GONE = {
  here: "",
  left: "that person has left",
  vacant: "that post is vacant",
  abolished: "that post was abolished",
}

/** Two active people of different names with one mailbox are two people; with one employee id it is a slip. */
function areTwoPeople(member: Member, best: Member, mailIsKey: boolean): boolean {
  const differ = nameKey(member.trueName).unordered !== nameKey(best.trueName).unordered
  return mailIsKey && member.person.active && best.person.active && member.trueName !== "" && differ
}

function oneOf(scene: Scene, code: IssueCode, member: Member, best: Member, mailIsKey: boolean): Proposal[] {
  const keep = proposeKeep(
    code,
    [member],
    "Keep both as two people",
    mailIsKey
      ? `${nameOf(member)} and ${nameOf(best)} both stay; no personal link goes to the mailbox they share.`
      : `${nameOf(member)} and ${nameOf(best)} both stay; reports to that id go to ${short(best.person.name)}.`,
  )
  const drops = [proposeDrop(scene.shape, [member]), proposeDrop(scene.shape, [best])]
  return areTwoPeople(member, best, mailIsKey) ? [keep, ...drops] : [...drops, keep]
}

function sharedMailbox(mail: string, group: readonly Member[], member: Member): Omit<Issue, "code" | "row"> {
  const rows = group.slice(0, 5).map((other) => other.person.row)
  return {
    severity: "warning",
    field: "email",
    message: `${group.length} people have the e-mail address ${short(mail)} (rows ${rows.join(", ")}${group.length > 5 ? ", …" : ""}). A personal link cannot go to a shared mailbox, so none of them is sent one.`,
    repair: "Enter each person's own address.",
    proposals: [
      proposeKeep(
        "duplicate-email",
        [member],
        "They share a mailbox",
        "They can be given printed codes instead of a mail.",
      ),
    ],
  }
}

function noIds(scene: Scene): Issue[] {
  const without = scene.members.filter(({ employeeId, person }) => employeeId === "" && person.active)
  return issueEach(scene, "no-id", without, (member, index) => {
    const proposals = [proposeKeep("no-id", [member], "Leave as it is", instead(member))]
    if (index === 0 && without.length > 1)
      proposals.push(
        proposeKeep(
          "no-id",
          without,
          `Leave all ${grouped(without.length)} as they are`,
          "They are known by address or row.",
          true,
        ),
      )
    return {
      severity: "warning",
      field: "employeeId",
      message: `${rowOf(member)} has no employee id. ${instead(member)}`,
      repair: "Enter the employee id, so that the person is recognised at the next import.",
      proposals,
    }
  })
}

function instead(member: Member): string {
  return `${member.mail === "" ? "The row number" : "The e-mail address"} is used instead.`
}

function noKey(scene: Scene): Issue[] {
  return fileIssue(
    scene,
    {
      code: "no-id",
      severity: "warning",
      row: null,
      field: "employeeId",
      message:
        "The file has neither employee ids nor e-mail addresses: at the next import people are recognised by name only.",
      repair: "Add the employee id to the export.",
    },
    [
      proposeKeep(
        "no-id",
        [],
        "Go on without",
        "At the next import people are recognised by name; namesakes are not.",
      ),
    ],
  )
}
