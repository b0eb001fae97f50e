import { withOrganization } from "@throughline/db"
import { formatMoment } from "@throughline/instrument"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { noticeMail } from "../mail/notice-mail.ts"
import { describe } from "../on-error.ts"
import { databaseNow } from "../surveys/queries.ts"
import { findTimeZone, markMailed } from "./queries.ts"
import type { InvitedRole } from "./schemas.ts"

/** An invitation that is to be sent. The secret is here and in the mail, nowhere else. */
export interface Letter {
  invitationId: string
  name: string
  email: string
  role: InvitedRole
  /** Of a leader: the unit whose results the account will show. */
  unit: string | null
  secret: string
  expiresAt: Date
}

/** So many mails are handed to the mail server at once. */
const AT_ONCE = 8

/** Sends the mails and notes which of them the mail server took; the others stay to be sent again by HR. */
export async function sendLetters(
  deps: Deps,
  session: Session,
  letters: readonly Letter[],
): Promise<{ invited: number; notMailed: number }> {
  const { organizationId } = session
  const timeZone = await withOrganization(deps.db, "web", organizationId, (tx) =>
    findTimeZone(tx, organizationId),
  )
  const mailed: string[] = []
  for (let at = 0; at < letters.length; at += AT_ONCE) {
    await Promise.all(
      letters.slice(at, at + AT_ONCE).map(async (letter) => {
        try {
          await deps.mailer.send(letterMail(deps.config.publicUrl, session, letter, timeZone))
          mailed.push(letter.invitationId)
        } catch (error) {
          deps.log(`member invitation: ${error instanceof Error ? describe(error) : "failed"}`)
        }
      }),
    )
  }
  await withOrganization(deps.db, "web", organizationId, async (tx) =>
    markMailed(tx, organizationId, mailed, await databaseNow(tx)),
  )
  return { invited: letters.length, notMailed: letters.length - mailed.length }
}

function letterMail(publicUrl: string, session: Session, letter: Letter, timeZone: string) {
  const { name, email, role, unit, secret, expiresAt } = letter
  const { organizationName } = session
  return noticeMail({
    to: { name, address: email },
    subject: `${organizationName}: your account at Throughline`,
    paragraphs: [
      `Hello ${name},`,
      `${session.user.name} invites you to Throughline, where ${organizationName} sees whether its mission and priorities reach daily work.`,
      whatFor(role, unit),
      `The link works once, until ${formatMoment(expiresAt.toISOString(), "en", timeZone)}. Please do not pass it on: whoever opens it first sets the password.`,
    ],
    button: { text: "Set up your account", link: `${publicUrl}/join/${secret}` },
  })
}

function whatFor(role: InvitedRole, unit: string | null): string {
  if (role === "hr") return "As a member of HR you set up surveys, invite people and see all results."
  if (role === "analyst") return "As an analyst you read the results of all surveys."
  if (role === "keeper")
    return "As a keeper you see the drivers that are in your hands, and enter their figures: how far a training or a roll-out has come, unit by unit. Results of surveys are not shown to you."
  const whose = unit === null ? "your own unit" : `your own unit, ${unit}`
  return `As a leader you see the results of ${whose}, and nobody else's. They tell about groups only: not even HR can see what a single person answered.`
}
