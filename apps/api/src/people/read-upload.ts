import { withOrganization } from "@throughline/db"
import type { ColumnMap, Repair } from "@throughline/org"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { peopleVersion } from "./import-queries.ts"
import type { PeoplePages } from "./person-row.ts"
import type { FileToRead } from "./plan-import.ts"
import { selectPeoplePages } from "./queries.ts"

/** A people file as it comes: bytes of any encoding, a spreadsheet, or text. */
export interface PeopleUpload {
  fileName: string
  bytes: Uint8Array | string
  columns?: ColumnMap | undefined
  repairs?: Repair[] | undefined
  /** The day HR looked at it; whoever leaves later still works here. */
  today?: string | undefined
  version?: number | undefined
}

const DAY = 24 * 3600 * 1000

/** The file with all it is read with, and the version of the stored people that it is compared with. */
export async function withStored(
  deps: Deps,
  organizationId: string,
  upload: PeopleUpload,
): Promise<{ given: FileToRead; version: number }> {
  const { stored, version } = await readStored(deps, organizationId)
  if (upload.version !== undefined && upload.version !== version) throw new Problem("people.changed")
  const now = deps.now()
  const today = upload.today ?? now.toISOString().slice(0, 10)
  // Somewhere it is yesterday already gone by, or tomorrow already; any other day is not today.
  if (Math.abs(Date.parse(today) - now.getTime()) > 2 * DAY)
    throw new Problem("request.invalid", { issues: [{ path: "today", message: "is not today" }] })
  const { fileName, columns, repairs = [] } = upload
  const bytes = typeof upload.bytes === "string" ? new TextEncoder().encode(upload.bytes) : upload.bytes
  return { given: { bytes, fileName, columns, repairs, today, stored }, version }
}

export function readStored(
  deps: Deps,
  organizationId: string,
): Promise<{ stored: PeoplePages; version: number }> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => ({
    version: await peopleVersion(tx, organizationId),
    stored: await selectPeoplePages(tx, organizationId),
  }))
}
