import { rename, rm } from "node:fs/promises"

/** Puts a finished folder in the place of another, so that a server that reads from it never finds it half built. */
export async function swapIn(finished: string, place: string): Promise<void> {
  const old = `${place}.old`
  await rm(old, { recursive: true, force: true })
  await rename(place, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error
  })
  await rename(finished, place)
  await rm(old, { recursive: true, force: true })
}
