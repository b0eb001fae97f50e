import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { noticeMail } from "../mail/notice-mail.ts"
import { findOrganization } from "../organizations/queries.ts"
import { databaseNow, findSurvey } from "../surveys/queries.ts"
import { trusteeSecret } from "./link.ts"
import { selectTrustees, type TrusteeRow, updateTrustee } from "./queries.ts"

/** What a mail is about: `by` is whoever did something, HR or another trustee. */
export type TrusteeNews =
  | { about: "named"; by: string }
  | { about: "keys-ready" }
  | { about: "share-ready" }
  | { about: "unfinished" }
  | { about: "waiting" }
  | { about: "handed"; by: string }

/** The links of seats that have just been named, or whose link is new. */
export function sendLinks(deps: Deps, session: Session, surveyId: string, seats: readonly number[]) {
  return tellTrustees(deps, session.organizationId, surveyId, seats, {
    about: "named",
    by: session.user.name,
  })
}

/**
 * One mail to each of these seats, with their link. What a mail tells stands behind the link as well, so a mail server
 * that does not take one keeps nothing from being done; HR sees that it did not, and the sweep tries again.
 */
export async function tellTrustees(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  seats: readonly number[],
  news: TrusteeNews,
): Promise<void> {
  if (seats.length === 0) return
  const { rows, survey, organization } = await withOrganization(
    deps.db,
    "web",
    organizationId,
    async (tx) => ({
      rows: (await selectTrustees(tx, organizationId, surveyId)).filter(({ seat }) => seats.includes(seat)),
      survey: (await findSurvey(tx, organizationId, surveyId))?.name ?? "",
      organization: (await findOrganization(tx, organizationId)).name,
    }),
  )
  const mailed: number[] = []
  await Promise.all(
    rows.map(async (row) => {
      try {
        await deps.mailer.send(trusteeMail(deps, row, { survey, organization }, news))
        mailed.push(row.seat)
      } catch {
        // The server's answer may quote the address: that it failed is all that is logged.
        deps.log("mail: a trustee's mail was not taken")
      }
    }),
  )
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const now = await databaseNow(tx)
    for (const seat of mailed) {
      await updateTrustee(tx, organizationId, surveyId, seat, { mailed_at: now, reminded_at: now })
    }
  })
}

function trusteeMail(
  { config, keys }: Deps,
  row: TrusteeRow,
  names: { survey: string; organization: string },
  news: TrusteeNews,
) {
  const { organization_id: organizationId, survey_id: surveyId, seat, nonce, name, email } = row
  const { subject, paragraphs, button } = textsOf(names, news)
  const secret = trusteeSecret(keys.invitationKey, { organizationId, surveyId, seat, nonce })
  return noticeMail({
    to: { name, address: email },
    subject,
    paragraphs: [`Hello ${name},`, ...paragraphs],
    button: { text: button, link: `${config.publicUrl}/trustee/${secret}` },
  })
}

function textsOf({ survey, organization }: { survey: string; organization: string }, news: TrusteeNews) {
  switch (news.about) {
    case "named":
      return {
        subject: `${organization}: you are named a trustee of “${survey}”`,
        paragraphs: [
          `${news.by} names you one of three trustees of the survey “${survey}” at ${organization}.`,
          "The answers are sealed. After the close any two of you three can open them together; nobody else can, not HR and not whoever runs the server.",
          "It takes you five minutes now, again when the other two have made theirs, and ten minutes when the survey closes. Use your own device. The link is yours alone: please do not pass it on.",
        ],
        button: "Make your key",
      }
    case "keys-ready":
      return {
        subject: `“${survey}”: deal your part of the key`,
        paragraphs: [
          `All three trustees of “${survey}” have made their keys. Now each of you deals a part of the survey's key to the other two: so none of you, and nobody else, ever has the whole of it.`,
          "It takes a minute. Have your file and your passphrase at hand.",
        ],
        button: "Deal your part",
      }
    case "share-ready":
      return {
        subject: `“${survey}”: try your share of the key`,
        paragraphs: [
          `All three trustees of “${survey}” have dealt, and each of you has a share of the survey's key.`,
          "Please try now whether your file and passphrase open it. The survey cannot be launched before all three of you have.",
        ],
        button: "Try your share",
      }
    case "unfinished":
      return {
        subject: `“${survey}” waits for you`,
        paragraphs: [
          `You are one of three trustees of “${survey}” at ${organization}. It cannot be launched before you have made your key, dealt your part and tried your share.`,
        ],
        button: "Go on",
      }
    case "waiting":
      return {
        subject: `“${survey}” has closed and waits for two trustees`,
        paragraphs: [
          `“${survey}” has closed. Its answers stay sealed until two of you three trustees open them together.`,
          "One hands their share to another, who opens the answers in their own browser. Have your file and your passphrase at hand.",
        ],
        button: "Open with another trustee",
      }
    case "handed":
      return {
        subject: `“${survey}”: ${news.by} has handed you their share`,
        paragraphs: [
          `${news.by} has handed you their share of the key of “${survey}”, sealed so that only your key opens it.`,
          "You can open the answers now, in your own browser. Have your file and your passphrase at hand.",
        ],
        button: "Open the answers",
      }
  }
}
