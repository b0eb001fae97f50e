import type { Language } from "@throughline/instrument"
import { element } from "../element.ts"
import type { HowState } from "../how-page.ts"
import { howTexts } from "./speech.ts"

/** The two requests of this browser side by side, with the bytes that were really sent, shortened. */
export function requestsSection(language: Language, { kept, secret, blinded }: HowState): HTMLElement {
  const { requests } = howTexts(language)
  const { labels } = requests
  const sent = kept?.sent
  const first: Part[] = [
    [labels.link, `/s/${secret}`],
    [labels.blinded, blinded],
  ]
  const second: Part[] = [
    [labels.group, sent ? String(sent.cohort) : undefined],
    [labels.ballotKey, sent?.ballotKey],
    [labels.credential, sent?.credential],
    ...(sent ? ([[labels.sealed(sent.sealedBytes), sent.sealed]] satisfies Part[]) : []),
    [labels.signature, sent?.signature],
  ]
  const isApart = nothingShared([secret, blinded ?? ""], Object.values(sent ?? {}).map(String))
  return element(
    "section",
    { class: "why-part" },
    element("h2", {}, requests.title),
    element("p", {}, sent ? requests.after : requests.before),
    element(
      "div",
      { class: "requests" },
      request(requests.withLink, "POST /api/signatures", first),
      request(requests.withoutLink, "POST /api/ballots", second),
    ),
    sent &&
      element(
        "p",
        { class: isApart ? "notice" : "notice attention" },
        isApart ? (blinded ? requests.nothingShared : requests.forgotten) : requests.shared,
      ),
  )
}

type Part = [label: string, bytes: string | undefined]

function request(title: string, line: string, parts: Part[]): HTMLElement {
  return element(
    "div",
    { class: "request" },
    element("h3", {}, title),
    element("p", { class: "bytes", dir: "ltr" }, line),
    element(
      "dl",
      {},
      ...parts.map(([label, bytes]) =>
        element(
          "div",
          {},
          element("dt", {}, label),
          element("dd", { class: "bytes", dir: "ltr" }, bytes === undefined ? "…" : shortened(bytes)),
        ),
      ),
    ),
  )
}

export function shortened(bytes: string): string {
  return bytes.length <= 32 ? bytes : `${bytes.slice(0, 18)} … ${bytes.slice(-8)}`
}

const PIECE = 12

/** Whether no twelve characters in a row of the one side (72 random bits) occur in the other. */
export function nothingShared(one: readonly string[], other: readonly string[]): boolean {
  return one.every((text) =>
    Array.from({ length: Math.max(0, text.length - PIECE + 1) }, (_, at) => text.slice(at, at + PIECE)).every(
      (piece) => !other.some((its) => its.includes(piece)),
    ),
  )
}
