import { constants, createHash, generateKeyPairSync, privateDecrypt } from "node:crypto"
import { createReadStream, existsSync, readFileSync } from "node:fs"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { extname, join, normalize } from "node:path"
import { gzipSync } from "node:zlib"
import {
  type Cast,
  type CohortLeaf,
  createSealingKey,
  fromBase64url,
  hashOf,
  type Manifest,
  merkleProof,
  merkleRoot,
  type Open,
  opener,
  paddedSize,
  toBase64url,
  verifyCast,
} from "@throughline/ballot"
import {
  alignmentCore,
  answersSchema,
  freezeQuestionnaire,
  type Instrument,
  type Language,
  maximumAnswerBytes,
  type Questionnaire,
} from "@throughline/instrument"

const words = {
  mission: "To make clean water something nobody has to think about.",
  missionDecoys: [
    "To be the leading provider of innovative water solutions.",
    "To deliver value to our shareholders through sustainable growth.",
    "To connect people with the resources that move them forward.",
    "To set the standard for excellence in everything we do.",
  ],
  vision: "By 2032 no household in our region boils its water.",
  priorities: ["Halve leakage by 2028", "Answer every fault within four hours", "Grow our own engineers"],
  priorityDecoys: [
    "Enter two new markets",
    "Lower the cost of every department by a tenth",
    "Launch a customer app",
    "Merge the regional offices",
  ],
}

export interface Invited {
  hasReports?: boolean
  languages?: Language[]
  language?: Language
  /** A printed code instead of a secret. */
  code?: string
}

export interface Fault {
  /** "before": the request never arrives; "after": it is stored, and the reply is lost. */
  cut?: "before" | "after"
  status?: number
}

