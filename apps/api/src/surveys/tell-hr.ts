import type { Deps } from "../deps.ts"
import { noticeMail } from "../mail/notice-mail.ts"
import type { HrMember } from "./hr-queries.ts"

/**
 * One mail to each. What the mail tells stands on the page as well, so a mail server that does not take one keeps
 * nothing from being done.
 */
export async function tellHr(
  deps: Deps,
  members: readonly HrMember[],
  notice: { subject: string; paragraphs: readonly string[]; surveyId: string },
): Promise<void> {
  const link = `${deps.config.publicUrl}/surveys/${notice.surveyId}`
  await Promise.all(
    members.map(({ name, email }) => {
      const mail = noticeMail({
        to: { name, address: email },
        subject: notice.subject,
        paragraphs: [`Hello ${name},`, ...notice.paragraphs],
        button: { text: "Open the survey", link },
      })
      // The server's answer may quote the address: that it failed is all that is logged.
      return deps.mailer.send(mail).catch(() => deps.log("mail: a notice was not taken"))
    }),
  )
}
