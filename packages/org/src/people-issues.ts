import type { Member } from "./draft.ts"
import { looksLikeFormula } from "./formula.ts"
import { fileIssue, issueEach, type Scene } from "./issues.ts"
import type { Issue, IssueCode } from "./person.ts"
import { proposeDrop, proposeKeep } from "./propose.ts"
import { grouped, peopleCount, rowOf, short } from "./wording.ts"

/** What HR should know about single people; nothing of it blocks an import. */
export function peopleIssues(scene: Scene): Issue[] {
  const reports = new Int32Array(scene.members.length)
  for (const { person, manager } of scene.members)
    if (person.active && manager) reports[manager.at] = (reports[manager.at] as number) + 1
  const gone = scene.members.filter(({ employment, made }) => employment !== "here" && !made)
  return [
    ...goneIssues(
      scene,
      "inactive",
      gone.filter(({ employment }) => employment !== "vacant"),
      reports,
    ),
    ...goneIssues(
      scene,
      "vacant",
      gone.filter(({ employment }) => employment === "vacant"),
      reports,
    ),
    ...namelessRows(scene),
    ...unreachable(scene),
    ...formulas(scene),
  ]
}

function goneIssues(
  scene: Scene,
  code: "inactive" | "vacant",
  members: readonly Member[],
  reports: Int32Array,
): Issue[] {
  const left = members.filter(({ person }) => !scene.isKept(code, person.row))
  const [all, kept] =
    code === "vacant"
      ? [
          `Leave all ${grouped(left.length)} vacant posts out`,
          "The post stays in the chart; nobody is invited for it.",
        ]
      : [
          `Leave all ${grouped(left.length)} who have left out`,
          "The row keeps its place in the chart and is not invited.",
        ]
  return issueEach(scene, code, left, (member, index) => {
    const below = reports[member.at] as number
    const still = below > 0 ? ` ${peopleCount(below)} still report${below === 1 ? "s" : ""} there.` : ""
    const what = {
      here: "",
      left: "has left and is not invited.",
      abolished: "was abolished: nobody is invited for it.",
      vacant: "is a vacant post: nobody is invited for it.",
    }[member.employment]
    const proposals = [
      proposeDrop(scene.shape, [member]),
      proposeKeep(code, [member], "Keep the place", kept),
    ]
    if (index === 0 && left.length > 1) proposals.push(proposeDrop(scene.shape, left, all))
    return {
      severity: "warning",
      field: "status",
      message: `${rowOf(member)} ${what}${still}`,
      repair:
        below > 0
          ? `Enter another manager for ${below === 1 ? "that person" : "those people"} if there is one by now.`
          : "Nothing needs to be done; the row may be deleted.",
      proposals,
    }
  })
}

function namelessRows(scene: Scene): Issue[] {
  const { columns, members } = scene
  if (!columns.name && !columns.givenName && !columns.familyName)
    return fileIssue(
      scene,
      missing("no-name", "name", "The file has no column with names: people are called by title or id."),
      [proposeKeep("no-name", [], "Go on without names", "People are called by title or id.")],
    )
  return settled(
    scene,
    "no-name",
    members.filter(({ person, trueName }) => person.active && trueName === ""),
    (member) => ({
      field: "name",
      message: `${rowOf(member)} has no name, and is called by title or id.`,
      repair: "Enter the name.",
      effect: "People are called by title or id.",
    }),
  )
}

function unreachable(scene: Scene): Issue[] {
  const { columns, members } = scene
  const without = "They are not sent a mail; printed codes can be made for them."
  if (columns.email === undefined)
    return fileIssue(
      scene,
      missing("no-email", "email", "The file has no e-mail addresses: nobody can be sent a personal link."),
      [proposeKeep("no-email", [], "Go on without addresses", without)],
    )
  const unreached = members.filter(
    ({ person, mail, made }) => person.active && person.email === null && !mail.includes("@") && !made,
  )
  return settled(scene, "no-email", unreached, (member) => ({
    field: "email",
    message:
      member.mail === ""
        ? `${rowOf(member)} has no e-mail address and cannot be sent a personal link.`
        : `${rowOf(member)}: “${short(member.mail)}” is not an e-mail address; no personal link can be sent.`,
    repair: "Enter the person's own address.",
    effect: without,
  }))
}

function formulas(scene: Scene): Issue[] {
  const cells = ["name", "department", "title", "location"] as const
  const formula = (member: Member) => cells.find((field) => looksLikeFormula(member.person[field]))
  return settled(scene, "formula", scene.members.filter(formula), (member) => {
    const field = formula(member) ?? "name"
    return {
      field,
      message: `${rowOf(member)}: the ${field} begins like a formula. It is kept as text and never computed.`,
      repair: "If it was meant as a formula, enter its result.",
      effect: "The text stays as it is.",
    }
  })
}

type Words = Pick<Issue, "field" | "message" | "repair"> & { effect: string }

/** A warning about single rows that can only be left as it is, for one row or for all. */
function settled(
  scene: Scene,
  code: IssueCode,
  members: readonly Member[],
  words: (member: Member) => Words,
): Issue[] {
  const left = members.filter(({ person }) => !scene.isKept(code, person.row))
  return issueEach(scene, code, left, (member, index) => {
    const { effect, ...rest } = words(member)
    const proposals = [proposeKeep(code, [member], "Leave as it is", effect)]
    if (index === 0 && left.length > 1)
      proposals.push(proposeKeep(code, left, `Leave all ${grouped(left.length)} as they are`, effect, true))
    return { severity: "warning", ...rest, proposals }
  })
}

function missing(code: "no-name" | "no-email", field: "name" | "email", message: string) {
  const repair = "Choose the column by hand, or add it to the export."
  return { code, severity: "warning" as const, row: null, field, message, repair }
}
