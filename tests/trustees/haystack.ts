import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { fromBase64url, toBase64url } from "@throughline/ballot"
import type { Db } from "@throughline/db"
import { sql } from "kysely"

/** Every row of every table, with the owner's rights, as text; bytes as hexadecimal. */
export async function everythingStored(db: Db): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and nspname not like 'pg\\_%' and nspname <> 'information_schema'`.execute(db)
  let text = ""
  await db
    .transaction()
    .execute(async (tx) => {
      for (const { name } of tables) {
        // The guard holds back the owner too; what lies on the disk is all of it.
        await sql.raw(`alter table ${name} no force row level security`).execute(tx)
        const { rows } = await sql<{
          line: string
        }>`select to_jsonb(t)::text as line from ${sql.raw(name)} t`.execute(tx)
        text += `${rows.map(({ line }) => line).join("\n")}\n`
      }
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return text
}
const undo = new Error("undo")

export function everyFile(directory: string): string {
  return readdirSync(directory)
    .map((name) => join(directory, name))
    .map((path) => (statSync(path).isDirectory() ? everyFile(path) : readFileSync(path).toString("latin1")))
    .join("\n")
}

/** The text with what is encoded in it, also twice, as base64url or hexadecimal. */
function unpacked(text: string, depth = 2): string {
  if (depth === 0) return text
  const inner: string[] = []
  for (const [run] of text.matchAll(/[A-Za-z0-9_-]{20,}/g)) {
    const bytes = fromBase64url(run)
    if (bytes) inner.push(Buffer.from(bytes).toString("latin1"))
  }
  for (const [run] of text.matchAll(/(?:[0-9a-f]{2}){20,}/g))
    inner.push(Buffer.from(run, "hex").toString("latin1"))
  return inner.length === 0 ? text : `${text}\n${unpacked(inner.join("\n"), depth - 1)}`
}

/** Which of these secrets stand in the text, in whatever of their forms. */
export function found(text: string, secrets: Record<string, string>): string[] {
  const all = unpacked(text)
  const letters = all.replaceAll("-", "")
  return Object.entries(secrets)
    .filter(([, secret]) => {
      const bytes = fromBase64url(secret)
      const forms = [
        secret,
        ...(bytes
          ? [Buffer.from(bytes).toString("latin1"), Buffer.from(bytes).toString("hex"), toBase64url(bytes)]
          : []),
      ]
      return forms.some((form) => all.includes(form)) || letters.includes(secret.replaceAll("-", ""))
    })
    .map(([name]) => name)
}
