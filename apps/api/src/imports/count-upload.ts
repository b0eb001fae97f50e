import { createHash } from "node:crypto"
import type { Earlier } from "@throughline/analysis"
import { type Tx, withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { findOrganization } from "../organizations/queries.ts"
import { Problem } from "../problem.ts"
import { DAYS_TOGETHER } from "../surveys/earlier-surveys.ts"
import type { Counted, Uncountable } from "./count-responses.ts"
import { inWorker } from "./in-worker.ts"
import { selectReleasesBetween } from "./queries.ts"
import type { ImportSettings } from "./schemas.ts"

export interface ImportUpload {
  fileName: string
  bytes: Uint8Array
  settings: ImportSettings
}

export interface CountedUpload {
  surveyId: string
  closedAt: string
  fileHash: Uint8Array
  /** Which other releases it was judged together with. */
  beside: string[]
  counted: Counted | Uncountable
}

const DAY = 24 * 3600 * 1000

/** Counts a file and stores nothing. Throws survey.dates for a day that is not over anywhere. */
export async function countUpload(
  deps: Deps,
  organizationId: string,
  { bytes, fileName, settings }: ImportUpload,
): Promise<CountedUpload> {
  const closedAt = new Date(`${settings.closedOn}T12:00:00Z`)
  if (closedAt.getTime() > deps.now().getTime() + DAY / 2)
    throw new Problem("survey.dates", { detail: "Old answers were given before today." })
  const { organization, releases } = await withOrganization(deps.db, "close", organizationId, async (tx) => ({
    organization: (await findOrganization(tx, organizationId)).name,
    releases: await besides(tx, organizationId, closedAt),
  }))
  const surveyId = crypto.randomUUID()
  const { name, k, asked, topics, mapping } = settings
  const counted = await inWorker("count", {
    ...{ bytes, fileName, k, asked, topics, mapping },
    survey: { id: surveyId, name, organization, closedAt: closedAt.toISOString() },
    seed: new DataView(Uint8Array.from(deps.random(4)).buffer).getUint32(0),
    // Who is who in an imported file is not known, so nobody can say in whom it and another survey differ.
    earlier: releases.map(
      ({ release }): Earlier => ({
        ...{ release, groupings: [], people: new Int32Array(), unjudgeable: true },
      }),
    ),
  })
  return {
    ...{ surveyId, counted, closedAt: closedAt.toISOString() },
    fileHash: new Uint8Array(createHash("sha256").update(bytes).digest()),
    beside: releases.map((one) => one.surveyId),
  }
}

/** Surveys within a month before or after. */
export function besides(tx: Tx, organizationId: string, closedAt: Date) {
  const [from, to] = [-DAYS_TOGETHER, DAYS_TOGETHER].map((days) => new Date(closedAt.getTime() + days * DAY))
  return selectReleasesBetween(tx, organizationId, from as Date, to as Date)
}
