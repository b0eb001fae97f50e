import { type AddressInfo, createServer } from "node:net"
import { SMTPServer } from "smtp-server"

export interface CaughtMail {
  to: string
  subject: string
  /** The plain-text part, decoded. */
  text: string
}

/** A real SMTP server on a free port of the loopback address that keeps what it is given. */
export async function catchMails() {
  const mails: CaughtMail[] = []
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("latin1")
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address, ...readMail(raw) })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The personal link in a mail, or undefined. */
export function linkIn(mail: CaughtMail | undefined): string | undefined {
  return mail?.text.match(/https?:\/\/\S+\/s\/[\w-]+/)?.[0]
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** Subject and text of a message as it came over the wire, one byte a character. */
function readMail(raw: string): { subject: string; text: string } {
  const unfold = (head: string) => head.replace(/\r\n[ \t]+/g, " ")
  const head = unfold(raw.split("\r\n\r\n", 1)[0] ?? "")
  const subject = /^Subject: (.*)$/im.exec(head)?.[1] ?? ""
  // A line of a part may begin with two dashes too: only the whole boundary ends it.
  const boundary = /boundary="?([^";\r]+)/i.exec(head)?.[1] ?? ""
  const part = raw.split(`\r\n--${boundary}`).find((one) => /^Content-Type: text\/plain/im.test(one)) ?? ""
  const at = part.indexOf("\r\n\r\n")
  const encoding = /^Content-Transfer-Encoding: ([\w-]+)/im.exec(part.slice(0, at))?.[1]?.toLowerCase()
  return { subject: readSubject(subject), text: decode(part.slice(at + 4), encoding ?? "7bit") }
}

/** RFC 2047: =?utf-8?Q?…?= and =?utf-8?B?…?=. */
function readSubject(subject: string): string {
  return subject
    .replace(/\?= +=\?/g, "?==?")
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === "B"
        ? decode(text, "base64")
        : decode(text.replaceAll("_", " "), "quoted-printable"),
    )
}

function decode(text: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(text, "base64").toString("utf8")
  if (encoding !== "quoted-printable") return Buffer.from(text, "latin1").toString("utf8")
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, "latin1").toString("utf8")
}
