import { copyFile, mkdir, readdir, readFile, stat, utimes } from "node:fs/promises"
import { join } from "node:path"

/** A survey may be open for months; a page that was built longer ago than that was promised to nobody who still answers. */
const KEEP_MS = 400 * 86_400_000

/**
 * Carries the respondents' pages of earlier builds over into the next one, with all their files: an open survey has
 * promised the page it was launched with. Their names come from their content, so none can be in another's way.
 */
export async function keepPromisedPages(before: string, next: string, now = Date.now()): Promise<string[]> {
  const old: string[] = await readdir(join(before, "assets")).catch(() => [])
  const kept: string[] = []
  for (const list of old.filter((name) => /^page-[\w-]{43}\.json$/.test(name))) {
    const path = join(before, "assets", list)
    if ((await stat(path)).mtimeMs + KEEP_MS < now) continue
    const files = Object.keys(JSON.parse(await readFile(path, "utf8")))
    const assets = files.filter((name) => /^assets\/[\w.-]+$/.test(name)).map((name) => name.slice(7))
    for (const name of [...assets, list, list.replace(/json$/, "html")])
      for (const file of [name, `${name}.br`, `${name}.gz`])
        if (old.includes(file)) await carry(join(before, "assets"), join(next, "assets"), file)
    kept.push(list.slice(5, -5))
  }
  return kept
}

async function carry(from: string, to: string, file: string) {
  await mkdir(to, { recursive: true })
  const { mtime } = await stat(join(from, file))
  if (await stat(join(to, file)).catch(() => undefined)) return
  await copyFile(join(from, file), join(to, file))
  await utimes(join(to, file), mtime, mtime) // of its own build: it says how long the file is kept
}
