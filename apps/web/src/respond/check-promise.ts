import { canonicalJson, hashOf, verifyLeaf } from "@throughline/ballot"
import { fingerprint } from "./draft.ts"
import type { OpenInvitation } from "./invitation.ts"
import { fetchPublished } from "./published.ts"

/**
 * "kept": what is read, what is sealed for, and what everybody is promised are one and the same. "questions": the
 * questionnaire, the group or the dates are not those of the promise. "other-promise": the promise that came with the
 * link is not the published one. "changed": this browser saw another before. "unreachable": it could not be asked.
 */
export type Verdict = "kept" | "questions" | "other-promise" | "changed" | "unreachable"

/**
 * @param seen fingerprints of the promises of this survey that this browser read before
 */
export async function checkPromise(
  invitation: OpenInvitation,
  seen: readonly string[],
  guards = { leaf: isPromisedGroup, published: isPublished },
): Promise<Verdict> {
  const { manifest, organization, survey, leaf, questionnaire } = invitation
  const own = await fingerprint(manifest)
  if (seen.some((promise) => promise !== own)) return "changed"
  const fits =
    manifest.version === 2 &&
    manifest.organization === organization.id &&
    manifest.survey === survey.id &&
    isPromisedClose(manifest.closesAt, survey.closesAt) &&
    leaf.invited >= fewestInvited(invitation) &&
    manifest.texts === (await hashOf(questionnaire)) &&
    (await guards.leaf(invitation))
  if (!fits) return "questions"
  const published = await guards.published(invitation)
  if (published === undefined) return "unreachable"
  return published ? "kept" : "other-promise"
}

/** More are invited to a group than must answer, so that a few silent people do not force a merge at the close. */
const SPARE = 3

/** What the promise says of the size of every group: k + 3, and k of the one at the top. */
function fewestInvited({ manifest, leaf }: OpenInvitation): number {
  return leaf.label.startsWith("top group") ? manifest.k : manifest.k + SPARE
}

/** Whether size and key of the group are among those the promise was made of. */
function isPromisedGroup({ manifest, leaf, index, proof }: OpenInvitation): Promise<boolean> {
  return verifyLeaf(manifest, leaf, index, proof)
}

/** An open survey may be extended, never shortened, by so many days at most; the frozen promise keeps the first date. */
const LONGEST_EXTENSION_MS = 60 * 24 * 3600 * 1000

function isPromisedClose(promised: string, now: string): boolean {
  const later = Date.parse(now) - Date.parse(promised)
  return later >= 0 && later <= LONGEST_EXTENSION_MS
}

/** Asked for without link, cookie or anything else that tells who asks; undefined when no answer came. */
async function isPublished({ manifest }: OpenInvitation): Promise<boolean | undefined> {
  const published = await fetchPublished(manifest.organization, manifest.survey)
  if (published === "unreachable") return undefined
  return published !== "unknown" && canonicalJson(published.manifest) === canonicalJson(manifest)
}
