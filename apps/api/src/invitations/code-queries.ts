import { randomBytes } from "node:crypto"
import type { Db, Tx } from "@throughline/db"
import { toBase32 } from "./base32.ts"

/** Gives a new organization its code: 30 random bits, so that organizations cannot be counted or guessed one by one. */
export async function insertCode(tx: Tx, organizationId: string): Promise<void> {
  for (;;) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("auth.organization_code")
      .values({ code: toBase32(randomBytes(4)).slice(0, 6), organization_id: organizationId })
      .onConflict((conflict) => conflict.column("code").doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) return
  }
}

/** Asked outside of any organization, as a link says only this of it. */
export async function findOrganizationOfCode(db: Db, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("auth.organization_code")
    .select("organization_id")
    .where("code", "=", code)
    .executeTakeFirst()
  return row?.organization_id
}

export async function findCode(db: Db, organizationId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("auth.organization_code")
    .select("code")
    .where("organization_id", "=", organizationId)
    .executeTakeFirst()
  return row?.code
}
