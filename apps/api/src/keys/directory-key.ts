import { randomBytes } from "node:crypto"
import { z } from "zod"
import { type AtRest, atRest, keyFromSecret } from "./at-rest.ts"
import { readIfThere, writeDurably, writeOnce } from "./durable-files.ts"

/** The file that holds the key of all others, itself sealed under KEY_SECRET. */
export const DIRECTORY_KEY = "directory.key"
const CONTEXT = "throughline directory key 1"

const header = z.strictObject({ version: z.literal(1), salt: z.base64url(), sealed: z.base64url() })

/** KEY_SECRET; `previous` while it is being changed. */
export interface KeySecrets {
  secret: string
  previous?: string | undefined
}

/**
 * The key of a directory: random, made once, kept sealed under KEY_SECRET, so that another KEY_SECRET seals one small
 * file anew and nothing else. Throws when the secret is not the one it was sealed under, and then writes nothing.
 */
export async function directoryKey(
  directory: string,
  { secret, previous }: KeySecrets,
  sealUnder: (key: Uint8Array) => AtRest = atRest,
): Promise<{ key: Uint8Array; file: Uint8Array }> {
  const known =
    (await readIfThere(directory, DIRECTORY_KEY)) ??
    (await writeOnce(directory, DIRECTORY_KEY, await sealed(randomBytes(32), secret, sealUnder)))
  const key = await opened(directory, known, secret, sealUnder)
  if (key !== undefined) return { key, file: known }
  const before = previous === undefined ? undefined : await opened(directory, known, previous, sealUnder)
  if (before === undefined) {
    throw new Error(
      previous === undefined
        ? `KEY_SECRET is not the one that the keys in ${directory} were encrypted with. Nothing was changed. Start with that KEY_SECRET; to change it, name the old one in KEY_SECRET_PREVIOUS for one start.`
        : `Neither KEY_SECRET nor KEY_SECRET_PREVIOUS is the one that the keys in ${directory} were encrypted with. Nothing was changed.`,
    )
  }
  const file = await sealed(before, secret, sealUnder)
  await writeDurably(directory, DIRECTORY_KEY, file)
  return { key: before, file }
}

async function sealed(key: Uint8Array, secret: string, sealUnder: (key: Uint8Array) => AtRest) {
  const salt = randomBytes(16)
  const wrapped = sealUnder(await keyFromSecret(secret, salt)).seal(CONTEXT, key)
  const text = { version: 1, salt: salt.toString("base64url"), sealed: base64url(wrapped) }
  return Buffer.from(`${JSON.stringify(text)}\n`, "utf8")
}

async function opened(
  directory: string,
  file: Uint8Array,
  secret: string,
  sealUnder: (key: Uint8Array) => AtRest,
): Promise<Uint8Array | undefined> {
  const read = header.safeParse(json(file))
  if (!read.success) throw new Error(`${DIRECTORY_KEY} in ${directory} is damaged. Put back a copy of it.`)
  const key = await keyFromSecret(secret, Buffer.from(read.data.salt, "base64url"))
  return sealUnder(key).open(CONTEXT, Buffer.from(read.data.sealed, "base64url"))
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url")

function json(file: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(file).toString("utf8"))
  } catch {
    return undefined
  }
}
