import { type ImportCounts, jsonb, type Tx } from "@throughline/db"
import { sql } from "kysely"

/** How often the people of an organization were replaced, by an import or by its undo: what was looked at is still so. */
export async function peopleVersion(tx: Tx, organizationId: string): Promise<number> {
  const { version } = await tx
    .selectFrom("app.people_import")
    .select(({ fn }) => [sql<number>`${fn.countAll()} + ${fn.count("undone_at")}`.as("version")])
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow()
  return version
}

export interface NewImport {
  fileName: string
  people: number
  layers: number
  difference: ImportCounts
  repairs: number
  /** Null: the demo. */
  importedBy: string | null
  importedAt: Date
}

/** Notes an import, and what its undo brings back; what undid the one before it is gone. */
export async function insertPeopleImport(
  tx: Tx,
  organizationId: string,
  file: NewImport,
  before: Uint8Array,
): Promise<void> {
  const importId = crypto.randomUUID()
  await tx
    .insertInto("app.people_import")
    .values({
      organization_id: organizationId,
      import_id: importId,
      file_name: file.fileName,
      people: file.people,
      layers: file.layers,
      difference: jsonb(file.difference),
      repairs: file.repairs,
      imported_by: file.importedBy,
      imported_at: file.importedAt,
    })
    .execute()
  await tx.deleteFrom("registry.people_before").where("organization_id", "=", organizationId).execute()
  await sql`
    insert into registry.people_before (organization_id, import_id, people)
    values (${organizationId}, ${importId}, decode(${Buffer.from(before).toString("base64")}, 'base64'))`.execute(
    tx,
  )
}

/** The import that can be undone, with the people before it. */
export async function findUndo(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("registry.people_before")
    .select(["import_id", "people"])
    .where("organization_id", "=", organizationId)
    .executeTakeFirst()
}

export async function markUndone(
  tx: Tx,
  organizationId: string,
  importId: string,
  undone: { by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable("app.people_import")
    .set({ undone_at: undone.at, undone_by: undone.by })
    .where("organization_id", "=", organizationId)
    .where("import_id", "=", importId)
    .execute()
  await tx.deleteFrom("registry.people_before").where("organization_id", "=", organizationId).execute()
}

/** The newest first. Names of accounts that are gone are gone too. */
export async function selectPeopleImports(tx: Tx, organizationId: string, limit: number) {
  return await tx
    .selectFrom("app.people_import as file")
    .leftJoin("auth.app_user as importer", "importer.id", "file.imported_by")
    .leftJoin("auth.app_user as undoer", "undoer.id", "file.undone_by")
    .leftJoin("registry.people_before as before", (join) =>
      join
        .onRef("before.organization_id", "=", "file.organization_id")
        .onRef("before.import_id", "=", "file.import_id"),
    )
    .select([
      "file.import_id",
      "file.file_name",
      "file.people",
      "file.layers",
      "file.difference",
      "file.repairs",
      "file.imported_at",
      "file.undone_at",
      "importer.name as imported_by",
      "undoer.name as undone_by",
      "before.import_id as undo",
    ])
    .where("file.organization_id", "=", organizationId)
    .orderBy("file.imported_at", "desc")
    .orderBy("file.import_id")
    .limit(limit)
    .execute()
}

/** The import whose people are stored now. */
export async function lastPeopleImport(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("app.people_import")
    .select(["file_name", "people", "imported_at"])
    .where("organization_id", "=", organizationId)
    .where("undone_at", "is", null)
    .orderBy("imported_at", "desc")
    .limit(1)
    .executeTakeFirst()
}
