import type { Tx } from "@throughline/db"

export async function findKey(tx: Tx, organizationId: string, hash: Uint8Array) {
  return await tx
    .selectFrom("app.api_key")
    .select(["key_id", "scope", "expires_at", "revoked_at", "last_used_on"])
    .where("organization_id", "=", organizationId)
    .where("secret_hash", "=", hash)
    .executeTakeFirst()
}
export type KeyRow = NonNullable<Awaited<ReturnType<typeof findKey>>>

export async function markUsed(tx: Tx, organizationId: string, keyId: string, day: string): Promise<void> {
  await tx
    .updateTable("app.api_key")
    .set({ last_used_on: day })
    .where("organization_id", "=", organizationId)
    .where("key_id", "=", keyId)
    .execute()
}

interface NewKey {
  name: string
  scope: "kpis:write"
  secret_hash: Uint8Array
  created_by: string
  created_at: Date
  expires_at: Date | null
}

export async function insertKey(tx: Tx, organizationId: string, key: NewKey): Promise<string> {
  const { key_id } = await tx
    .insertInto("app.api_key")
    .values({ organization_id: organizationId, ...key })
    .returning("key_id")
    .executeTakeFirstOrThrow()
  return key_id
}

/** The newest first. */
export async function selectKeys(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("app.api_key as key")
    .leftJoin("auth.app_user as member", "member.id", "key.created_by")
    .select([
      ...(["key.key_id", "key.name", "key.scope", "key.created_at", "key.expires_at"] as const),
      ...(["key.last_used_on", "key.revoked_at", "member.name as created_by"] as const),
    ])
    .where("key.organization_id", "=", organizationId)
    .orderBy("key.created_at", "desc")
    .orderBy("key.key_id")
    .execute()
}

/** Says no when there is no such key, or it was revoked before. */
export async function revokeKey(tx: Tx, organizationId: string, keyId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("app.api_key")
    .set({ revoked_at: at })
    .where("organization_id", "=", organizationId)
    .where("key_id", "=", keyId)
    .where("revoked_at", "is", null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
