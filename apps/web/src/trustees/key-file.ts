import { fromBase64url, type SealingKey, toBase64url } from "@throughline/ballot"

/** What OWASP asks of PBKDF2 with SHA-256; about half a second on a phone. */
const ITERATIONS = 600_000
const KIND = "throughline trustee key"
const AES = "AES-GCM"

/** A trustee's own key as the file they keep. Only the passphrase opens it; what it belongs to can be read. */
export interface KeyFile {
  kind: typeof KIND
  version: 1
  survey: string
  organization: string
  trustee: string
  publicKey: string
  iterations: number
  salt: string
  iv: string
  sealed: string
}

export type KeyFileFault = "no-key-file" | "other-key" | "passphrase"

export interface KeyFileFacts {
  survey: string
  organization: string
  trustee: string
}

/** The text of the file. */
export async function makeKeyFile(key: SealingKey, passphrase: string, facts: KeyFileFacts): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const secret = fromBase64url(key.privateKey) ?? new Uint8Array()
  const wrapping = await keyOf(passphrase, salt, ITERATIONS, "encrypt")
  const sealed = await crypto.subtle.encrypt(
    { name: AES, iv, additionalData: bound(key.publicKey) },
    wrapping,
    secret,
  )
  const file: KeyFile = {
    kind: KIND,
    version: 1,
    ...facts,
    publicKey: key.publicKey,
    iterations: ITERATIONS,
    salt: toBase64url(salt),
    iv: toBase64url(iv),
    sealed: toBase64url(new Uint8Array(sealed)),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** The key in a file. `publicKey`: the one that the survey knows of this trustee. */
export async function openKeyFile(
  text: string,
  passphrase: string,
  publicKey: string,
): Promise<SealingKey | KeyFileFault> {
  const file = readKeyFile(text)
  if (file === undefined) return "no-key-file"
  if (file.publicKey !== publicKey) return "other-key"
  const [salt, iv, sealed] = [fromBase64url(file.salt), fromBase64url(file.iv), fromBase64url(file.sealed)]
  if (!salt || !iv || !sealed) return "no-key-file"
  try {
    const wrapping = await keyOf(passphrase, salt, file.iterations, "decrypt")
    const additionalData = bound(file.publicKey)
    const secret = await crypto.subtle.decrypt({ name: AES, iv, additionalData }, wrapping, sealed)
    return { publicKey, privateKey: toBase64url(new Uint8Array(secret)) }
  } catch {
    return "passphrase"
  }
}

export function readKeyFile(text: string): KeyFile | undefined {
  try {
    const value = JSON.parse(text) as Partial<KeyFile> | null
    const isOurs = value?.kind === KIND && value.version === 1
    // A file that somebody else made could ask for hours of work.
    const isSane =
      typeof value?.iterations === "number" && value.iterations >= 1 && value.iterations <= 5_000_000
    const texts = [value?.publicKey, value?.salt, value?.iv, value?.sealed]
    return isOurs && isSane && texts.every((one) => typeof one === "string") ? (value as KeyFile) : undefined
  } catch {
    return undefined
  }
}

async function keyOf(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
  use: "encrypt" | "decrypt",
): Promise<CryptoKey> {
  // The same letters typed on two systems may be different characters.
  const typed = new TextEncoder().encode(passphrase.normalize("NFKC"))
  const password = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"])
  const stretching = { name: "PBKDF2", hash: "SHA-256", salt, iterations }
  return await crypto.subtle.deriveKey(stretching, password, { name: AES, length: 256 }, false, [use])
}

function bound(publicKey: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${KIND}\0${publicKey}`)
}
