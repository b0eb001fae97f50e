import type { Deps } from "../deps.ts"
import { inWorker } from "./in-worker.ts"
import type { ReadFile } from "./plan-import.ts"
import { type PeopleUpload, withStored } from "./read-upload.ts"

/** What an import of this file would find and change; nothing is stored. */
export async function checkPeopleFile(
  deps: Deps,
  organizationId: string,
  upload: PeopleUpload,
): Promise<ReadFile> {
  const { given } = await withStored(deps, organizationId, upload)
  return await inWorker("read", given)
}
