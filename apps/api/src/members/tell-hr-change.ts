import type { Deps } from "../deps.ts"
import type { HrMember } from "../surveys/hr-queries.ts"
import { tellHr } from "../surveys/tell-hr.ts"

/** Somebody who became, or ceased to be, a member of HR. */
export interface HrChange {
  userId: string
  how: "joined" | "left" | "removed"
  hrBefore: readonly HrMember[]
  hrAfter: readonly HrMember[]
}

/**
 * Nobody becomes or ceases to be of HR in silence: all who were of HR before or are so after it hear of it by mail, the
 * one concerned too.
 */
export async function tellHrChange(
  deps: Deps,
  by: { user: { name: string }; organizationName: string },
  { userId, how, hrBefore, hrAfter }: HrChange,
): Promise<void> {
  const members = new Map([...hrBefore, ...hrAfter].map((member) => [member.userId, member]))
  const concerned = members.get(userId)
  if (concerned === undefined) return
  const { name, email } = concerned
  const facts = {
    joined: {
      subject: `${name} is a member of HR now`,
      text: `${name} (${email}) is a member of HR of ${by.organizationName} now: admitted by ${by.user.name}.`,
    },
    left: {
      subject: `${name} is no member of HR any more`,
      text: `${by.user.name} gave ${name} (${email}) another role: no member of HR of ${by.organizationName} any more.`,
    },
    removed: {
      subject: `${name} is no member any more`,
      text: `${by.user.name} removed the account of ${name} (${email}), who was a member of HR of ${by.organizationName}.`,
    },
  }[how]
  const say =
    how === "joined"
      ? "Members of HR set up surveys, invite people and see all results. In closing a survey early, whoever joins has a say only in surveys launched from now on."
      : "Of surveys that are open, closing early takes two who were of HR before the launch and still are."
  await tellHr(deps, [...members.values()], {
    subject: `${by.organizationName}: ${facts.subject}`,
    paragraphs: [
      facts.text,
      say,
      "Every member of HR gets this mail. If you did not expect it, ask your colleagues of HR.",
    ],
  })
}
