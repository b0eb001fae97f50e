import { fromBase64url, jointKeyOf, toBase64url } from "@throughline/ballot"
import { type Tx, withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { lockDraft } from "../surveys/lock-draft.ts"
import { databaseNow } from "../surveys/queries.ts"
import type { Trustee } from "./as-trustee.ts"
import { refuseUnproven } from "./possession.ts"
import {
  findSealingKey,
  forgetShares,
  selectTrustees,
  type TrusteeRow,
  updateSealingKey,
  updateTrustee,
} from "./queries.ts"
import type { NewDealing } from "./schemas.ts"
import { tellTrustees } from "./trustee-mails.ts"

/**
 * The public half of a trustee's own key, of a draft. Another one than before, because a file or passphrase was lost,
 * makes all that was dealt void: it is sealed to keys that do not all stand any more. The link alone is enough, because
 * whoever has lost the key can prove nothing; a stranger's key would show other words to the other two.
 */
export async function takeKey(deps: Deps, trustee: Trustee, publicKey: string): Promise<void> {
  const { organizationId, surveyId, seat } = trustee
  const bytes = await pointOf(publicKey)
  const isLast = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const rows = await lockThree(tx, trustee)
    const holder = rows.find(({ public_key }) => public_key && toBase64url(public_key) === publicKey)
    if (holder?.seat === seat) return false
    if (holder !== undefined) throw new Problem("trustee.changed")
    await forgetShares(tx, organizationId, surveyId)
    await updateTrustee(tx, organizationId, surveyId, seat, { public_key: bytes })
    return rows.length === 3 && rows.every((row) => row.seat === seat || row.public_key !== null)
  })
  if (isLast) await tellTrustees(deps, organizationId, surveyId, othersThan(seat), { about: "keys-ready" })
}

/**
 * What one trustee's browser deals to the three. The public key is the sum of what all three have published, worked out
 * here and again in each browser; a first dealing stays until somebody makes a new key, and whoever sealed to keys that
 * are not those of today has to look again.
 */
export async function takeDealing(
  deps: Deps,
  trustee: Trustee,
  { a, b, publicKeys, sealed, proof }: NewDealing,
  proven = refuseUnproven,
): Promise<void> {
  const { organizationId, surveyId, seat } = trustee
  await Promise.all([pointOf(a), pointOf(b)])
  const isLast = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const rows = await lockThree(tx, trustee)
    const keys = rows.map(({ public_key }) => (public_key === null ? "" : toBase64url(public_key)))
    const own = rows.find((row) => row.seat === seat)
    const isToday = rows.length === 3 && keys.every((key, at) => key === publicKeys[at])
    if (!isToday || own === undefined || own.dealing !== null) throw new Problem("trustee.changed")
    proven(deps, trustee, keys[seat - 1] ?? "", proof)
    await updateTrustee(tx, organizationId, surveyId, seat, { dealing: { a, b, sealed } })
    const all = rows.map((row) => (row.seat === seat ? { a, b } : row.dealing))
    const dealt = all.filter((one) => one !== null)
    if (dealt.length < 3) return false
    const sealingKey = jointKeyOf(dealt)
    if (sealingKey === undefined) throw new Problem("request.invalid")
    await updateSealingKey(tx, organizationId, surveyId, sealingKey)
    return true
  })
  if (isLast) await tellTrustees(deps, organizationId, surveyId, othersThan(seat), { about: "share-ready" })
}

/** A trustee says that their file opens their share of this key, and that all three see the same words. */
export async function takeTried(
  deps: Deps,
  trustee: Trustee,
  { sealingKey, proof }: { sealingKey: string; proof: string },
  proven = refuseUnproven,
): Promise<void> {
  const { organizationId, surveyId, seat } = trustee
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const own = (await lockThree(tx, trustee)).find((row) => row.seat === seat)
    const isToday = (await findSealingKey(tx, organizationId, surveyId)) === sealingKey
    if (!isToday || own?.public_key == null) throw new Problem("trustee.changed")
    proven(deps, trustee, toBase64url(own.public_key), proof)
    await updateTrustee(tx, organizationId, surveyId, seat, { tried_at: await databaseNow(tx) })
  })
}

const othersThan = (seat: number) => [1, 2, 3].filter((one) => one !== seat)

async function lockThree(tx: Tx, { organizationId, surveyId }: Trustee): Promise<TrusteeRow[]> {
  await lockDraft(tx, organizationId, surveyId)
  return await selectTrustees(tx, organizationId, surveyId)
}

/** Throws when the bytes are no point of the curve: nothing could ever be sealed to them. */
async function pointOf(publicKey: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = fromBase64url(publicKey) ?? new Uint8Array()
  await crypto.subtle
    .importKey("raw", bytes, { name: "ECDH", namedCurve: "P-256" }, false, [])
    .catch((cause: unknown) => {
      throw new Problem("request.invalid", { cause })
    })
  return bytes
}
