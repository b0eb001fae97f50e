import { randomBytes } from "node:crypto"
import { chmod, link, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { hashOf, type SealingKey } from "@throughline/ballot"
import { z } from "zod"

/**
 * Keys that never enter the database or its backups. Files are 0600 in a directory 0700. Whoever holds them can open
 * the ballots of the surveys that are not closed yet; losing them loses those surveys.
 */
export interface KeyDirectory {
  /** The key of all personal links: link secret = HMAC(key, survey, person, nonce). 32 bytes. */
  invitationKey: Uint8Array
  /** Durable before it resolves, so that a survey is never launched with a key that is not kept. */
  saveSealingKey(survey: string, key: SealingKey): Promise<void>
  /** undefined: not (or no longer) there. `publicKey` as the survey's manifest names it. */
  readSealingKey(survey: string, publicKey: string): Promise<SealingKey | undefined>
  deleteSealingKey(survey: string, publicKey: string): Promise<void>
}

const sealingKey = z.object({ publicKey: z.string(), privateKey: z.string() })

export async function openKeyDirectory(directory: string): Promise<KeyDirectory> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  // One that was there before may be open to others, and the modes of its files do not keep their names from anybody.
  if (((await stat(directory)).mode & 0o077) !== 0) await chmod(directory, 0o700)
  // The public key's hash in the name: of two launches at once only one commits, and both files are kept.
  const fileOf = async (survey: string, publicKey: string) =>
    join(directory, `survey-${survey}-${(await hashOf(publicKey)).slice(0, 12)}.json`)
  return {
    invitationKey: await invitationKey(directory),
    async saveSealingKey(survey, key) {
      await writeDurably(directory, await fileOf(survey, key.publicKey), JSON.stringify(key))
    },
    async readSealingKey(survey, publicKey) {
      const text = await readIfThere(await fileOf(survey, publicKey))
      return text === undefined ? undefined : sealingKey.parse(JSON.parse(text.toString("utf8")))
    },
    async deleteSealingKey(survey, publicKey) {
      await rm(await fileOf(survey, publicKey), { force: true })
      await syncDirectory(directory)
    },
  }
}

/** Made once, by whichever process comes first: `link` fails when the file is already there. */
async function invitationKey(directory: string): Promise<Uint8Array> {
  const file = join(directory, "invitations.key")
  const known = await readIfThere(file)
  if (known !== undefined) return known
  const draft = `${file}.${randomBytes(6).toString("hex")}`
  await writeDurably(directory, draft, randomBytes(32))
  try {
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
  }
  await rm(draft)
  return await readFile(file)
}

async function writeDurably(directory: string, file: string, content: string | Uint8Array): Promise<void> {
  const draft = `${file}.draft`
  const handle = await open(draft, "w", 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
  await syncDirectory(directory)
}

async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === "win32") return
  const handle = await open(directory, "r")
  await handle.sync()
  await handle.close()
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw error
  }
}
