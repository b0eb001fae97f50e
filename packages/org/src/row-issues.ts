import type { Member } from "./draft.ts"
import { issueEach, type Scene } from "./issues.ts"
import type { Issue, IssueCode } from "./person.ts"
import { proposeDrop, proposeKeep } from "./propose.ts"
import type { Broken } from "./read-rows.ts"
import { grouped, short } from "./wording.ts"

/** More of these are counted, not listed: a file in another format has one on every line. */
const LISTED = 50

/** Rows that could not be read for certain. They can be left out, or taken as they were read. */
export function rowIssues(scene: Scene, broken: ReadonlyMap<number, Broken>): Issue[] {
  if (broken.size === 0) return []
  const codes: IssueCode[] = ["unreadable-row", "too-large"]
  return codes.flatMap((code) => {
    const brokenOf = (member: Member) => broken.get(member.person.row)
    const left = scene.members.filter(
      (member) => brokenOf(member)?.code === code && !scene.isKept(code, member.person.row),
    )
    const whole = left.filter((member) => brokenOf(member)?.whole)
    const torn = left.filter((member) => !brokenOf(member)?.whole)
    return issueEach(
      scene,
      code,
      left,
      (member) => {
        const { why, whole: isWhole } = brokenOf(member) as Broken
        const drop = proposeDrop(scene.shape, [member])
        const keep = proposeKeep(code, [member], "Take it as it was read", asRead(member))
        const proposals = isWhole ? [keep, drop] : [drop, keep]
        if (member === torn[0] && torn.length > 1)
          proposals.push(proposeDrop(scene.shape, torn, `Leave all ${grouped(torn.length)} such rows out`))
        if (member === whole[0] && whole.length > 1)
          proposals.push(
            proposeKeep(
              code,
              whole,
              `Take all ${grouped(whole.length)} as they were read`,
              "Nothing of them is lost.",
              true,
            ),
          )
        return {
          severity: "error",
          field: null,
          message: `Row ${member.person.row} cannot be read: ${why}.`,
          repair: /letters were lost/.test(why)
            ? "Save the file again as “CSV UTF-8”."
            : "Correct the row in the file and choose it again.",
          proposals,
        }
      },
      LISTED,
    )
  })
}

function asRead({ person, manager }: Member): string {
  const told = [person.title, person.department]
    .filter((text) => text !== "")
    .map(short)
    .join(", ")
  const under = manager ? `, reports to ${short(manager.person.name)}` : ""
  return `It is taken as ${short(person.name)}${told === "" ? "" : ` (${told})`}${under}.`
}
