import { type Tx, withOrganization } from "@throughline/db"
import { languagesOf, minutesOf } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { savedDraftOf } from "./describe-draft.ts"
import { findReadyMade, findVersion } from "./find-version.ts"
import { findInstrument, findPublished, selectVersions, surveysUsing } from "./queries.ts"
import type { InstrumentDetail, PublishedVersion } from "./schemas.ts"

export function readInstrument(
  deps: Deps,
  organizationId: string,
  instrumentId: string,
): Promise<InstrumentDetail> {
  return withOrganization(deps.db, "web", organizationId, (tx) =>
    instrumentInside(tx, organizationId, instrumentId),
  )
}

/** The instrument as HR sees it, inside a transaction. Throws instrument.unknown. */
export async function instrumentInside(
  tx: Tx,
  organizationId: string,
  instrumentId: string,
): Promise<InstrumentDetail> {
  const using = await surveysUsing(tx, organizationId, instrumentId)
  const surveys = using.map(({ name, version }) => ({ name, version }))
  const ours = findReadyMade(instrumentId)
  if (ours !== undefined) {
    return {
      id: ours.id,
      readyMade: true,
      revision: 0,
      changedAt: null,
      body: ours,
      faults: [],
      languages: languagesOf(ours),
      minutes: minutesOf(ours),
      versions: [{ version: ours.version, publishedAt: null }],
      changed: false,
      surveys,
    }
  }
  const own = await findInstrument(tx, organizationId, instrumentId)
  if (own === undefined) throw new Problem("instrument.unknown")
  const versions = await selectVersions(tx, organizationId, instrumentId)
  const newest = own.version && (await findPublished(tx, organizationId, instrumentId, own.version))
  return {
    ...savedDraftOf(own, newest ? newest.body : null),
    body: own.draft,
    versions: versions.map(({ version, publishedAt }) => ({
      version,
      publishedAt: publishedAt.toISOString(),
    })),
    surveys,
  }
}

/** One published version. Throws instrument.unknown. */
export function readVersion(
  deps: Deps,
  organizationId: string,
  instrumentId: string,
  version: number,
): Promise<PublishedVersion> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const published = await findPublished(tx, organizationId, instrumentId, version)
    return {
      version,
      publishedAt: published?.publishedAt.toISOString() ?? null,
      body: published?.body ?? (await findVersion(tx, organizationId, { id: instrumentId, version })),
    }
  })
}
