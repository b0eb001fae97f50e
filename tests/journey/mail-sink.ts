import { createServer } from "node:net"
import { SMTPServer } from "smtp-server"

export interface CaughtMail {
  to: string
  /** Headers and body as they came over the wire, with quoted-printable undone. */
  text: string
}

/** A real SMTP server on a free port that keeps what it is given. */
export async function catchMails() {
  const mails: CaughtMail[] = []
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8")
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address, text: unquote(raw) })
        done()
      })
    },
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The personal link in a mail, as a path, or undefined. */
export function linkIn(mail: CaughtMail): string | undefined {
  return mail.text.match(/\/s\/[\w-]+/)?.[0]
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === "string") throw new Error("no free port")
  return address.port
}

function unquote(raw: string): string {
  return raw
    .replace(/=\r?\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll("=", ""), "hex").toString("utf8"))
}
