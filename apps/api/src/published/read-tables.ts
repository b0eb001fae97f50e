import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findQuestion, findTable, selectQuestions, selectTables, type Whose } from "./queries.ts"
import type { PublishedQuestion, PublishedTable, PublishedTables } from "./schemas.ts"

/**
 * What others published anybody who reads results may read. The organization's own earlier tables tell of units and
 * layers outside a leader's own, so they are for HR and analysts.
 */
function whoseFor(role: Session["role"]): readonly Whose[] {
  return role === "hr" || role === "analyst" ? ["own", "others"] : ["others"]
}

export async function listTables(deps: Deps, session: Session, sees = whoseFor): Promise<PublishedTables> {
  const { organizationId, role } = session
  const rows = await withOrganization(deps.db, "web", organizationId, (tx) =>
    selectTables(tx, organizationId, sees(role)),
  )
  return { tables: rows.map(toldOf) }
}

/** One table with its questions. Throws published.unknown. */
export async function readTable(
  deps: Deps,
  session: Session,
  tableId: string,
  sees = whoseFor,
): Promise<PublishedTable> {
  const { organizationId, role } = session
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const row = await findTable(tx, organizationId, tableId, sees(role))
    if (!row) throw new Problem("published.unknown")
    return { ...toldOf(row), questions: await selectQuestions(tx, organizationId, tableId) }
  })
}

/** All that a table tells of one question. Throws published.unknown. */
export async function readQuestion(
  deps: Deps,
  session: Session,
  { table, number }: { table: string; number: number },
  sees = whoseFor,
): Promise<PublishedQuestion> {
  const { organizationId, role } = session
  const told = await withOrganization(deps.db, "web", organizationId, async (tx) =>
    (await findTable(tx, organizationId, table, sees(role)))
      ? await findQuestion(tx, organizationId, table, number)
      : undefined,
  )
  if (!told) throw new Problem("published.unknown")
  return told
}

type Row = Awaited<ReturnType<typeof selectTables>>[number]

function toldOf(row: Row): PublishedTables["tables"][number] {
  const { name, whose, source, limits, kind, rows, refused, rounding } = row
  return {
    ...{ id: row.table_id, name, whose, source, limits, kind, fileName: row.file_name },
    ...{ rows, refused, rounding, addedAt: row.added_at.toISOString() },
  }
}
