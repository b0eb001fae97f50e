import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { noticeMail } from "../mail/notice-mail.ts"
import { claimAlerts, settleAlert } from "./alert-queries.ts"

/**
 * Sends the alerts that wait. What the mail server does not take is tried again with the next sweep, under the same
 * Message-ID; nothing of a mail is logged.
 */
export async function sendAlerts(deps: Deps, organizationId: string): Promise<void> {
  const waiting = await withOrganization(deps.db, "web", organizationId, (tx) =>
    claimAlerts(tx, organizationId),
  )
  for (const { driver_id: driverId, period, name, address, subject, paragraphs, message_id } of waiting) {
    const button = { text: "See the driver", link: `${deps.config.publicUrl}/drivers/${driverId}` }
    const mail = noticeMail({ to: { name, address }, subject, paragraphs, button })
    const isTaken = await deps.mailer.send({ ...mail, messageId: message_id }).then(
      () => true,
      // The server's answer may quote the address: that it failed is all that is logged.
      () => false,
    )
    if (!isTaken) deps.log("mail: the alert of a driver was not taken")
    await withOrganization(deps.db, "web", organizationId, (tx) =>
      settleAlert(tx, organizationId, { driverId, period }, isTaken ? deps.now() : null),
    )
  }
}
