import { readFile, stat } from "node:fs/promises"

/** The bytes of a file that a command is given, or why there are none. */
export async function readBytes(path: string, most: number): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(path)
    return size > most ? `it is larger than ${most / 1024 / 1024} MB.` : await readFile(path)
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined
    if (code === "ENOENT") return "there is no such file."
    if (code === "EISDIR") return "this is a folder, not a file."
    return error instanceof Error ? error.message : String(error)
  }
}
