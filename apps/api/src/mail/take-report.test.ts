import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { expect, test } from "vitest"
import { seededCompany } from "../demo/testing.ts"
import { organizationCode } from "../invitations/organization-code.ts"
import { openTestApp } from "../testing.ts"
import { countInvitationMails, updateAddress } from "./address-queries.ts"
import { createCourier } from "./courier.ts"
import { deliverMails } from "./deliver-mails.ts"
import { queueMended } from "./queue-mended.ts"
import { readReport } from "./read-report.ts"
import { noteHardBounce } from "./report-queries.ts"
import { takeReport } from "./take-report.ts"
import { collecting, mailRows } from "./testing.ts"

const report = (messageId: string, action = "failed", status = "5.1.1", original = "text/rfc822-headers") =>
  Buffer.from(
    `From: MAILER-DAEMON@mail.example
To: bounce@example.com
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b"
MIME-Version: 1.0

--b
Content-Type: text/plain

I am sorry to inform you. Message-ID: <not-this-one@example.com>
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; ann@example.com
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 5.1.1 no such
    user
--b
Content-Type: ${original}

From: HR <hr@example.com>
To: ann@example.com
Message-ID:
 <${messageId}>
Subject: Hello

Message-ID: <nor-this-one@example.com>
--b--
`.replaceAll("\n", "\r\n"),
  )

test("a delivery report says which mail, and whether the address is dead", async () => {
  const id = "abc234.0123456789abcdef0123456789abcdef@example.com"
  expect(await readReport(report(id))).toEqual({ messageIds: [id], kind: "hard", status: "5.1.1" })
  expect(await readReport(report(id, "failed", "5.1.1", "message/rfc822"))).toMatchObject({
    messageIds: [id],
    kind: "hard",
  })
  expect(await readReport(report(id, "delayed", "4.4.1"))).toMatchObject({ kind: "soft" })
  expect(await readReport(report(id, "failed", "5.2.2"))).toMatchObject({ kind: "soft" })
  expect(await readReport(report(id, "failed", "5.7.1"))).toMatchObject({ kind: "soft" })
  expect(await readReport(report(id, "delivered", "2.0.0"))).toBeUndefined()
  for (const other of [
    "",
    "From: a@b\r\n\r\nHello",
    "\0\0\0",
    "Content-Type: multipart/report; boundary=b\r\n\r\n--b",
  ])
    expect(await readReport(Buffer.from(other))).toBeUndefined()
  expect(await readReport(Buffer.alloc(6 * 1024 * 1024, "a"))).toBeUndefined()
})

eachDatabase((_name, open) => {
  test("a report about an invitation suppresses its address once; forged, foreign ones and those about reminders change nothing", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 1 })
    const code = await organizationCode(api.deps.db, organizationId)
    await deliverMails(api.deps, createCourier(new Map(), 10), organizationId, surveyId)
    await withOrganization(api.deps.db, "worker", organizationId, async (tx) => {
      await tx
        .insertInto("registry.mail")
        .columns(["organization_id", "survey_id", "wave", "person_id", "state"])
        .expression((eb) =>
          eb
            .selectFrom("registry.mail")
            .select(["organization_id", "survey_id", eb.lit(1).as("wave"), "person_id", "state"]),
        )
        .execute()
    })
    const [first, second, third] = await mailRows(api.deps, organizationId, surveyId)
    const [reminder] = await mailRows(api.deps, organizationId, surveyId, 1)
    const idOf = (messageId = "") => `${code}.${messageId.replaceAll("-", "")}@example.com`
    const take = (id: string, action?: string, status?: string) =>
      takeReport(api.deps.db, report(id, action, status))
    const counts = () =>
      withOrganization(api.deps.db, "web", organizationId, async (tx) => ({
        ...(await countInvitationMails(tx, organizationId, surveyId)),
        suppressed: (await tx.selectFrom("registry.suppressed_address").selectAll().execute()).length,
      }))
    for (const forged of [
      idOf("00000000-0000-4000-8000-000000000000"),
      idOf(first?.message_id).replace(code, "zzzzzz"),
      "somebody-else@example.com",
      idOf(reminder?.message_id),
    ])
      expect(await take(forged)).toBe("ignored")
    expect(await takeReport(api.deps.db, Buffer.from("Subject: buy now\r\n\r\n"))).toBe("ignored")
    expect(await counts()).toMatchObject({ refused: 0, suppressed: 0, softBounces: 0 })
    const { rows } = await api.deps.db
      .selectFrom("auth.unmatched_report")
      .selectAll()
      .execute()
      .then((rows) => ({ rows }))
    expect(rows).toMatchObject([{ reports: 4 }])
    expect(await mailRows(api.deps, organizationId, surveyId, 1)).toMatchObject(
      Array(40).fill({ state: "sent", refused_address: null, soft_bounces: 0 }),
    )

    expect(await take(idOf(first?.message_id))).toBe("address-refused")
    expect(await take(idOf(first?.message_id))).toBe("address-refused")
    expect(await take(idOf(second?.message_id), "delayed", "4.4.1")).toBe("counted")
    expect(await take(idOf(third?.message_id), "failed", "5.7.1")).toBe("counted")
    expect(await counts()).toMatchObject({ refused: 1, suppressed: 1, softBounces: 2, sent: 39 })
    api.remove()
  }, 60_000)

  test("a report about an address that the person has no longer suppresses not the one they have, and their invitation goes there", async () => {
    const post = collecting()
    const api = await openTestApp(await open(), { demo: true, mailer: post.mailer })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 1 })
    const deliver = () => deliverMails(api.deps, createCourier(new Map(), 10), organizationId, surveyId)
    await deliver()
    const [changed, left] = await mailRows(api.deps, organizationId, surveyId)
    await withOrganization(api.deps.db, "web", organizationId, async (tx) => {
      await updateAddress(tx, organizationId, changed?.person_id ?? "", "new@x.example")
      await updateAddress(tx, organizationId, left?.person_id ?? "", "also-new@x.example")
    })
    const suppressed = () =>
      withOrganization(api.deps.db, "web", organizationId, (tx) =>
        tx.selectFrom("registry.suppressed_address").select("address").execute(),
      )
    const code = await organizationCode(api.deps.db, organizationId)
    const id = `${code}.${changed?.message_id.replaceAll("-", "")}@example.com`
    expect(await takeReport(api.deps.db, report(id))).toBe("address-refused")
    expect(await suppressed()).toEqual([])
    post.sent.length = 0
    await queueMended(api.deps, organizationId)
    await deliver()
    expect(post.sent.map(({ to }) => to.address)).toEqual(["new@x.example"])
    // The attack: without the guard a report about one address takes another out of the survey.
    await withOrganization(api.deps.db, "worker", organizationId, (tx) =>
      noteHardBounce(tx, organizationId, left?.message_id ?? "", "5.1.1", () => true),
    )
    expect(await suppressed()).toEqual([{ address: "also-new@x.example" }])
    api.remove()
  }, 60_000)
})
