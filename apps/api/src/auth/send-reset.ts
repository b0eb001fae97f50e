import type { Config } from "../config.ts"
import type { Mailer } from "../mail/mailer.ts"
import { noticeMail } from "../mail/notice-mail.ts"
import { RESET_SECONDS, type SendReset } from "./auth.ts"

/** Sends the link of a new password. Opening it changes nothing; the page behind it asks for the password. */
export function sendResetBy(mailer: Mailer, config: Pick<Config, "publicUrl">): SendReset {
  return async ({ name, email }, token) => {
    const mail = noticeMail({
      to: { name, address: email },
      subject: "A new password for Throughline",
      paragraphs: [
        `Hello ${name},`,
        "somebody, most likely you, asked for a new password for your account at Throughline.",
        `The link holds for ${RESET_SECONDS / 60} minutes and works once. When you have chosen a new password you are signed out everywhere.`,
        "If it was not you, do nothing: your password stays as it is.",
      ],
      button: { text: "Choose a new password", link: `${config.publicUrl}/reset-password/${token}` },
    })
    // What a mail server says may quote the address, and the sign-in library writes it to the log.
    await mailer.send(mail).catch(() => {
      throw new Error("the mail with the link of a new password was not taken")
    })
  }
}
