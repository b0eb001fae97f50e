import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"

const built = z.object({ page: z.string() })

/** The hash of the newest respondents' page, as its build wrote it down; "" where the pages are not built. */
export async function pageHash(directory: string): Promise<string> {
  const text = await readFile(join(directory, "page.json"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined
    throw error
  })
  return text === undefined ? "" : built.parse(JSON.parse(text)).page
}
