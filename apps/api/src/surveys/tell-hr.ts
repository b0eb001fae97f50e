import type { Deps } from "../deps.ts"
import { noticeMail } from "../mail/notice-mail.ts"
import type { HrMember } from "./hr-queries.ts"

/**
 * One mail to each. What the mail tells stands on the page of the survey, or of the members, as well, so a mail server
 * that does not take one keeps nothing from being done.
 */
export async function tellHr(
  deps: Deps,
  members: readonly Pick<HrMember, "name" | "email">[],
  notice: { subject: string; paragraphs: readonly string[]; surveyId?: string },
): Promise<void> {
  const { publicUrl } = deps.config
  const button =
    notice.surveyId === undefined
      ? { text: "See the members", link: `${publicUrl}/members` }
      : { text: "Open the survey", link: `${publicUrl}/surveys/${notice.surveyId}` }
  await Promise.all(
    members.map(({ name, email }) => {
      const mail = noticeMail({
        to: { name, address: email },
        subject: notice.subject,
        paragraphs: [`Hello ${name},`, ...notice.paragraphs],
        button,
      })
      // The server's answer may quote the address: that it failed is all that is logged.
      return deps.mailer.send(mail).catch(() => deps.log("mail: a notice was not taken"))
    }),
  )
}
