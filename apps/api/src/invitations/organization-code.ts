import type { Db } from "@throughline/db"
import { findCode, findOrganizationOfCode } from "./code-queries.ts"

/** Codes are made with their organization and never change. */
const known = new WeakMap<Db, { codes: Map<string, string>; organizations: Map<string, string> }>()

/** The first six characters of every link of an organization. Outside of transactions only. */
export async function organizationCode(db: Db, organizationId: string): Promise<string> {
  const { codes } = knownOf(db)
  const code = codes.get(organizationId) ?? (await findCode(db, organizationId))
  if (code === undefined) throw new Error("an organization without a code")
  codes.set(organizationId, code)
  return code
}

/** Whose links begin with this code. Outside of transactions only. */
export async function organizationOf(db: Db, code: string): Promise<string | undefined> {
  const { organizations } = knownOf(db)
  const organizationId = organizations.get(code) ?? (await findOrganizationOfCode(db, code))
  if (organizationId !== undefined) organizations.set(code, organizationId)
  return organizationId
}

function knownOf(db: Db) {
  const found = known.get(db) ?? { codes: new Map(), organizations: new Map() }
  known.set(db, found)
  return found
}