/** The routes a respondent's browser uses and the static files, with the real seal and the real schema behind. */
export async function fakeApi(dist: string, instrument: Instrument = alignmentCore) {
  const sealingKey = await createSealingKey()
  const { questionnaire } = freezeQuestionnaire(instrument, words, "Meridian Water", "seed-of-this-test-only")
  const organization = { id: "0b6f7c1e-6f5e-4c52-9a43-0d4f2d6c9a11", name: "Meridian Water" }
  const survey = {
    id: "5d3a1f04-52a7-4a8e-8f52-8f0f3e7b2c77",
    name: "Spring 2027",
    closesAt: "2027-03-12T17:00:00.000Z",
  }
  const own = signingKey()
  const leaves: CohortLeaf[] = [
    { id: 0, label: "Layer 4", invited: 41, key: signingKey().key },
    { id: 1, label: "Layer 5", invited: 23, key: own.key },
    { id: 2, label: "Layer 6", invited: 9, key: signingKey().key },
  ]
  const index = 1
  const leaf = leaves[index] as CohortLeaf
  const proof = await merkleProof(leaves, index)
  const pageList = existsSync(join(dist, "page.json")) ? readFileSync(join(dist, "page.json"), "utf8") : "{}"
  const manifest: Manifest = {
    version: 2,
    organization: organization.id,
    survey: survey.id,
    texts: await hashOf(questionnaire),
    k: 5,
    closesAt: survey.closesAt,
    sealingKey: sealingKey.publicKey,
    sealedSize: paddedSize(maximumAnswerBytes(questionnaire)),
    page: JSON.parse(pageList).page ?? "",
    cut: await hashOf([]),
    reviewers: [],
    trustees: [],
    cohorts: leaves.length,
    root: await merkleRoot(leaves),
  }
  const invitations = new Map<string, Required<Invited> & { signed?: string }>()
  const box = new Map<string, Cast>()
  const requests: { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[] = []
  const honest = {
    closed: false,
    /** Of the request that asks for a signature, and of the one that casts. */
    signing: undefined as Fault | undefined,
    fault: undefined as Fault | undefined,
    /** What is told to whoever comes with a link; everybody else is told the honest promise. */
    told: {} as Partial<Manifest>,
    leaf: {} as Partial<CohortLeaf>,
    /** Signs with a key that is not the group's. */
    forges: false,
    /** The published promise cannot be had. */
    hides: false,
  }
  const state = { ...honest }
  const other = signingKey()
  const open: Open = opener(
    sealingKey,
    manifest,
    leaves.map(({ id }) => id),
  )

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", "http://localhost")
    if (url.pathname === "/api/invitation") return invitation(request, response)
    if (url.pathname === "/api/signatures") return signature(request, response)
    if (url.pathname === "/api/ballots") return ballot(request, response)
    if (url.pathname.startsWith("/api/manifests/")) return published(url.pathname, response)
    if (url.pathname.startsWith("/api/reminders/")) {
      if (state.fault?.status) return json(response, state.fault.status, {})
      return json(response, invitations.has(url.pathname.slice(15)) ? 200 : 404, {})
    }
    return file(url.pathname, request, response)
  }

  const secretIn = (request: IncomingMessage) =>
    /^Invitation (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? ""

  function invitation(request: IncomingMessage, response: ServerResponse) {
    const invited = invitations.get(secretIn(request))
    if (!invited) return json(response, 404, { code: "invitation.unknown" })
    if (state.closed) return json(response, 200, { state: "closed", organization, survey })
    if (invited.signed && invited.code === "")
      return json(response, 200, { state: "answered", organization, survey })
    return json(response, 200, {
      state: "open",
      organization,
      survey,
      leaf: { ...leaf, ...state.leaf },
      index,
      proof,
      hasReports: invited.hasReports,
      languages: invited.languages,
      language: invited.language,
      questionnaire,
      manifest: { ...manifest, ...state.told },
    })
  }

  function published(path: string, response: ServerResponse) {
    if (state.hides) return json(response, 503, {})
    if (!path.startsWith(`/api/manifests/${organization.id}/${survey.id}`)) return json(response, 404, {})
    if (!path.endsWith("/receipts")) return json(response, 200, { manifest })
    if (!state.closed) return json(response, 404, { code: "bundle.not-yet" })
    return opened().then((all) => json(response, 200, { receipts: all.map(({ receipt }) => receipt).sort() }))
  }

  async function signature(request: IncomingMessage, response: ServerResponse) {
    const { blinded } = JSON.parse(await read(request))
    if (faulty(state.signing, "before", request, response)) return
    const invited = invitations.get(secretIn(request))
    if (!invited) return json(response, 404, { code: "invitation.unknown" })
    if (state.closed) return json(response, 410, { code: "survey.closed" })
    const message = createHash("sha256").update(blinded).digest("hex")
    if (invited.signed && invited.signed !== message) return json(response, 409, { code: "ballot.answered" })
    invited.signed = message
    if (faulty(state.signing, "after", request, response)) return
    json(response, 200, { signature: (state.forges ? other : own).sign(blinded) })
  }

  async function ballot(request: IncomingMessage, response: ServerResponse) {
    const body = await read(request)
    if (faulty(state.fault, "before", request, response)) return
    const cast: Cast = JSON.parse(body)
    const group = leaves.find(({ id }) => id === cast.cohort)
    if (!group || !(await verifyCast(cast, group.key))) return json(response, 422, { code: "ballot.invalid" })
    if (state.closed) return json(response, 410, { code: "survey.closed" })
    const held = box.get(cast.ballotKey)
    const newer = !held || held.sequence < cast.sequence
    if (newer) box.set(cast.ballotKey, cast)
    if (faulty(state.fault, "after", request, response)) return
    json(response, 201, { state: newer ? "stored" : "kept" })
  }

  /** Whether the request was ended by the fault that a test ordered. */
  function faulty(
    fault: Fault | undefined,
    when: Fault["cut"],
    request: IncomingMessage,
    response: ServerResponse,
  ): boolean {
    if (fault?.cut === when) request.socket.destroy()
    else if (when === "before" && fault?.status) json(response, fault.status, {})
    else return false
    return true
  }

  async function opened() {
    const openings = await open([...box.values()])
    return openings.flatMap((opening) => {
      if (!opening.ok) throw new Error(`a ballot does not open: ${opening.reason}`)
      return opening.answers === null ? [] : [opening]
    })
  }

  function file(path: string, request: IncomingMessage, response: ServerResponse) {
    const name = /^\/(s|r|p|code)(\/|$)/.test(path) ? "/respond.html" : path
    const found = join(dist, normalize(name))
    if (!found.startsWith(dist) || !existsSync(found)) return json(response, 404, {})
    const brotli = /\bbr\b/.test(request.headers["accept-encoding"] ?? "") && existsSync(`${found}.br`)
    response.writeHead(200, {
      "Content-Type": types[extname(found)] ?? "application/octet-stream",
      "Cache-Control": name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-store",
      "Content-Security-Policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      ...(brotli ? { "Content-Encoding": "br" } : {}),
    })
    createReadStream(brotli ? `${found}.br` : found).pipe(response)
  }

  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request
    const asked = { method, url, headers, body: "" }
    request.on("data", (chunk) => (asked.body += chunk))
    requests.push(asked)
    answer(request, response).catch((error) => json(response, 500, { error: String(error) }))
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(0, "127.0.0.1", resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    origin,
    questionnaire: questionnaire as Questionnaire,
    requests,
    state,
    /** A new personal link. */
    invite(options: Invited = {}) {
      const secret =
        options.code ?? Buffer.from(crypto.getRandomValues(new Uint8Array(48))).toString("base64url")
      invitations.set(secret, {
        hasReports: false,
        languages: ["en", "ar"],
        language: "en",
        code: "",
        ...options,
      })
      return `${origin}/s/${secret}`
    },
    ballots: () => box.size,
    /** Every ballot that says nothing. */
    async empty() {
      return box.size - (await opened()).length
    },
    /** Where anybody can read what this survey promises. */
    publicPage: `${origin}/p/${organization.id}/${survey.id}`,
    manifest,
    /** What the close would find: every ballot opened, its answers held against the questionnaire's own schema. */
    async opened() {
      return (await opened()).map(({ answers }) => answersSchema(questionnaire).parse(answers))
    },
    /** For the next test: no fault, survey open, empty box. */
    reset() {
      box.clear()
      requests.length = 0
      Object.assign(state, honest)
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** A group's key and what signs with it, as the server does: raw RSA. */
function signingKey() {
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 })
  const { n = "", e = "" } = pair.publicKey.export({ format: "jwk" })
  return {
    key: { n, e },
    sign(blinded: string): string {
      // What was blinded for another key may be beyond this one's modulus, which raw RSA refuses.
      const modulus = BigInt(`0x${Buffer.from(n, "base64url").toString("hex")}`)
      const asked = BigInt(`0x${Buffer.from(fromBase64url(blinded) ?? []).toString("hex")}`) % modulus
      const bytes = Buffer.from(asked.toString(16).padStart(512, "0"), "hex")
      const raw = privateDecrypt({ key: pair.privateKey, padding: constants.RSA_NO_PADDING }, bytes)
      return toBase64url(new Uint8Array(raw))
    },
  }
}

/** Compressed, as the real one does it. */
function json(response: ServerResponse, status: number, body: unknown) {
  const bytes = gzipSync(JSON.stringify(body))
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Encoding": "gzip",
    "Cache-Control": "no-store",
  })
  response.end(bytes)
}

async function read(request: IncomingMessage): Promise<string> {
  let body = ""
  for await (const chunk of request) body += chunk
  return body
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
}
