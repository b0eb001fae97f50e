import { fromBase64url, toBase64url } from "@throughline/ballot"
import { type Tx, withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { lockDraft } from "../surveys/lock-draft.ts"
import { databaseNow } from "../surveys/queries.ts"
import type { Trustee } from "./as-trustee.ts"
import {
  findSealingKey,
  forgetShares,
  selectTrustees,
  type TrusteeRow,
  updateSealingKey,
  updateTrustee,
} from "./queries.ts"
import { tellTrustees } from "./trustee-mails.ts"

/**
 * The public half of a trustee's own key, of a draft. Another one than before, because a file or passphrase was lost,
 * makes the shares of all three void: they are sealed to keys that do not all stand any more.
 */
export async function takeKey(deps: Deps, trustee: Trustee, publicKey: string): Promise<void> {
  const { organizationId, surveyId, seat } = trustee
  const bytes = await pointOf(publicKey)
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const rows = await lockThree(tx, trustee)
    const holder = rows.find(({ public_key }) => public_key && toBase64url(public_key) === publicKey)
    if (holder?.seat === seat) return
    if (holder !== undefined) throw new Problem("trustee.changed")
    await forgetShares(tx, organizationId, surveyId)
    await updateTrustee(tx, organizationId, surveyId, seat, { public_key: bytes })
  })
}

/**
 * The survey's key as one of the three browsers has made and split it: its public half, and each share sealed to one
 * trustee. The first wins; whoever sealed to keys that are not those of today has to look again.
 */
export async function takeShares(
  deps: Deps,
  trustee: Trustee,
  split: { sealingKey: string; publicKeys: readonly string[]; shares: readonly string[] },
): Promise<void> {
  const { organizationId, surveyId } = trustee
  await pointOf(split.sealingKey)
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const rows = await lockThree(tx, trustee)
    const keys = rows.map(({ public_key }) => (public_key === null ? "" : toBase64url(public_key)))
    const isMade = (await findSealingKey(tx, organizationId, surveyId)) !== null
    if (isMade || rows.length !== 3 || keys.some((key, at) => key !== split.publicKeys[at])) {
      throw new Problem("trustee.changed")
    }
    for (const [at, { seat }] of rows.entries()) {
      await updateTrustee(tx, organizationId, surveyId, seat, {
        sealed_share: fromBase64url(split.shares[at] ?? "") ?? null,
      })
    }
    await updateSealingKey(tx, organizationId, surveyId, split.sealingKey)
  })
  const others = [1, 2, 3].filter((seat) => seat !== trustee.seat)
  await tellTrustees(deps, organizationId, surveyId, others, { about: "share-ready" })
}

/** A trustee says that their file opens their share of this key. */
export async function takeTried(deps: Deps, trustee: Trustee, sealingKey: string): Promise<void> {
  const { organizationId, surveyId, seat } = trustee
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockThree(tx, trustee)
    if ((await findSealingKey(tx, organizationId, surveyId)) !== sealingKey)
      throw new Problem("trustee.changed")
    await updateTrustee(tx, organizationId, surveyId, seat, { tried_at: await databaseNow(tx) })
  })
}

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
