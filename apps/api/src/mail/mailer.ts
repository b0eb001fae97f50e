import { composeMessage, oneLine, wireAddress } from "./compose-message.ts"
import { type PoolTimes, smtpPool } from "./smtp-pool.ts"

export type MailKind = "invitation" | "reminder" | "test" | "notice"

/** One mail, ready to go. */
export interface Mail {
  kind: MailKind
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** First part of the Message-ID: the same each time the same mail is tried, so that a doubled one can be told. */
  messageId: string
  /** The personal link inside; only the demo's outbox shows it apart. */
  link: string
  /** Opens the page that stops reminders; by POST, stops them (RFC 8058). */
  unsubscribe?: string
  /** The list this mail belongs to, for people's filters; says nothing about the person. */
  list?: { id: string; name: string }
}

export interface OutboxMail {
  id: string
  kind: MailKind
  to: string
  name: string
  subject: string
  text: string
  html: string
  link: string
  sentAt: string
}

export interface Mailer {
  /** Resolves when the mail server has taken the mail; rejects when it has not (see deliveryFault). */
  send(mail: Mail): Promise<void>
  /** How many mails it can have under way at once. */
  size: number
  /** Connects and signs in without sending; undefined where mails are not really sent. */
  probe(): Promise<{ secure: boolean; signedIn: boolean } | undefined>
  /** The newest 200 mails kept in memory whose receiver and kind match; always empty where mails are really sent. */
  outbox(search: string, kind?: MailKind): OutboxMail[]
  close(): void
}

export interface Sender {
  url: string
  /** "Name <address>" or an address. */
  from: string
  /** Where reports about undeliverable mails go; undefined: to the sender. */
  bounceAddress?: string | undefined
  connections: number
  times?: PoolTimes
}

/** Sends over SMTP with a few connections that are kept. */
export function smtpMailer({ url, from, bounceAddress, connections, times }: Sender): Mailer {
  const pool = smtpPool(url, connections, times)
  const sender = addressOf(from)
  return {
    size: connections,
    async send(mail) {
      const envelope = { from: bounceAddress ?? sender, to: wireAddress(mail.to.address) }
      await pool.send(envelope, compose(mail, from, new Date()))
    },
    probe: () => pool.probe(),
    outbox: () => [],
    close: () => pool.close(),
  }
}

/** The message as it goes over the wire. */
function compose(mail: Mail, from: string, date: Date): Buffer {
  const { to, subject, text, html, messageId, unsubscribe, list } = mail
  const domain = domainOf(from)
  return composeMessage({
    from: {
      name: from.slice(0, Math.max(0, from.lastIndexOf("<"))).replace(/^\s*"|"\s*$/g, ""),
      address: addressOf(from),
    },
    to,
    subject,
    messageId: messageId.startsWith("<") ? messageId : `<${messageId}@${domain}>`,
    date,
    headers: {
      "Auto-Submitted": "auto-generated",
      // Out-of-office notes would go to the sender, and those to a reminder would say who has not answered.
      "X-Auto-Response-Suppress": "All",
      ...(list === undefined ? {} : { "List-Id": `${quoted(list.name)} <${list.id}.${domain}>` }),
      ...(unsubscribe === undefined
        ? {}
        : { "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    },
    text,
    html,
  })
}

/** Keeps the mails in memory, for the demo and its outbox page. */
export function memoryMailer(now: () => Date): Mailer {
  const mails = new Map<string, OutboxMail>()
  return {
    size: 100,
    async send({ kind, to, subject, text, html, messageId, link }) {
      const sentAt = now().toISOString()
      mails.delete(messageId)
      mails.set(messageId, {
        id: messageId,
        kind,
        to: to.address,
        name: to.name,
        subject,
        text,
        html,
        link,
        sentAt,
      })
    },
    probe: async () => undefined,
    outbox(search, kind) {
      const wanted = search.trim().toLowerCase()
      const matches: OutboxMail[] = []
      for (const mail of [...mails.values()].reverse()) {
        if (matches.length === 200) break
        if (kind !== undefined && mail.kind !== kind) continue
        if (`${mail.name} ${mail.to}`.toLowerCase().includes(wanted)) matches.push(mail)
      }
      return matches
    },
    close: () => mails.clear(),
  }
}

/** The address in "Name <address>". */
export function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()
}

export function domainOf(address: string): string {
  return addressOf(address).split("@").at(-1)?.toLowerCase() ?? ""
}

function quoted(text: string): string {
  return `"${oneLine(text).replace(/[^\x20-\x7e]|["\\<>]/g, "")}"`
}
