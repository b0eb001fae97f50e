import { Readable } from "node:stream"
import { parseConnectionUrl } from "nodemailer/lib/shared"
import SMTPConnection from "nodemailer/lib/smtp-connection"

export interface Envelope {
  from: string
  to: string
}

/** How a mail went wrong. `stage` says whom it concerns: the server as a whole, this recipient, or this message. */
export interface DeliveryFault {
  stage: "server" | "recipient" | "message"
  /** SMTP reply, e.g. 550; 0: there was none. */
  code: number
  /** Enhanced status, e.g. 5.1.1; else the code as text. */
  status: string
  /** The message was handed over and no answer came: it may have been taken. */
  mayHaveArrived: boolean
  /** It took longer than a mail may. */
  slow: boolean
}

export interface SmtpPool {
  /** Resolves when the server has taken the message; rejects with a DeliveryFault in `cause`. */
  send(envelope: Envelope, message: Buffer): Promise<void>
  /** Connects, secures, signs in; says which of it the server offers. */
  probe(): Promise<{ secure: boolean; signedIn: boolean }>
  close(): void
}

export interface PoolTimes {
  /** ms for all of one mail, the wait for a free connection left out. */
  mail: number
  /** ms to connect and be greeted. */
  connect: number
  /** ms after which a connection that is not used is closed. */
  idle: number
}

const MAILS_A_CONNECTION = 200

interface Link {
  connection: SMTPConnection
  sent: number
  timer?: NodeJS.Timeout
}

/**
 * A few connections to the mail server that are kept and used in turn. One mail that a server drags out holds one of
 * them, and not longer than the deadline; the others go on.
 */
export function smtpPool(
  url: string,
  size: number,
  times: PoolTimes = { mail: 90_000, connect: 20_000, idle: 15_000 },
): SmtpPool {
  const { auth, ...settings } = parseConnectionUrl(url)
  const idle: Link[] = []
  const open = new Set<SMTPConnection>()
  const waiting: (() => void)[] = []
  let busy = 0
  let closed = false

  const connect = () =>
    new Promise<Link>((resolve, reject) => {
      const connection = new SMTPConnection({
        ...settings,
        connectionTimeout: times.connect,
        greetingTimeout: times.connect,
        socketTimeout: times.mail,
        socketCloseTimeout: 500,
      })
      open.add(connection)
      connection.once("end", () => open.delete(connection))
      const fail = (error: Error) => {
        connection.close()
        reject(error)
      }
      // Whatever goes wrong later reaches the mail that is under way; without a listener it would end the process.
      connection.on("error", fail)
      connection.connect((error) => {
        if (error) return fail(error)
        const link = { connection, sent: 0 }
        if (auth === undefined || !connection.allowsAuth) return resolve(link)
        connection.login(auth, (refused) => (refused ? fail(refused) : resolve(link)))
      })
    })

  const take = async (): Promise<{ link: Link; isNew: boolean }> => {
    for (let link = idle.pop(); link !== undefined; link = idle.pop()) {
      clearTimeout(link.timer)
      if (!link.connection.destroyed) return { link, isNew: false }
    }
    const link = await connect().catch((error: unknown) => {
      throw deliveryError(error, false)
    })
    return { link, isNew: true }
  }

  const giveBack = (link: Link) => {
    if (closed || link.connection.destroyed || link.sent >= MAILS_A_CONNECTION) return link.connection.quit()
    link.timer = setTimeout(() => {
      idle.splice(idle.indexOf(link), 1)
      link.connection.quit()
    }, times.idle)
    idle.push(link)
  }

  const transmit = ({ connection }: Link, envelope: Envelope, message: Buffer) =>
    new Promise<void>((resolve, reject) => {
      let handedOver = false
      // Read only after the server has said that it is ready for the message.
      const stream = Readable.from(
        (function* () {
          handedOver = true
          yield message
        })(),
        { objectMode: false },
      )
      const deadline = setTimeout(() => {
        reject(deliveryError(Object.assign(new Error("too slow"), { code: "ETIMEDOUT" }), handedOver, true))
        connection.close()
      }, times.mail)
      connection.send({ from: envelope.from, to: [envelope.to] }, stream, (error) => {
        clearTimeout(deadline)
        if (error) reject(deliveryError(error, handedOver))
        else resolve()
      })
    })

  /** "again": a kept connection turned out to be closed by the server, which says nothing about this mail. */
  const sendOnce = async (envelope: Envelope, message: Buffer): Promise<"again" | undefined> => {
    const { link, isNew } = await take()
    try {
      await transmit(link, envelope, message)
      link.sent++
      giveBack(link)
      return undefined
    } catch (error) {
      const fault = deliveryFault(error)
      const isClosed =
        link.connection.destroyed || fault === undefined || fault.code === 0 || fault.code === 421
      if (isClosed) link.connection.close()
      // A refused recipient leaves a connection that can be used once it has been reset.
      else link.connection.reset((broken) => (broken ? link.connection.close() : giveBack(link)))
      if (!isNew && fault?.stage === "server" && fault.code === 0 && !fault.slow && !fault.mayHaveArrived)
        return "again"
      throw error
    }
  }

  return {
    async send(envelope, message) {
      if (busy >= size) await new Promise<void>((free) => waiting.push(free))
      busy++
      try {
        while ((await sendOnce(envelope, message)) === "again");
      } finally {
        busy--
        waiting.shift()?.()
      }
    },
    async probe() {
      const link = await connect().catch((error: unknown) => {
        throw deliveryError(error, false)
      })
      const { secure, authenticated } = link.connection
      link.connection.quit()
      return { secure, signedIn: authenticated }
    },
    close() {
      closed = true
      for (const { timer } of idle) clearTimeout(timer)
      for (const connection of open) connection.close()
    },
  }
}

/** What a failure means for the mail. The server's own text stays out of it: it may quote the address. */
function deliveryError(error: unknown, handedOver: boolean, slow = false): Error {
  const {
    responseCode,
    response,
    command,
    code: kind,
  } = error as {
    responseCode?: number
    response?: string
    command?: string
    code?: string
  }
  const code = Number(responseCode ?? 0)
  const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response ?? "")?.[1] ?? String(code || kind || 0)
  const stage = command === "RCPT TO" ? "recipient" : command === "DATA" && code > 0 ? "message" : "server"
  // An address that cannot be written in an envelope at all will not become one.
  const isBadAddress = kind === "EENVELOPE" && code === 0
  const fault: DeliveryFault = isBadAddress
    ? { stage: "recipient", code: 553, status: "5.1.3", mayHaveArrived: false, slow }
    : { stage, code, status, mayHaveArrived: handedOver && code === 0, slow }
  return Object.assign(new Error("the mail server did not take the mail", { cause: fault }), {
    responseCode: code,
  })
}

/** What a rejected `send` says; undefined: no failure of the delivery but one of ours. */
export function deliveryFault(error: unknown): DeliveryFault | undefined {
  const cause = error instanceof Error ? error.cause : undefined
  return typeof cause === "object" && cause !== null && "mayHaveArrived" in cause
    ? (cause as DeliveryFault)
    : undefined
}
