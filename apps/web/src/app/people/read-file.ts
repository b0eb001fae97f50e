import type { ColumnMap } from "@throughline/org"
import { type CheckedFile, checkFile } from "./check-file.ts"

/** Spreadsheets write UTF-8, UTF-16 with a mark, or the old Windows code page; never ask HR which. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

// About 5,000 rows: above it, reading would hold the page for longer than a blink.
const SMALL = 500_000

/** Reads a file's text here, or beside the page when it is long. */
export function check(text: string, columns?: ColumnMap): Promise<CheckedFile> {
  if (text.length < SMALL) return Promise.resolve(checkFile(text, columns))
  const worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" })
  return new Promise<CheckedFile>((resolve) => {
    worker.onmessage = (event: MessageEvent<CheckedFile>) => resolve(event.data)
    // A worker that cannot start (an old tab after an upgrade, say) costs a moment's wait, not the import.
    worker.onerror = () => resolve(checkFile(text, columns))
    worker.postMessage({ text, columns })
  }).finally(() => worker.terminate())
}
