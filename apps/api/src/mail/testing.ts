import { type AddressInfo, createServer, type Socket } from "node:net"
import { type Db, withOrganization } from "@throughline/db"
import { sql } from "kysely"
import type { Deps } from "../deps.ts"
import type { Mail, Mailer } from "./mailer.ts"

export interface HeardMail {
  to: string
  messageId: string
  raw: string
}

/** An SMTP reply; "hang": none ever comes; "drop": the connection ends without one. */
type Reply = string | "hang" | "drop"

/** A small SMTP server on the loopback address that misbehaves on request, for tests. */
export async function nastySmtp(
  behave: {
    greet?: () => Reply
    rcpt?: (address: string) => Reply
    /** Of the whole mail; "drop" after it was heard in full. */
    data?: (mail: HeardMail) => Reply
  } = {},
  port = 0,
) {
  /** Every message that came in full, whatever was answered. */
  const heard: HeardMail[] = []
  /** Those that were acknowledged. */
  const taken: HeardMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket))
    socket.on("error", () => {})
    let buffer = ""
    let to = ""
    let inData = false
    const answer = (reply: Reply) => {
      if (reply === "drop") socket.destroy()
      else if (reply !== "hang") socket.write(`${reply}\r\n`)
    }
    const command = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === "EHLO") answer("250-sink\r\n250 8BITMIME")
      else if (verb === "RCPT") {
        to = /<(.*)>/.exec(line)?.[1] ?? ""
        answer(behave.rcpt?.(to) ?? "250 ok")
      } else if (verb === "DATA") {
        inData = true
        answer("354 go on")
      } else if (verb === "QUIT") {
        answer("221 bye")
        socket.end()
      } else answer("250 ok")
    }
    socket.on("data", (chunk) => {
      buffer += chunk.toString("latin1")
      for (;;) {
        const end = buffer.indexOf(inData ? "\r\n.\r\n" : "\r\n")
        if (end < 0) return
        const text = buffer.slice(0, end)
        buffer = buffer.slice(end + (inData ? 5 : 2))
        if (!inData) {
          command(text)
          continue
        }
        inData = false
        const mail = { to, messageId: /^Message-ID: (.*)$/im.exec(text)?.[1] ?? "", raw: text }
        heard.push(mail)
        const reply = behave.data?.(mail) ?? "250 taken"
        if (reply.startsWith("2")) taken.push(mail)
        answer(reply)
      }
    })
    answer(behave.greet?.() ?? "220 sink")
  })
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready))
  const address = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    heard,
    taken,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

/** All rows of a survey's mails, as they stand. */
export function mailRows(deps: Deps, organizationId: string, surveyId: string, wave = 0) {
  return withOrganization(deps.db, "worker", organizationId, (tx) =>
    tx
      .selectFrom("registry.mail")
      .selectAll()
      .where("survey_id", "=", surveyId)
      .where("wave", "=", wave)
      .orderBy("person_id")
      .execute(),
  )
}

/** Time passes: what was put off is due now. */
export async function makeDue(deps: Deps, organizationId: string): Promise<void> {
  await withOrganization(deps.db, "worker", organizationId, (tx) =>
    tx.updateTable("registry.mail").set({ due_at: sql`now()` }).where("due_at", "is not", null).execute(),
  )
}

/** Gives people addresses: `address` is told each person's number. */
export async function setAddresses(
  deps: Deps,
  organizationId: string,
  address: (person: number) => string | null,
): Promise<void> {
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const people = await tx.selectFrom("registry.person").select("person_id").orderBy("source_id").execute()
    for (const [at, { person_id }] of people.entries()) {
      await tx
        .updateTable("registry.person")
        .set({ email: address(at) })
        .where("person_id", "=", person_id)
        .execute()
    }
  })
}

/** Everything the database says of a survey's people and mails but whether they have a signature, one line a person. */
export async function traces(db: Db, organizationId: string) {
  const { rows } = await db.transaction().execute(async (tx) => {
    await sql`select set_config('throughline.organization', ${organizationId}, true)`.execute(tx)
    return await sql<{ person_id: string; is_signed: boolean; trace: string }>`
      select person_id, signed_message is not null as is_signed, concat_ws(' ', reminders_stopped, printed, (
        select string_agg(concat_ws(' ', wave, state, due_at is null, claimed_at is null, attempt, deferrals, copies,
          soft_bounces, refused_address, refused_status, mail.xmin), ', ' order by wave)
        from registry.mail
        where mail.organization_id = invitation.organization_id and mail.person_id = invitation.person_id and wave > 0)) as trace
      from registry.invitation where organization_id = ${organizationId}`.execute(tx)
  })
  return rows
}

/** A mailer that keeps what it sends, and fails as it is told. */
export const collecting = () => {
  const sent: Mail[] = []
  let fail: (mail: Mail) => unknown = () => undefined
  const mailer: Mailer = {
    size: 10,
    async send(mail) {
      const cause = fail(mail)
      if (cause !== undefined) throw new Error("not taken", { cause })
      sent.push(mail)
    },
    probe: async () => undefined,
    outbox: () => [],
    close: () => {},
  }
  return {
    sent,
    mailer,
    failing(how: typeof fail) {
      fail = how
    },
  }
}
