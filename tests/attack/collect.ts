import { createHash } from "node:crypto"
import type { TestApp } from "../../apps/api/src/testing.ts"
import type { Looker } from "./seed-company.ts"

/** One answer of the API, with everything about it that a looker can see. */
export interface Seen {
  look: string
  role: string
  /** As in the OpenAPI document. */
  route: string
  path: string
  accept: string
  status: number
  /** All that could differ but the date, the session and the request's own id. */
  headers: Record<string, string>
  /** Bytes as sent, compressed. */
  size: number
  hash: string
  text: string
}

interface Parameter {
  name: string
  in: string
  required?: boolean
  schema?: { enum?: unknown[]; type?: string }
}

type OpenApi = { paths: Record<string, Record<string, { parameters?: Parameter[] }>> }

/** Beside what the document says of a parameter, what somebody would try. */
const tried: Record<string, string[]> = {
  language: ["en", "ar", "xx"],
  version: ["1", "2"],
  cohort: ["0", "1", "2", "3", "9999"],
  construct: ["message"],
  lag: ["-1", "1"],
}
const formats = ["application/json", "text/csv", "text/html", "image/svg+xml"]
/** Routes of a survey: where answers could come out in another format, or by a parameter that nobody has written down. */
const ofAnswers = /^\/api\/(surveys|results|manifests|stories)/
const changing = new Set(["date", "set-cookie", "content-length", "ratelimit-reset", "server-timing"])

/** What stands in paths and queries: ids that a looker knows or finds out. */
export type Known = Record<string, string[]>

/**
 * Calls every route of the OpenAPI document that reads, as each looker, with every value that is known of its parameters,
 * in every format. `every`: also with queries and formats that no route declares.
 */
export async function collect(
  api: TestApp,
  look: string,
  lookers: readonly Looker[],
  known: Known,
  every: boolean,
): Promise<Seen[]> {
  const { paths } = (await (await api.app.request("/api/openapi.json")).json()) as OpenApi
  const seen: Seen[] = []
  for (const [number, looker] of lookers.entries()) {
    // Formats and stray parameters meet the same code whoever asks: one looker of each kind tries them.
    const tries = every && (number < 3 || looker.role === "anybody")
    for (const [route, methods] of Object.entries(paths)) {
      const get = methods.get
      if (get === undefined) continue
      const parameters = get.parameters ?? []
      const bases = filled(route, known)
      const needed = parameters.filter((parameter) => parameter.required === true)
      const queries = tries
        ? queriesOf(parameters, ofAnswers.test(route), known)
        : queriesOf(needed, false, known)
      const accepts = tries && ofAnswers.test(route) ? formats : [formats[0] as string]
      for (const base of bases) {
        for (const query of queries) {
          for (const accept of query === "" ? accepts : [formats[0] as string]) {
            seen.push(await ask(api, { look, role: looker.role, route, path: base + query, accept }, looker))
          }
        }
      }
    }
  }
  return seen
}

async function ask(
  api: TestApp,
  what: Pick<Seen, "look" | "role" | "route" | "path" | "accept">,
  { headers }: Looker,
): Promise<Seen> {
  const response = await api.app.request(`${api.deps.config.publicUrl}${what.path}`, {
    headers: { ...headers, ...elsewhere(), Accept: what.accept, "Accept-Encoding": "gzip" },
  })
  const sent = new Uint8Array(await response.arrayBuffer())
  const packed = response.headers.get("content-encoding") === "gzip"
  const text = packed ? await unpack(sent) : new TextDecoder().decode(sent)
  return {
    ...what,
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !changing.has(name))),
    size: sent.length,
    hash: createHash("sha256").update(text).digest("base64url"),
    text,
  }
}

let addresses = 0
/** Each request from an address of its own: how many one may send is not what is tried here. */
const elsewhere = () => {
  const number = addresses++
  return { "X-Forwarded-For": `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}` }
}

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text()
}

/** The paths of a route with every known value in each place. */
function filled(route: string, known: Known): string[] {
  const [, name] = /\{([a-z]+)\}/i.exec(route) ?? []
  if (name === undefined) return [route]
  const values = known[name] ?? tried[name] ?? ["1"]
  return values.flatMap((value) => filled(route.replace(`{${name}}`, encodeURIComponent(value)), known))
}

function queriesOf(parameters: readonly Parameter[], isOfAnswers: boolean, known: Known): string[] {
  const declared = parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name, schema }) => {
      const values = schema?.enum?.map(String) ?? known[name] ?? tried[name] ?? ["1", "all"]
      return values.map((value) => `${name}=${encodeURIComponent(value)}`)
    })
  const combined = declared.reduce<string[]>(
    (all, one) => all.flatMap((query) => one.map((more) => (query === "" ? more : `${query}&${more}`))),
    [""],
  )
  // What no route declares must change nothing.
  const more = isOfAnswers
    ? ["format=csv&k=1&minimum=1", "group=unit:1&measure=message&layer=3&raw=true"]
    : []
  return [...new Set(["", ...combined.filter((query) => query !== "").map((query) => `?${query}`)])].concat(
    more.map((query) => `?${combined.find((one) => one !== "") ?? "x=1"}&${query}`),
  )
}
