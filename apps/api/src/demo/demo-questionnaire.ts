import { alignmentCore, withEngagement } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { changeDraft } from "../instruments/change-draft.ts"
import { createInstrument } from "../instruments/create-instrument.ts"
import { publishVersion } from "../instruments/publish-version.ts"

/** The full survey with engagement beside it, made and published as HR would. */
export async function demoQuestionnaire(
  deps: Deps,
  organizationId: string,
): Promise<{ id: string; version: number }> {
  const copy = { from: alignmentCore.id, name: "Alignment and engagement" }
  const { body, revision } = await createInstrument(deps, organizationId, copy)
  const change = { revision, body: withEngagement(body) }
  const saved = await changeDraft(deps, organizationId, body.id, change)
  const { version } = await publishVersion(deps, organizationId, body.id, saved.revision)
  return { id: body.id, version }
}
