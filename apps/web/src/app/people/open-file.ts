import type { ColumnMap, Repair } from "@throughline/org"
import { failure } from "../failure.ts"
import type { Ask, Told } from "./file-reader.ts"

/** A file that is being looked at, in a thread beside the page. */
export interface OpenFile {
  /** What it says as it is. */
  told: Promise<Told>
  /** Reads it again with other columns, or other repairs. */
  check(columns: ColumnMap | undefined, repairs: Repair[]): Promise<Told>
  /** Repairs everything as proposed, over the repairs given. */
  repair(columns: ColumnMap | undefined, repairs: Repair[]): Promise<Told>
  close(): void
}

export function openFile(file: Omit<Extract<Ask, { do: "open" }>, "do">): OpenFile {
  const worker = new Worker(new URL("./file-worker.ts", import.meta.url), { type: "module" })
  let last: Promise<unknown> = Promise.resolve()
  /** One question after the other. */
  const ask = (question: Ask): Promise<Told> => {
    const told = last.then(
      () =>
        new Promise<Told>((resolve, reject) => {
          worker.onmessage = (event: MessageEvent<Told>) => resolve(event.data)
          // An old tab after an upgrade finds no worker any more; a file may be more than this machine can hold.
          worker.onerror = () => reject(failure("file.not-read"))
          worker.postMessage(question)
        }),
    )
    last = told.catch(() => {}) // whoever asked hears of it
    return told
  }
  return {
    told: ask({ do: "open", ...file }),
    check: (columns, repairs) => ask({ do: "check", columns, repairs }),
    repair: (columns, repairs) => ask({ do: "repair", columns, repairs }),
    close: () => worker.terminate(),
  }
}
