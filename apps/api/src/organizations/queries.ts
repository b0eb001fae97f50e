import { jsonb, type Tx } from "@throughline/db"
import type { StrategyWords } from "@throughline/instrument"

export async function insertOrganization(tx: Tx, organizationId: string, name: string): Promise<void> {
  await tx.insertInto("app.organization").values({ organization_id: organizationId, name }).execute()
}

export async function findOrganization(
  tx: Tx,
  organizationId: string,
): Promise<{ name: string; words: StrategyWords | null }> {
  const row = await tx
    .selectFrom("app.organization")
    .select(["name", "words"])
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow()
  return { name: row.name, words: row.words as StrategyWords | null }
}

export async function updateWords(tx: Tx, organizationId: string, words: StrategyWords): Promise<void> {
  await tx
    .updateTable("app.organization")
    .set({ words: jsonb<unknown>(words) })
    .where("organization_id", "=", organizationId)
    .execute()
}
