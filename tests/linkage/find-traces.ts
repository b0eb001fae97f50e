import type { Server } from "./seeded-survey.ts"

/** Something that must not be found, in every form in which it could be written. */
export interface Needle {
  what: "secret" | "mail address" | "name"
  text: string
}

function forms({ what, text }: Needle): string[] {
  const bytes = Buffer.from(text)
  const encoded = [bytes.toString("hex"), bytes.toString("base64"), bytes.toString("base64url")]
  // A short text is found in base64 only where it begins at a third byte; a secret is long enough to be looked for.
  return what === "secret" ? [text, ...encoded] : [text, bytes.toString("hex")]
}

/** Which needles stand in the text. */
export function found(haystack: string, needles: readonly Needle[]): Needle[] {
  const text = haystack.toLowerCase()
  return needles.filter((needle) => forms(needle).some((form) => text.includes(form.toLowerCase())))
}

/** All that the tables of these schemas hold, as text; bytes as they are and as hex. */
export async function columnsOf(server: Server, schemas: readonly string[]): Promise<string> {
  const list = schemas.map((schema) => `'${schema}'`).join(", ")
  const columns = (
    await server.superuser(`select format('%I.%I', table_schema, table_name), quote_ident(column_name), data_type
      from information_schema.columns where table_schema in (${list}) and data_type in ('text', 'bytea', 'jsonb', 'ARRAY', 'uuid')`)
  )
    .trim()
    .split("\n")
    .map((line) => line.split("|"))
  const reads = columns.flatMap(([table = "", column = "", type = ""]) => [
    `select ${column}::text from ${table}`,
    ...(type === "bytea" ? [`select encode(${column}, 'escape') from ${table}`] : []),
  ])
  return await server.superuser(reads.join("; "))
}
