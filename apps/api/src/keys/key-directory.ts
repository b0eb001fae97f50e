import { randomBytes } from "node:crypto"
import { chmod, mkdir, readdir, stat } from "node:fs/promises"
import { hashOf, type SealingKey } from "@throughline/ballot"
import { z } from "zod"
import { type AtRest, atRest } from "./at-rest.ts"
import { DIRECTORY_KEY, directoryKey, type KeySecrets } from "./directory-key.ts"
import { readIfThere, removeDurably, writeDurably, writeOnce } from "./durable-files.ts"

/**
 * Keys that never enter the database or its backups. Files are 0600 in a directory 0700, encrypted under a key that only
 * KEY_SECRET opens. Whoever holds both can open the ballots of the surveys that are not closed yet; a sealing key that
 * is lost comes back from two of its recovery shares, the other keys from nowhere.
 */
export interface KeyDirectory {
  /** The key of all personal links: link secret = HMAC(key, survey, person, nonce). 32 bytes. */
  invitationKey: Uint8Array
  /** Durable before it resolves, so that a survey is never launched with a key that is not kept. */
  saveSealingKey(survey: string, key: SealingKey): Promise<void>
  /** undefined: not (or no longer) there, or damaged. `publicKey` as the survey's manifest names it. */
  readSealingKey(survey: string, publicKey: string): Promise<SealingKey | undefined>
  deleteSealingKey(survey: string, publicKey: string): Promise<void>
  /** For secrets that are kept in the database: a copy of it is worth nothing without the key directory. */
  encrypt(context: string, bytes: Uint8Array): Promise<Uint8Array>
  /** Throws when the bytes were encrypted for another context or under the key of another directory. */
  decrypt(context: string, encrypted: Uint8Array): Promise<Uint8Array>
}

const INVITATIONS = "invitations.key"
/** In front of whatever is encrypted: files of before have none. */
const MARK = Buffer.from("throughline-key-1\n", "utf8")
const sealingKey = z.object({ publicKey: z.string(), privateKey: z.string() })

/**
 * Opens or makes the directory. Files of a version that did not encrypt are encrypted in their place. Throws when
 * KEY_SECRET is not the right one, before anything is written. A test hands over an `encryption` that does nothing.
 */
export async function openKeyDirectory(
  directory: string,
  secrets: KeySecrets,
  encryption: (key: Uint8Array) => AtRest = atRest,
): Promise<KeyDirectory> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  // One that was there before may be open to others, and the modes of its files do not keep their names from anybody.
  if (((await stat(directory)).mode & 0o077) !== 0) await chmod(directory, 0o700)
  await refuseOrphans(directory)
  const header = await directoryKey(directory, secrets, encryption)
  const cipher = encryption(header.key)
  const toFile = (name: string, bytes: Uint8Array) =>
    Buffer.concat([MARK, cipher.seal(`file ${name}`, bytes)])
  const fromFile = (name: string, file: Uint8Array) =>
    isEncrypted(file) ? cipher.open(`file ${name}`, file.subarray(MARK.length)) : file

  await encryptFilesOfBefore(directory, toFile)
  const invitations =
    (await readIfThere(directory, INVITATIONS)) ??
    (await writeOnce(directory, INVITATIONS, toFile(INVITATIONS, randomBytes(32))))
  const invitationKey = fromFile(INVITATIONS, invitations)
  if (invitationKey?.length !== 32) {
    throw new Error(`${INVITATIONS} in ${directory} is damaged. Put back a copy of it.`)
  }

  // The public key's hash in the name: a survey's key of before may still be there while a new one is made.
  const fileOf = async (survey: string, publicKey: string) =>
    `survey-${survey}-${(await hashOf(publicKey)).slice(0, 12)}.json`
  return {
    invitationKey,
    async saveSealingKey(survey, key) {
      const name = await fileOf(survey, key.publicKey)
      // Somebody may have emptied the directory under the running server: a key without these would not open again.
      await writeOnce(directory, DIRECTORY_KEY, header.file)
      await writeOnce(directory, INVITATIONS, invitations)
      await writeDurably(directory, name, toFile(name, Buffer.from(JSON.stringify(key), "utf8")))
    },
    async readSealingKey(survey, publicKey) {
      const name = await fileOf(survey, publicKey)
      const file = await readIfThere(directory, name)
      const bytes = file === undefined ? undefined : fromFile(name, file)
      const read = bytes === undefined ? undefined : sealingKey.safeParse(json(bytes))
      return read?.data?.publicKey === publicKey ? read.data : undefined
    },
    async deleteSealingKey(survey, publicKey) {
      await removeDurably(directory, await fileOf(survey, publicKey))
    },
    async encrypt(context, bytes) {
      return cipher.seal(`database ${context}`, bytes)
    },
    async decrypt(context, encrypted) {
      const bytes = cipher.open(`database ${context}`, encrypted)
      if (bytes === undefined) throw new Error("encrypted under the key of another key directory, or damaged")
      return bytes
    },
  }
}

const isEncrypted = (file: Uint8Array) =>
  file.length > MARK.length && MARK.equals(file.subarray(0, MARK.length))
const isKeyFile = (name: string) => name === INVITATIONS || /^survey-.*\.json$/.test(name)

/** Encrypted files without the key they are encrypted under: a new one in its place would bury them. */
async function refuseOrphans(directory: string): Promise<void> {
  const names = await readdir(directory)
  if (names.includes(DIRECTORY_KEY)) return
  for (const name of names.filter(isKeyFile)) {
    const file = await readIfThere(directory, name)
    if (file !== undefined && isEncrypted(file) && !(await readIfThere(directory, DIRECTORY_KEY))) {
      throw new Error(
        `${DIRECTORY_KEY} is missing in ${directory}, and ${name} cannot be read without it. Nothing was changed. Put back a copy of ${DIRECTORY_KEY}.`,
      )
    }
  }
}

async function encryptFilesOfBefore(
  directory: string,
  toFile: (name: string, bytes: Uint8Array) => Uint8Array,
): Promise<void> {
  for (const name of (await readdir(directory)).filter(isKeyFile)) {
    const file = await readIfThere(directory, name)
    if (file !== undefined && !isEncrypted(file)) await writeDurably(directory, name, toFile(name, file))
  }
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"))
  } catch {
    return undefined
  }
}
