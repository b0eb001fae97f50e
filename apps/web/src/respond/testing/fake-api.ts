import { createReadStream, existsSync } from "node:fs"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { extname, join, normalize } from "node:path"
import { gzipSync } from "node:zlib"
import {
  type Cast,
  createSealingKey,
  hashOf,
  type Manifest,
  type Open,
  opener,
  paddedSize,
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

/** The two routes a respondent's browser uses and the static files, with the real seal and the real schema behind. */
export async function fakeApi(dist: string, instrument: Instrument = alignmentCore) {
  const sealingKey = await createSealingKey()
  const { questionnaire } = freezeQuestionnaire(instrument, words, "Meridian Water", "seed-of-this-test-only")
  const organization = { id: "0b6f7c1e-6f5e-4c52-9a43-0d4f2d6c9a11", name: "Meridian Water" }
  const survey = {
    id: "5d3a1f04-52a7-4a8e-8f52-8f0f3e7b2c77",
    name: "Spring 2027",
    closesAt: "2027-03-12T17:00:00.000Z",
  }
  const cohort = { id: 3, invited: 23 }
  const manifest: Manifest = {
    version: 1,
    organization: organization.id,
    survey: survey.id,
    texts: await hashOf(questionnaire),
    k: 5,
    closesAt: survey.closesAt,
    sealingKey: sealingKey.publicKey,
    sealedSize: paddedSize(maximumAnswerBytes(questionnaire)),
    cohorts: [
      { id: 1, invited: 41 },
      { id: 3, invited: 23 },
    ],
  }
  const invitations = new Map<string, Required<Invited> & { ballotKey?: string }>()
  const box = new Map<string, Cast>()
  const requests: { method: string; url: string; headers: IncomingMessage["headers"] }[] = []
  const state = { closed: false, fault: undefined as Fault | undefined, texts: manifest.texts }
  const open: Open = opener(sealingKey, manifest)

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", "http://localhost")
    if (url.pathname === "/api/invitation") return invitation(request, response)
    if (url.pathname === "/api/ballots") return ballot(request, response)
    if (url.pathname.startsWith("/api/reminders/")) {
      if (state.fault?.status) return json(response, state.fault.status, {})
      return json(response, invitations.has(url.pathname.slice(15)) ? 200 : 404, {})
    }
    return file(url.pathname, request, response)
  }

  function invitation(request: IncomingMessage, response: ServerResponse) {
    const secret = /^Invitation (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? ""
    const invited = invitations.get(secret)
    if (!invited) return json(response, 404, { code: "invitation.unknown" })
    if (state.closed) return json(response, 200, { state: "closed", organization, survey })
    if (invited.ballotKey) return json(response, 200, { state: "answered", organization, survey })
    return json(response, 200, {
      state: "open",
      organization,
      survey,
      cohort,
      hasReports: invited.hasReports,
      languages: invited.languages,
      language: invited.language,
      questionnaire,
      manifest: { ...manifest, texts: state.texts },
    })
  }

  async function ballot(request: IncomingMessage, response: ServerResponse) {
    const body = await read(request)
    const fault = state.fault
    if (fault?.cut === "before") return request.socket.destroy()
    if (fault?.status) return json(response, fault.status, {})
    const cast: Cast = JSON.parse(body)
    if (!(await verifyCast(cast))) return json(response, 422, { code: "ballot.invalid" })
    if (state.closed) return json(response, 410, { code: "survey.closed" })
    const invited =
      cast.credential.kind === "invitation" ? invitations.get(cast.credential.secret) : undefined
    if (!invited) return json(response, 404, { code: "invitation.unknown" })
    if (invited.ballotKey && invited.ballotKey !== cast.ballotKey)
      return json(response, 409, { code: "ballot.answered" })
    const held = box.get(cast.ballotKey)
    const newer = !held || held.sequence < cast.sequence
    if (newer) box.set(cast.ballotKey, cast)
    invited.ballotKey = cast.ballotKey
    if (fault?.cut === "after") return request.socket.destroy()
    json(response, 201, { state: newer ? "stored" : "kept" })
  }

  function file(path: string, request: IncomingMessage, response: ServerResponse) {
    const name = /^\/(s|r|code)(\/|$)/.test(path) ? "/respond.html" : path
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
    requests.push({ method, url, headers })
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
    /** What the close would find: every ballot opened, its answers held against the questionnaire's own schema. */
    async opened() {
      const openings = await open([...box.values()])
      return openings.map((opening) => {
        if (!opening.ok) throw new Error(`a ballot does not open: ${opening.reason}`)
        return answersSchema(questionnaire).parse(opening.answers)
      })
    },
    /** For the next test: no fault, survey open, empty box. */
    reset() {
      box.clear()
      requests.length = 0
      Object.assign(state, { closed: false, fault: undefined, texts: manifest.texts })
    },
    close: () => new Promise((resolve) => server.close(resolve)),
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
