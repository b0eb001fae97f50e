import { type Tx, withOrganization } from "@throughline/db"
import type { Instrument } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findReadyMade } from "./find-version.ts"
import { findInstrument, insertInstrument } from "./queries.ts"
import { instrumentInside } from "./read-instrument.ts"
import type { InstrumentDetail } from "./schemas.ts"

/** A copy that can be changed, of a ready-made instrument or of an own one's draft; or an empty one. */
export function createInstrument(
  deps: Deps,
  organizationId: string,
  { from, name }: { from: string | null; name: string },
): Promise<InstrumentDetail> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const copied = from === null ? EMPTY : await copiedFrom(tx, organizationId, from)
    const draft: Instrument = { ...copied, id: crypto.randomUUID(), version: 1, name: { en: name } }
    await insertInstrument(tx, organizationId, draft, deps.now())
    return await instrumentInside(tx, organizationId, draft.id)
  })
}

async function copiedFrom(tx: Tx, organizationId: string, id: string): Promise<Instrument> {
  const found = findReadyMade(id) ?? (await findInstrument(tx, organizationId, id))?.draft
  if (found === undefined) throw new Problem("instrument.unknown")
  return found
}

const EMPTY: Omit<Instrument, "id" | "version" | "name"> = {
  constructs: [],
  questions: [],
  pages: [],
  composites: [],
}
