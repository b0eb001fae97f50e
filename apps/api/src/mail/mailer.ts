import nodemailer from "nodemailer"

/** One mail, ready to go. */
export interface Mail {
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** The same each time the same mail is tried, so that a doubled delivery can be told by the receiver. */
  messageId: string
  /** The personal link inside; only the demo's outbox shows it apart. */
  link: string
}

export interface OutboxMail {
  id: string
  to: string
  name: string
  subject: string
  text: string
  html: string
  link: string
  sentAt: string
}

export interface Mailer {
  /** Resolves when the mail server has taken the mail; rejects when it has not. */
  send(mail: Mail): Promise<void>
  /** The newest 200 mails kept in memory whose receiver matches; always empty where mails are really sent. */
  outbox(search: string): OutboxMail[]
  close(): void
}

/** Sends over SMTP with a few connections that are kept. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport(
    { url, pool: true, maxConnections: 4, maxMessages: 1000 },
    { from },
  )
  return {
    async send({ to, subject, text, html, messageId }) {
      const headers = { "Auto-Submitted": "auto-generated" }
      await transport.sendMail({
        to: { name: oneLine(to.name), address: oneLine(to.address) },
        subject: oneLine(subject),
        text,
        html,
        messageId: oneLine(messageId),
        headers,
        // Nothing in a mail of ours is a file or an address to be fetched.
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    outbox: () => [],
    close: () => transport.close(),
  }
}

/** Keeps the mails in memory, for the demo and its outbox page. */
export function memoryMailer(now: () => Date): Mailer {
  const mails = new Map<string, OutboxMail>()
  return {
    async send({ to, subject, text, html, messageId, link }) {
      const sentAt = now().toISOString()
      mails.delete(messageId)
      mails.set(messageId, {
        id: messageId,
        to: to.address,
        name: to.name,
        subject,
        text,
        html,
        link,
        sentAt,
      })
    },
    outbox(search) {
      const wanted = search.trim().toLowerCase()
      const matches: OutboxMail[] = []
      for (const mail of [...mails.values()].reverse()) {
        if (matches.length === 200) break
        if (`${mail.name} ${mail.to}`.toLowerCase().includes(wanted)) matches.push(mail)
      }
      return matches
    },
    close: () => mails.clear(),
  }
}

/** Names and subjects come from people's files: a line break in one would start a header of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim()
}
