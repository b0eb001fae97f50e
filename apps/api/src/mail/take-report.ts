import { type Db, withOrganization } from "@throughline/db"
import { organizationOf } from "../invitations/organization-code.ts"
import { readReport } from "./read-report.ts"
import { countUnmatched, noteHardBounce, noteSoftBounce } from "./report-queries.ts"

/** What was made of a report. "ignored": it was none, or about no mail of ours, or about a reminder. */
export type Taken = "address-refused" | "counted" | "ignored"

/**
 * Takes a report about a mail that could not be delivered. It counts for a mail only by that mail's Message-ID, which
 * nobody can guess and only its receiver and the mail servers on the way have seen; others are only counted. Reports
 * about reminders are forgotten: they would say who was reminded.
 */
export async function takeReport(db: Db, raw: Uint8Array): Promise<Taken> {
  const report = await readReport(raw)
  for (const id of report?.messageIds ?? []) {
    const [, code, hex] = /^([0-9a-hjkmnp-tv-z]{6})\.([0-9a-f]{32})@/.exec(id) ?? []
    if (report === undefined || code === undefined || hex === undefined) continue
    const organizationId = await organizationOf(db, code)
    if (organizationId === undefined) continue
    const messageId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
    const found = await withOrganization(db, "worker", organizationId, (tx) =>
      report.kind === "hard"
        ? noteHardBounce(tx, organizationId, messageId, report.status)
        : noteSoftBounce(tx, organizationId, messageId),
    )
    if (found === "reminder") return "ignored"
    if (found === "invitation") return report.kind === "hard" ? "address-refused" : "counted"
  }
  await countUnmatched(db)
  return "ignored"
}
