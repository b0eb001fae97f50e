import { jsonb, type Tx } from "@throughline/db"
import { sql } from "kysely"
import type { ToldQuestion, ToldTable } from "./tell-table.ts"

export type Whose = "own" | "others"

interface NewTable {
  name: string
  whose: Whose
  source: string
  limits: string
  fileName: string
  addedBy: string
  addedAt: Date
}

/** Questions written at once: a statement has room for so many values. */
const PAGE = 200

/** Two that add at once wait for each other, so that neither counts past the other. */
export async function lockTables(tx: Tx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`published ${organizationId}`}))`.execute(tx)
}

export async function countTables(tx: Tx, organizationId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("app.published_table")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertTable(
  tx: Tx,
  organizationId: string,
  table: NewTable,
  told: ToldTable,
): Promise<string> {
  const { table_id } = await tx
    .insertInto("app.published_table")
    .values({
      ...{ organization_id: organizationId, name: table.name, whose: table.whose, source: table.source },
      ...{ limits: table.limits, kind: told.kind, file_name: table.fileName, rows: told.rows },
      ...{ refused: told.issueCount, rounding: told.rounding },
      ...{ added_by: table.addedBy, added_at: table.addedAt },
    })
    .returning("table_id")
    .executeTakeFirstOrThrow()
  for (let from = 0; from < told.questions.length; from += PAGE)
    await tx
      .insertInto("app.published_question")
      .values(
        told.questions.slice(from, from + PAGE).map((question, at) => ({
          ...{ organization_id: organizationId, table_id, number: from + at + 1 },
          ...{ question: question.question, told: jsonb(question as unknown) },
        })),
      )
      .execute()
  return table_id
}

/** The newest first. */
export async function selectTables(tx: Tx, organizationId: string, whose: readonly Whose[]) {
  return await tx
    .selectFrom("app.published_table")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("whose", "in", whose)
    .orderBy("added_at", "desc")
    .orderBy("table_id")
    .execute()
}

export async function findTable(tx: Tx, organizationId: string, tableId: string, whose: readonly Whose[]) {
  return await tx
    .selectFrom("app.published_table")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("table_id", "=", tableId)
    .where("whose", "in", whose)
    .executeTakeFirst()
}

/** Their numbers and texts, as they came in the file. */
export async function selectQuestions(tx: Tx, organizationId: string, tableId: string) {
  return await tx
    .selectFrom("app.published_question")
    .select(["number", "question"])
    .where("organization_id", "=", organizationId)
    .where("table_id", "=", tableId)
    .orderBy("number")
    .execute()
}

export async function findQuestion(tx: Tx, organizationId: string, tableId: string, number: number) {
  const row = await tx
    .selectFrom("app.published_question")
    .select("told")
    .where("organization_id", "=", organizationId)
    .where("table_id", "=", tableId)
    .where("number", "=", number)
    .executeTakeFirst()
  return row?.told as ToldQuestion | undefined
}

export async function deleteTable(tx: Tx, organizationId: string, tableId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("app.published_table")
    .where("organization_id", "=", organizationId)
    .where("table_id", "=", tableId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
