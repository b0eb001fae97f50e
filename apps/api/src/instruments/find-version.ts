import type { Tx } from "@throughline/db"
import { type Instrument, readyMade } from "@throughline/instrument"
import { Problem } from "../problem.ts"
import { findPublished } from "./queries.ts"

/** Names one version of a ready-made instrument or of an organization's own. */
export interface InstrumentVersion {
  id: string
  version: number
}

export function findReadyMade(id: string): Instrument | undefined {
  return readyMade.find((one) => one.id === id)
}

/** The published version, which never changes. Throws instrument.unknown. */
export async function findVersion(
  tx: Tx,
  organizationId: string,
  { id, version }: InstrumentVersion,
): Promise<Instrument> {
  const ours = readyMade.find((one) => one.id === id && one.version === version)
  const found = ours ?? (await findPublished(tx, organizationId, id, version))?.body
  if (found === undefined) throw new Problem("instrument.unknown")
  return found
}
