import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findSurvey } from "../surveys/queries.ts"
import { type Derived, derived } from "./derived.ts"
import { itemsOf, type ReleaseItems, withoutItems, withoutUnits } from "./items-apart.ts"
import { createPacks, type Packs } from "./packs.ts"
import { findRelease, findReleaseStamp } from "./queries.ts"
import { aside, type ViewedRelease, whole } from "./read-release-as.ts"

/** Which part of a release is asked for; neither: all of it. */
export interface Part {
  without?: "items" | "units" | undefined
  /** id of a construct */
  items?: string | undefined
}

/** A part of a release, or what is worked out of it. */
export type Answer = Part | { derived: Derived }

/** That part of what the caller may see. Throws release.none for a construct which the release does not have. */
export function partOf(release: ViewedRelease, { without, items }: Part): ViewedRelease | ReleaseItems {
  if (items === undefined) {
    if (without === "units") return withoutUnits(release)
    return without === "items" ? withoutItems(release) : release
  }
  const part = itemsOf(release, items)
  if (part === undefined) throw new Problem("release.none")
  return part
}

const kept = new WeakMap<Deps, Packs>()

function packsOf(deps: Deps): Packs {
  const packs = kept.get(deps) ?? createPacks()
  kept.set(deps, packs)
  return packs
}

/**
 * The same as `partOf` what `readReleaseAs` gives, or what is worked out of that, as gzip bytes, for whoever sees whole releases; undefined for a
 * leader, whose own part is made for each request. A release never changes: what was packed once is kept, by everything
 * the answer is made of. Whether the caller may have it is looked up in the database at every request, before what is
 * kept is looked at; a test looks elsewhere to see somebody else's answer come.
 */
export async function packedRelease(
  deps: Deps,
  session: Session,
  surveyId: string,
  answer: Answer,
  look = lookUp,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const found = await look(deps, session, surveyId)
  if (found === undefined) return undefined
  const { organizationId, releaseId, beside } = found
  const isDerived = "derived" in answer
  const key = JSON.stringify([
    found,
    surveyId,
    isDerived ? answer : [answer.without ?? null, answer.items ?? null],
  ])
  return await packsOf(deps).get(key, async () => {
    const stored = await withOrganization(deps.db, "web", organizationId, (tx) =>
      findRelease(tx, organizationId, surveyId, releaseId),
    )
    if (stored === undefined) throw new Problem("release.none")
    if (isDerived) return derived[answer.derived](stored)
    return partOf({ ...whole(stored), ...beside }, answer)
  })
}

/** Which release the caller may see all of, and what is told beside it. Throws survey.unknown and release.none. */
export async function lookUp(deps: Deps, session: Session, surveyId: string) {
  const { organizationId, role } = session
  if (role !== "hr" && role !== "analyst") return undefined
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    if ((await findSurvey(tx, organizationId, surveyId)) === undefined) throw new Problem("survey.unknown")
    const stamp = await findReleaseStamp(tx, organizationId, surveyId)
    if (stamp === undefined) throw new Problem("release.none")
    return { organizationId, ...stamp, beside: await aside(tx, session, surveyId) }
  })
}
