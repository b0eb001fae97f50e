// Three trustees as their browsers do it: the page's own functions over the real API. Everything that goes to the
// server is written down, so that a test can search it.
import { createSealingKey, type SealingKey } from "@throughline/ballot"
import type { TestApp } from "../../apps/api/src/testing.ts"
import type { OpenedTrustee } from "../../apps/api/src/trustees/schemas.ts"
import { fetchAll, openAll } from "../../apps/web/src/trustees/open-ballots.ts"
import {
  type Circle,
  joinHanded,
  type OwnShare,
  openOwnShare,
  sealHanded,
  splitAmong,
} from "../../apps/web/src/trustees/shares.ts"
import type { Opened3 } from "../../apps/web/src/trustees/trustee-api.ts"

export interface Seat {
  secret: string
  email: string
  key: SealingKey
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }>
  look(): Promise<Opened3>
}

export const three = [
  { name: "Tara Trust", email: "tara@trustees.example" },
  { name: "Theo Trust", email: "theo@trustees.example" },
  { name: "Tess Trust", email: "tess@trustees.example" },
]

/** The link in the last mail to an address. */
export function linkTo(api: TestApp, email: string): string {
  const [mail] = api.deps.mailer.outbox?.(email) ?? []
  return mail?.link.split("/trustee/")[1] ?? ""
}

/** A trustee's browser. `posted` gets every body as it goes over the wire. */
export async function seatOf(api: TestApp, email: string, posted: string[] = []): Promise<Seat> {
  const secret = linkTo(api, email)
  const ask: Seat["ask"] = async (method, path, body) => {
    const sent = body === undefined ? undefined : JSON.stringify(body)
    if (sent !== undefined) posted.push(sent)
    const reply = await api.app.request(`${api.deps.config.publicUrl}/api/trustee${path}`, {
      method,
      headers: {
        Origin: api.deps.config.publicUrl,
        Authorization: `Trustee ${secret}`,
        ...(sent === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(sent === undefined ? {} : { body: sent }),
    })
    return { status: reply.status, json: await reply.json() }
  }
  const look = async () => {
    const { status, json } = await ask("GET", "")
    if (status !== 200) throw new Error(`the trustee's page answered ${status}`)
    return json as OpenedTrustee as Opened3
  }
  return { secret, email, key: await createSealingKey(), ask, look }
}

/** Keys, split and tries of all three: what has to be before a launch. */
export async function prepareTrustees(seats: readonly Seat[]): Promise<void> {
  for (const seat of seats) await fine(seat.ask("POST", "/key", { publicKey: seat.key.publicKey }))
  const last = seats.at(-1) as Seat
  const { survey, trustees } = await last.look()
  const circle = trustees.map(({ publicKey }) => publicKey ?? "") as unknown as Circle
  await fine(last.ask("POST", "/shares", await splitAmong(survey.id, circle)))
  for (const seat of seats) {
    await openShare(seat)
    await fine(seat.ask("POST", "/tried", { sealingKey: (await seat.look()).sealingKey }))
  }
}

export async function openShare(seat: Seat): Promise<OwnShare> {
  const { survey, seat: number, sealingKey, sealedShare } = await seat.look()
  const named = { id: survey.id, sealingKey: sealingKey ?? "" }
  const own = await openOwnShare(seat.key, named, number, sealedShare ?? "")
  if (own === undefined) throw new Error(`seat ${number} cannot open its share`)
  return own
}

/** `from` hands over their share; `to` is the place of the other among the three. */
export async function handTo(from: Seat, to: number): Promise<void> {
  const { survey, seat } = await from.look()
  const sealed = await sealHanded(await openShare(from), survey.id, seat, to)
  await fine(from.ask("POST", "/handed", { to, sealed }))
}

/** The survey's key in one browser, from the own share and the one that was handed over. */
export async function joinedKey(seat: Seat): Promise<SealingKey> {
  const { survey, seat: number, handed } = await seat.look()
  const [first] = handed
  if (first === undefined) throw new Error("nobody has handed a share over")
  const joined = await joinHanded(seat.key, await openShare(seat), survey.id, number, first)
  if (typeof joined === "string") throw new Error(joined)
  return joined
}

/** The opened answers, shuffled, as the page would send them. */
export async function openInBrowser(seat: Seat) {
  const { manifest, cohorts } = await seat.look()
  if (manifest === null) throw new Error("not launched")
  const page = async (after: string | undefined) =>
    (await fine(seat.ask("GET", after === undefined ? "/ballots" : `/ballots?after=${after}`))) as never
  const ballots = await fetchAll(page, () => {})
  return await openAll(await joinedKey(seat), manifest, cohorts, ballots, () => {})
}

export async function fine(asked: Promise<{ status: number; json: unknown }>): Promise<unknown> {
  const { status, json } = await asked
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(json)}`)
  return json
}
