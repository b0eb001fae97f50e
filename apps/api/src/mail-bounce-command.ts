import type { Db } from "@throughline/db"
import { LARGEST_REPORT } from "./mail/read-report.ts"
import { takeReport } from "./mail/take-report.ts"

/** Standard input, as far as a report can be long. */
export async function readInput(input: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of input) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk
    length += bytes.byteLength
    // Read to the end all the same: a mail server whose pipe breaks would send the report again.
    if (length <= LARGEST_REPORT) chunks.push(bytes)
  }
  return length <= LARGEST_REPORT ? Buffer.concat(chunks) : new Uint8Array()
}

const sentences = {
  "address-refused": "The mail did not arrive; nothing more is sent to its address until somebody mends it.",
  counted: "Counted: the mail is late or was not liked.",
  ignored: "Ignored: no report about an invitation of ours.",
} as const

/** Takes one delivery report. A report that is none is no fault: the mail server must not send it back. */
export async function mailBounce(db: Db, raw: Uint8Array, json: boolean): Promise<string> {
  const taken = await takeReport(db, raw)
  return json ? `${JSON.stringify({ taken })}\n` : `${sentences[taken]}\n`
}
