// A process that delivers the mails of one survey until it is killed or done. Argument: what to deliver, as JSON.
import { writeSync } from "node:fs"
import { openDatabase } from "@throughline/db"
import { createCourier } from "../../apps/api/src/mail/courier.ts"
import { deliverMails } from "../../apps/api/src/mail/deliver-mails.ts"
import { smtpMailer } from "../../apps/api/src/mail/mailer.ts"
import { openTestApp } from "../../apps/api/src/testing.ts"

export interface Delivery {
  database: { url: string } | { directory: string }
  keyDirectory: string
  smtp: string
  organizationId: string
  surveyId: string
  /** How often the same job is delivered to this process at once. */
  jobs: number
  /** Seconds after which the claims of a killed process are taken from it. */
  lease: number
}

const delivery: Delivery = JSON.parse(process.argv[2] ?? "")
const { keyDirectory, smtp, organizationId, surveyId, jobs, lease } = delivery
const database = await openDatabase(delivery.database)
const mailer = smtpMailer({ url: smtp, from: "HR <hr@example.com>", connections: 4 })
const { deps } = await openTestApp(database, { mailer, keyDirectory })
const courier = createCourier(new Map(), 4)
writeSync(1, "open\n")
await Promise.all(
  Array.from({ length: jobs }, () => deliverMails(deps, courier, organizationId, surveyId, { lease })),
)
mailer.close()
await database.close()
writeSync(1, "done\n")
