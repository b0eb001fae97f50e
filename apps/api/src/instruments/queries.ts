import { jsonb, type Tx } from "@throughline/db"
import type { Instrument } from "@throughline/instrument"

/** An organization's own instrument: its draft, and the newest of its versions, if any. */
export interface OwnInstrument {
  id: string
  draft: Instrument
  revision: number
  changedAt: Date
  version: number | null
}

export async function selectInstruments(
  tx: Tx,
  organizationId: string,
): Promise<(OwnInstrument & { published: Instrument | null })[]> {
  const rows = await tx
    .selectFrom("app.instrument as own")
    .leftJoin("app.instrument_version as newest", (join) =>
      join
        .onRef("newest.organization_id", "=", "own.organization_id")
        .onRef("newest.instrument_id", "=", "own.instrument_id")
        .on(({ eb, selectFrom }) =>
          eb(
            "newest.version",
            "=",
            selectFrom("app.instrument_version as each")
              .select(({ fn }) => fn.max("each.version").as("version"))
              .whereRef("each.organization_id", "=", "own.organization_id")
              .whereRef("each.instrument_id", "=", "own.instrument_id"),
          ),
        ),
    )
    .select([
      "own.instrument_id",
      "own.draft",
      "own.revision",
      "own.changed_at",
      "newest.version",
      "newest.body",
    ])
    .where("own.organization_id", "=", organizationId)
    .orderBy("own.created_at", "desc")
    .orderBy("own.instrument_id")
    .execute()
  return rows.map((row) => ({
    id: row.instrument_id,
    draft: row.draft as Instrument,
    revision: row.revision,
    changedAt: row.changed_at,
    version: row.version,
    published: row.body as Instrument | null,
  }))
}

/** `lock`: until the end of the transaction, against other changes. */
export async function findInstrument(
  tx: Tx,
  organizationId: string,
  instrumentId: string,
  lock = false,
): Promise<OwnInstrument | undefined> {
  const own = tx
    .selectFrom("app.instrument")
    .select(["instrument_id", "draft", "revision", "changed_at"])
    .where("organization_id", "=", organizationId)
    .where("instrument_id", "=", instrumentId)
  const row = await (lock ? own.forUpdate() : own).executeTakeFirst()
  if (row === undefined) return undefined
  const newest = (await selectVersions(tx, organizationId, instrumentId)).at(-1)
  return {
    id: row.instrument_id,
    draft: row.draft as Instrument,
    revision: row.revision,
    changedAt: row.changed_at,
    version: newest?.version ?? null,
  }
}

export async function insertInstrument(
  tx: Tx,
  organizationId: string,
  draft: Instrument,
  now: Date,
): Promise<void> {
  await tx
    .insertInto("app.instrument")
    .values({
      organization_id: organizationId,
      instrument_id: draft.id,
      draft: jsonb<unknown>(draft),
      created_at: now,
      changed_at: now,
    })
    .execute()
}

/** False when the draft has been changed since that revision, or is not there. */
export async function updateDraft(
  tx: Tx,
  organizationId: string,
  revision: number,
  draft: Instrument,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("app.instrument")
    .set({ draft: jsonb<unknown>(draft), revision: revision + 1, changed_at: now })
    .where("organization_id", "=", organizationId)
    .where("instrument_id", "=", draft.id)
    .where("revision", "=", revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteInstrument(tx: Tx, organizationId: string, instrumentId: string): Promise<void> {
  await tx
    .deleteFrom("app.instrument")
    .where("organization_id", "=", organizationId)
    .where("instrument_id", "=", instrumentId)
    .execute()
}

/** Oldest first. */
export async function selectVersions(
  tx: Tx,
  organizationId: string,
  instrumentId: string,
): Promise<{ version: number; publishedAt: Date }[]> {
  const rows = await tx
    .selectFrom("app.instrument_version")
    .select(["version", "published_at"])
    .where("organization_id", "=", organizationId)
    .where("instrument_id", "=", instrumentId)
    .orderBy("version")
    .execute()
  return rows.map(({ version, published_at }) => ({ version, publishedAt: published_at }))
}

export async function findPublished(
  tx: Tx,
  organizationId: string,
  instrumentId: string,
  version: number,
): Promise<{ body: Instrument; publishedAt: Date } | undefined> {
  const row = await tx
    .selectFrom("app.instrument_version")
    .select(["body", "published_at"])
    .where("organization_id", "=", organizationId)
    .where("instrument_id", "=", instrumentId)
    .where("version", "=", version)
    .executeTakeFirst()
  return row && { body: row.body as Instrument, publishedAt: row.published_at }
}

export async function insertVersion(
  tx: Tx,
  organizationId: string,
  body: Instrument,
  now: Date,
): Promise<void> {
  await tx
    .insertInto("app.instrument_version")
    .values({
      organization_id: organizationId,
      instrument_id: body.id,
      version: body.version,
      body: jsonb<unknown>(body),
      published_at: now,
    })
    .execute()
}

/** The surveys, whatever their state, and the instrument that each names; of one instrument, or of all. */
export async function surveysUsing(
  tx: Tx,
  organizationId: string,
  instrumentId?: string,
): Promise<{ instrumentId: string; version: number; name: string }[]> {
  const rows = await tx
    .selectFrom("app.survey")
    .select(["instrument_id", "instrument_version", "name"])
    .where("organization_id", "=", organizationId)
    .$if(instrumentId !== undefined, (query) => query.where("instrument_id", "=", instrumentId ?? ""))
    .orderBy("created_at")
    .execute()
  return rows.map(({ instrument_id, instrument_version, name }) => ({
    instrumentId: instrument_id,
    version: instrument_version,
    name,
  }))
}
