import type { OpenedTrustee } from "@throughline/api/client"
import type { Dealing, Manifest, SealedBallot } from "@throughline/ballot"
import { type Failure, failure } from "../app/failure.ts"
import type { Opened } from "./open-ballots.ts"

/** What the page knows of the survey and of the three. */
export type Opened3 = Omit<OpenedTrustee, "manifest"> & { manifest: Manifest | null }

export interface BallotPage {
  /** Opens with the survey's key; what is in it goes with the opened answers. */
  challenge: string
  total: number
  ballots: SealedBallot[]
  next: string | null
}

export interface TrusteeApi {
  look(): Promise<Opened3>
  postKey(publicKey: string): Promise<void>
  postDealing(dealing: Dealing & { publicKeys: string[]; proof: string }): Promise<void>
  postTried(tried: { sealingKey: string; proof: string }): Promise<void>
  postHanded(handed: { to: number; sealed: string; proof: string }): Promise<void>
  ballots(after: string | undefined): Promise<BallotPage>
  /** All in one body: in pieces they would have to be kept on the server in between. */
  postOpened(
    openings: readonly Opened[],
    proof: string,
    tell: (sent: number, total: number) => void,
  ): Promise<void>
}

/** The secret of a trustee's link `/trustee/<secret>`. */
export function trusteeSecretOf(path: string): string | undefined {
  return /^\/trustee\/([A-Za-z0-9_-]{20,128})\/?$/.exec(path)?.[1]
}

/** Every call is made with the link's secret, sent as a header so that no log of addresses ever holds it. */
export function trusteeApi(secret: string): TrusteeApi {
  const headers = { Authorization: `Trustee ${secret}` }
  async function ask<T>(path: string, body?: unknown): Promise<T> {
    const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }
    const reply = await fetch(`/api/trustee${path}`, {
      ...sent,
      headers: { ...headers, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    }).catch(() => {
      throw failure("connection.lost")
    })
    const answer = await reply.json().catch(() => {
      throw failure("server.unreadable")
    })
    if (!reply.ok) throw failureOf(answer)
    return answer
  }
  return {
    look: () => ask(""),
    postKey: async (publicKey) => void (await ask("/key", { publicKey })),
    postDealing: async (dealing) => void (await ask("/dealing", dealing)),
    postTried: async (tried) => void (await ask("/tried", tried)),
    postHanded: async (handed) => void (await ask("/handed", handed)),
    ballots: (after) => ask(after === undefined ? "/ballots" : `/ballots?after=${after}`),
    postOpened: (openings, proof, tell) =>
      new Promise((resolve, reject) => {
        // `fetch` does not tell how much has gone.
        const request = new XMLHttpRequest()
        request.open("POST", "/api/trustee/opened")
        request.setRequestHeader("Content-Type", "application/json")
        request.setRequestHeader("Authorization", headers.Authorization)
        request.setRequestHeader("Trustee-Proof", proof)
        request.upload.onprogress = ({ loaded, total }) => tell(loaded, total)
        request.onerror = () => reject(failure("connection.lost"))
        request.onload = () =>
          request.status < 300 ? resolve() : reject(failureOf(read(request.responseText)))
        request.send(JSON.stringify({ openings }))
      }),
  }
}

function failureOf(body: unknown): Failure {
  const { code, detail } = (typeof body === "object" && body !== null ? body : {}) as Partial<Failure>
  return failure(code ?? "server.error", detail === undefined ? {} : { detail })
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
