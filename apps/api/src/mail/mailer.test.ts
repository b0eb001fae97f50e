import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { invitationMail } from "./invitation-mail.ts"
import { memoryMailer, smtpMailer } from "./mailer.ts"

const mails: { to: string[]; raw: string }[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo({ address }, _session, done) {
    done(address.startsWith("gone") ? Object.assign(new Error("no such user"), { responseCode: 550 }) : null)
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on("data", (chunk: Buffer) => chunks.push(chunk))
    stream.on("end", () => {
      mails.push({
        to: session.envelope.rcptTo.map(({ address }) => address),
        raw: Buffer.concat(chunks).toString(),
      })
      done()
    })
  },
})
let mailer: ReturnType<typeof smtpMailer>
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.server.address() as AddressInfo
  mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: "HR <hr@example.com>", connections: 2 })
})
beforeEach(() => {
  mails.length = 0
})
afterAll(() => {
  mailer.close()
  server.close()
})

const mail = (name: string, survey = "Autumn", address = "ann@example.com") =>
  invitationMail({
    publicUrl: "https://survey.example",
    secret: "S".repeat(49),
    language: "en",
    messageId: "acme12.0123456789abcdef",
    to: { name, address },
    organization: "Acme",
    survey,
    k: 5,
    closesAt: new Date("2026-12-01T18:00:00Z"),
  })

test("a mail has text and HTML with the same link, and the same message id each time", async () => {
  await mailer.send(mail("Ann"))
  const raw = (mails[0]?.raw ?? "").replace(/=\r\n/g, "")
  expect(raw.match(/https:\/\/survey\.example\/s\/S{49}/g)?.length).toBeGreaterThanOrEqual(2)
  expect(raw).toContain("text/plain")
  expect(raw).toContain("text/html")
  expect(mail("Ann").messageId).toBe(mail("Ann").messageId)
  expect(raw).toContain(`Message-ID: <${mail("Ann").messageId}@example.com>`)
  expect(mail("Ann").messageId).not.toContain("S".repeat(10))
})

test("a name or a survey with a line break starts no header of its own and adds no receiver", async () => {
  await mailer.send(mail("Ann\r\nBcc: all@example.com", "Autumn\r\nX-Injected: yes\r\n\r\nbody"))
  expect(mails[0]?.to).toEqual(["ann@example.com"])
  const headers = (mails[0]?.raw ?? "").split("\r\n\r\n")[0] ?? ""
  expect(headers).not.toMatch(/^(Bcc|X-Injected):/im)
})

test("markup in a name stays text", () => {
  expect(mail('<img src=x onerror="alert(1)">').html).not.toContain("<img")
})

test("nothing in the HTML is fetched from anywhere", () => {
  expect(mail("Ann").html).not.toMatch(/<(img|link|script|iframe)|url\(/i)
})

test("an Arabic invitation is written from right to left", () => {
  const arabic = invitationMail({ ...facts, language: "ar" })
  expect(arabic.html).toContain('lang="ar" dir="rtl"')
})
const facts = {
  publicUrl: "https://survey.example",
  secret: "S".repeat(49),
  to: { name: "Ann", address: "ann@example.com" },
  organization: "Acme",
  survey: "Autumn",
  k: 5,
  closesAt: new Date("2026-12-01T18:00:00Z"),
}

test("a server that refuses for good says so with its number", async () => {
  await expect(mailer.send(mail("Gone", "Autumn", "gone@example.com"))).rejects.toMatchObject({
    cause: { stage: "recipient", code: 550, mayHaveArrived: false },
  })
})

test("the outbox shows each mail once, newest first, and finds by name and address", async () => {
  const outbox = memoryMailer(() => new Date("2026-11-01T00:00:00Z"))
  await outbox.send(mail("Ann"))
  await outbox.send({ ...mail("Bob", "Autumn", "bob@example.com"), messageId: "<2>" })
  await outbox.send(mail("Ann"))
  expect(outbox.outbox("").map(({ name }) => name)).toEqual(["Ann", "Bob"])
  expect(outbox.outbox("BOB@").map(({ name }) => name)).toEqual(["Bob"])
  expect(outbox.outbox("nobody")).toEqual([])
})
