import { randomBytes } from "node:crypto"
import { link, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises"
import { join } from "node:path"

/** On disk before it resolves. The directory is made again should somebody have taken it away meanwhile. */
export async function writeDurably(directory: string, name: string, content: Uint8Array): Promise<void> {
  const draft = await writeDraft(directory, name, content)
  await rename(draft, join(directory, name))
  await syncDirectory(directory)
}

/** Written by whichever process comes first: `link` fails when the file is already there. Answers what is kept. */
export async function writeOnce(directory: string, name: string, content: Uint8Array): Promise<Uint8Array> {
  const draft = await writeDraft(directory, name, content)
  try {
    await link(draft, join(directory, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
  }
  await rm(draft)
  await syncDirectory(directory)
  return await readFile(join(directory, name))
}

export async function readIfThere(directory: string, name: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(directory, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw error
  }
}

/** Removes a file and whatever a crash left of writing it. */
export async function removeDurably(directory: string, name: string): Promise<void> {
  for (const found of await readdir(directory)) {
    if (found === name || found.startsWith(`${name}.`)) await rm(join(directory, found), { force: true })
  }
  await syncDirectory(directory)
}

async function writeDraft(directory: string, name: string, content: Uint8Array): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const draft = join(directory, `${name}.${randomBytes(6).toString("hex")}`)
  const handle = await open(draft, "w", 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return draft
}

async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === "win32") return
  const handle = await open(directory, "r")
  await handle.sync()
  await handle.close()
}
