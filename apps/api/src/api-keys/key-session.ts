import { type Tx, withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { readSecret } from "../members/link.ts"
import { Problem } from "../problem.ts"
import { findKey, type KeyRow, markUsed } from "./queries.ts"

/** Which program calls, for which organization. */
export interface KeySession {
  organizationId: string
  keyId: string
}

export const KEY_PREFIX = "tlk_"

/** What is asked of a key; a test takes one away to see what it holds back. */
export const keyGuards = {
  find: findKey as (tx: Tx, organizationId: string, hash: Uint8Array) => Promise<KeyRow | undefined>,
  holds: ({ scope, expires_at, revoked_at }: KeyRow, wanted: string, now: Date) =>
    scope === wanted && revoked_at === null && (expires_at === null || expires_at > now),
}

/**
 * The organization and the key behind `Authorization: Bearer tlk_…`. The key is looked for by its hash, so how long the answer takes says
 * nothing of it. Throws key.refused, the same for every reason.
 */
export async function readKey(
  deps: Deps,
  authorization: string | undefined,
  scope: "kpis:write",
  guards = keyGuards,
): Promise<KeySession> {
  const [, key] = /^Bearer tlk_([A-Za-z0-9_-]{64})$/.exec(authorization ?? "") ?? []
  const read = key === undefined ? undefined : readSecret(key)
  if (read === undefined) throw new Problem("key.refused")
  const { organizationId, hash } = read
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const row = await guards.find(tx, organizationId, hash)
    const now = deps.now()
    if (row === undefined || !guards.holds(row, scope, now)) throw new Problem("key.refused")
    const today = now.toISOString().slice(0, 10)
    if (row.last_used_on !== today) await markUsed(tx, organizationId, row.key_id, today)
    return { organizationId, keyId: row.key_id }
  })
}
