// Three trustees as their browsers do it: the page's own functions over the real API. Everything that goes to the
// server is written down, so that a test can search it.
import { answerChallenge, createSealingKey, type JointShare, type SealingKey } from "@throughline/ballot"
import type { TestApp } from "../../apps/api/src/testing.ts"
import type { OpenedTrustee } from "../../apps/api/src/trustees/schemas.ts"
import { fetchAll, openAll } from "../../apps/web/src/trustees/open-ballots.ts"
import { provenBy } from "../../apps/web/src/trustees/proof.ts"
import { dealOwn, joinHanded, openOwnShare, sealHanded } from "../../apps/web/src/trustees/shares.ts"
import type { BallotPage, Opened3 } from "../../apps/web/src/trustees/trustee-api.ts"

export interface Seat {
  secret: string
  email: string
  key: SealingKey
  /** `proof`: what the challenge of the survey's key held, as a header. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    proof?: string,
  ): Promise<{ status: number; json: unknown }>
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
  const ask: Seat["ask"] = async (method, path, body, proof) => {
    const sent = body === undefined ? undefined : JSON.stringify(body)
    if (sent !== undefined) posted.push(sent)
    const reply = await api.app.request(`${api.deps.config.publicUrl}/api/trustee${path}`, {
      method,
      headers: {
        Origin: api.deps.config.publicUrl,
        Authorization: `Trustee ${secret}`,
        ...(proof === undefined ? {} : { "Trustee-Proof": proof }),
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

/** Keys, dealings and tries of all three: what has to be before a launch. */
export async function prepareTrustees(seats: readonly Seat[]): Promise<void> {
  for (const seat of seats) await fine(seat.ask("POST", "/key", { publicKey: seat.key.publicKey }))
  for (const seat of seats) await dealFor(seat)
  for (const seat of seats) {
    await openShare(seat)
    const seen = await seat.look()
    const { sealingKey } = seen
    await fine(seat.ask("POST", "/tried", { sealingKey, proof: await provenBy(seat.key, seen) }))
  }
}

export async function dealFor(seat: Seat): Promise<void> {
  const seen = await seat.look()
  const dealing = { ...(await dealOwn(seat.key, seen)), proof: await provenBy(seat.key, seen) }
  await fine(seat.ask("POST", "/dealing", dealing))
}

export async function openShare(seat: Seat): Promise<JointShare> {
  const seen = await seat.look()
  const own = await openOwnShare(seat.key, seen)
  if ("fault" in own) throw new Error(`seat ${seen.seat} cannot open its share: ${own.fault}`)
  return own
}

/** `from` hands over their share, or what is said to be one; `to` is the place of the other among the three. */
export async function handTo(from: Seat, to: number, junk?: string): Promise<void> {
  const seen = await from.look()
  const sealed = junk ?? (await sealHanded(await openShare(from), seen.survey.id, to))
  await fine(from.ask("POST", "/handed", { to, sealed, proof: await provenBy(from.key, seen) }))
}

/** The survey's key in one browser, from the own share and those that were handed over. */
export async function joinedKey(seat: Seat): Promise<SealingKey> {
  const { survey, handed } = await seat.look()
  const { key, junk } = await joinHanded(seat.key, await openShare(seat), survey.id, handed)
  if (key === undefined) throw new Error(`no good share; junk of ${junk.join()}`)
  return key
}

/** The opened answers, shuffled, as the page would send them, and what shows that they were opened with the key. */
export async function openInBrowser(seat: Seat) {
  const { manifest, cohorts, survey, seat: number } = await seat.look()
  if (manifest === null) throw new Error("not launched")
  const page = async (after: string | undefined) =>
    (await fine(seat.ask("GET", after === undefined ? "/ballots" : `/ballots?after=${after}`))) as BallotPage
  const { ballots, challenge } = await fetchAll(page, () => {})
  const key = await joinedKey(seat)
  const openings = await openAll(key, manifest, cohorts, ballots, () => {})
  return { openings, proof: (await answerChallenge(key, survey.id, number, challenge)) ?? "" }
}

/** Brings them to be counted. */
export function bring(seat: Seat, { openings, proof }: { openings: unknown[]; proof: string }) {
  return seat.ask("POST", "/opened", { openings }, proof)
}

export async function fine(asked: Promise<{ status: number; json: unknown }>): Promise<unknown> {
  const { status, json } = await asked
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(json)}`)
  return json
}
