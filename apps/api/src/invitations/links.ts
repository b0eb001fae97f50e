import { createHash, createHmac } from "node:crypto"
import { fromBase64url, toBase64url } from "@throughline/ballot"
import type { Db } from "@throughline/db"
import { fromBase32, readBase32, toBase32 } from "./base32.ts"
import { organizationOf } from "./organization-code.ts"

/** Whose invitation it is; the nonce is made anew at the close, after which no link can be computed any more. */
export interface LinkParts {
  organizationId: string
  surveyId: string
  personId: string
  nonce: Uint8Array
  /** Its secret is a code of 80 bits that can be typed, for people whom no mail reaches. */
  printed: boolean
}

const CODE = 6
const PRINTED = 16

/**
 * What a personal link ends with: the organization's code ‖ 32 bytes HMAC(key, survey ‖ person ‖ nonce) as base64url;
 * of a printed invitation the code ‖ 10 other such bytes in base32.
 */
export function linkSecret(key: Uint8Array, code: string, parts: LinkParts): string {
  const secret = secretBytes(key, parts)
  return code + (parts.printed ? toBase32(secret) : toBase64url(secret))
}

/** What stops the reminders of this survey, and nothing else: it opens no questionnaire. */
export function stopToken(key: Uint8Array, code: string, parts: LinkParts): string {
  return code + toBase64url(mac(key, "stop reminders", parts))
}

/** All that the database keeps of the secrets of an invitation. */
export function secretHashes(
  key: Uint8Array,
  parts: LinkParts,
): { secretHash: Uint8Array; stopHash: Uint8Array } {
  return {
    secretHash: hashOf(parts.organizationId, secretBytes(key, parts)),
    stopHash: hashOf(parts.organizationId, mac(key, "stop reminders", parts)),
  }
}

/**
 * What the database knows of a secret: its organization and its hash. undefined: this was never one of our links.
 * Printed codes are read as people type them: capitals, blanks and dashes, O for 0, I and L for 1.
 */
export async function readSecret(
  db: Db,
  secret: string,
): Promise<{ organizationId: string; hash: Uint8Array } | undefined> {
  // A short look first: a database is not asked about whatever somebody sends.
  if (secret.length > 100) return undefined
  if (secret.length === 64) return readLongSecret(secret)
  const bytes = secret.length === CODE + 43 ? fromBase64url(secret.slice(CODE)) : readPrinted(secret)
  const code = readBase32(secret.trim().slice(0, CODE), CODE)
  if (bytes === undefined || code === undefined) return undefined
  const organizationId = await organizationOf(db, code)
  return organizationId === undefined ? undefined : { organizationId, hash: hashOf(organizationId, bytes) }
}

/** As long as a link's secret, of this version or the first; anything shorter could be a code that somebody typed. */
export function isLink(secret: string): boolean {
  return secret.length === CODE + 43 || secret.length === 64
}

/** A printed code as it stands in a letter. */
export function spacedCode(secret: string): string {
  const rest = secret.slice(CODE).match(/.{4}/g) ?? []
  return [secret.slice(0, CODE), ...rest].join("-").toUpperCase()
}

function readPrinted(secret: string): Uint8Array | undefined {
  const typed = readBase32(secret, CODE + PRINTED)
  return typed === undefined ? undefined : fromBase32(typed.slice(CODE))
}

/** Links of the first version held the organization's id itself; those in mails already sent go on working. */
function readLongSecret(secret: string): { organizationId: string; hash: Uint8Array } | undefined {
  const bytes = fromBase64url(secret)
  if (bytes?.length !== 48) return undefined
  const hex = Buffer.from(bytes.subarray(0, 16)).toString("hex")
  const organizationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
  return { organizationId, hash: hashOf(organizationId, bytes.subarray(16)) }
}

function secretBytes(key: Uint8Array, parts: LinkParts): Buffer {
  return parts.printed ? mac(key, "printed code", parts).subarray(0, 10) : mac(key, "", parts)
}

/** Bytes for different uses share nothing: whoever holds one can compute no other. */
function mac(key: Uint8Array, use: string, { surveyId, personId, nonce }: LinkParts): Buffer {
  return createHmac("sha256", key)
    .update(use === "" ? "" : `${use}\0`)
    .update(uuidBytes(surveyId))
    .update(uuidBytes(personId))
    .update(nonce)
    .digest()
}

function hashOf(organizationId: string, secret: Uint8Array): Uint8Array {
  return createHash("sha256").update(uuidBytes(organizationId)).update(secret).digest()
}

function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex")
}
