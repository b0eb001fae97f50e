import { toBase64url } from "./base64url.ts"
import { canonicalJson } from "./canonical-json.ts"

/** What is promised about a survey, frozen at launch and shown to every respondent. */
export interface Manifest {
  version: 2
  organization: string
  survey: string
  /** `hashOf` the questionnaire as respondents receive it. */
  texts: string
  /** Minimum group size. */
  k: number
  /** ISO 8601 date and time. */
  closesAt: string
  /** HPKE public key: base64url, 65 bytes, P-256, uncompressed. */
  sealingKey: string
  /** Bytes of every padded answer before it is sealed: `paddedSize` of the questionnaire's longest answer. */
  sealedSize: number
  /** Hash of the respondents' page; "" where pages are not built. */
  page: string
  /** `hashOf` the cut: a `CutCohort` for each cohort, in the order of id. */
  cut: string
  /** Names of those who read comments; none: nobody does. */
  reviewers: string[]
  /** Names of those who hold the sealing key together; none: the server holds it. */
  trustees: string[]
  /** How many cohorts there are. */
  cohorts: number
  /** `merkleRoot` of the leaves, one a cohort, in the order of id. */
  root: string
}

/** A cohort as it is published before launch: where in the frozen org chart it hangs, and how many are invited. */
export interface CutCohort {
  id: number
  layers: [number, number]
  /** Position of the manager it hangs on; -1 is the empty head above several tops. */
  anchor: number
  kind: "pure" | "mixed" | "top"
  invited: number
}

/** SHA-256 of the value's canonical JSON, base64url (43 characters). */
export async function hashOf(value: unknown): Promise<string> {
  return toBase64url(await sha256(new TextEncoder().encode(canonicalJson(value))))
}

/** The fingerprint of a manifest. Every ballot is sealed to it, so a ballot of another promise cannot be opened. */
export function manifestHash(manifest: Manifest): Promise<string> {
  return hashOf(manifest)
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
}
