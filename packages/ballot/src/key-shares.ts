import { combine, split } from "shamir-secret-sharing"
import { fromBase32, toBase32 } from "./base32.ts"
import { fromBase64url, toBase64url } from "./base64url.ts"
import { joined } from "./joined.ts"
import { sha256 } from "./manifest.ts"
import { belongTogether, type SealingKey } from "./seal.ts"

// What a share holds: which survey (5 bytes), which split (3), the share itself (33) and a checksum (4), as its number
// and 72 letters in groups of six.
const SURVEY_BYTES = 5
const SPLIT_BYTES = 3
const SHARE_BYTES = 33
const CHECKSUM_BYTES = 4
const GROUP = /.{6}/g

/**
 * Why two shares gave no key; `share` is the one at fault, 0 or 1.
 * - mistyped: not a share, or a letter of it is wrong
 * - other-survey: a share of another survey
 * - same-share: twice the same one
 * - not-a-pair: each is right by itself, but they were not made together, or not of this survey's present key
 */
export type ShareFault =
  | { fault: "mistyped" | "other-survey"; share: 0 | 1 }
  | { fault: "same-share" | "not-a-pair" }

export interface KeyShare {
  /** 1, 2 or 3, as it stands in front. */
  number: number
  /** Whether it is one of this survey. */
  ofSurvey: boolean
}

/** Three texts that are safe to print: any two of them give the survey's sealing key back, one alone tells nothing. */
export async function splitKey(survey: string, key: SealingKey): Promise<[string, string, string]> {
  const secret = fromBase64url(key.privateKey)
  if (secret?.length !== 32 || !(await belongTogether(key))) throw new RangeError("this is no sealing key")
  const head = joined(await surveyTag(survey), crypto.getRandomValues(new Uint8Array(SPLIT_BYTES)))
  const [one, two, three] = await Promise.all(
    (await split(secret, 3, 2)).map((share, at) => spell(at + 1, joined(head, share))),
  )
  return [one, two, three] as [string, string, string]
}

/**
 * The survey's sealing key from two of its shares, or what is wrong with them.
 *
 * @param publicKey the survey's sealing key as promised: what the shares give is compared with it
 */
export async function joinShares(
  survey: string,
  publicKey: string,
  [first, second]: readonly [string, string],
): Promise<SealingKey | ShareFault> {
  const [one, other] = [await read(first), await read(second)]
  if (one === undefined) return { fault: "mistyped", share: 0 }
  if (other === undefined) return { fault: "mistyped", share: 1 }
  const tag = toBase64url(await surveyTag(survey))
  if (one.survey !== tag) return { fault: "other-survey", share: 0 }
  if (other.survey !== tag) return { fault: "other-survey", share: 1 }
  if (one.split !== other.split) return { fault: "not-a-pair" }
  if (one.number === other.number) return { fault: "same-share" }
  const key = { publicKey, privateKey: toBase64url(await combine([one.share, other.share])) }
  return (await belongTogether(key)) ? key : { fault: "not-a-pair" }
}

/** What a single share says about itself, for whoever types it in; undefined when it is mistyped. */
export async function readShare(survey: string, text: string): Promise<KeyShare | undefined> {
  const share = await read(text)
  return share && { number: share.number, ofSurvey: share.survey === toBase64url(await surveyTag(survey)) }
}

async function surveyTag(survey: string) {
  const name = new TextEncoder().encode(`throughline-share-survey-1\0${survey}`)
  return (await sha256(name)).slice(0, SURVEY_BYTES)
}

async function spell(number: number, content: Uint8Array): Promise<string> {
  const letters = toBase32(joined(content, await checksum(number, content)))
  return [number, ...(letters.match(GROUP) ?? [])].join("-")
}

async function read(text: string) {
  const typed = text.trim()
  const number = Number(typed.slice(0, 1))
  const bytes = fromBase32(typed.slice(1))
  const content = bytes?.slice(0, -CHECKSUM_BYTES)
  if (content?.length !== SURVEY_BYTES + SPLIT_BYTES + SHARE_BYTES || ![1, 2, 3].includes(number))
    return undefined
  if (toBase64url(await checksum(number, content)) !== toBase64url(bytes?.slice(-CHECKSUM_BYTES) ?? content))
    return undefined
  const behind = SURVEY_BYTES + SPLIT_BYTES
  return {
    number,
    survey: toBase64url(content.slice(0, SURVEY_BYTES)),
    split: toBase64url(content.slice(SURVEY_BYTES, behind)),
    share: content.slice(behind),
  }
}

async function checksum(number: number, content: Uint8Array) {
  const domain = new TextEncoder().encode("throughline-share-1\0")
  return (await sha256(joined(domain, Uint8Array.of(number), content))).slice(0, CHECKSUM_BYTES)
}
