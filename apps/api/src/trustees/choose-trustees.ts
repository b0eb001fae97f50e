import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { lockDraft } from "../surveys/lock-draft.ts"
import { lockSurvey } from "../surveys/queries.ts"
import { trusteeSecretHash } from "./link.ts"
import {
  addressesOfHr,
  deleteTrustees,
  findSealingKey,
  forgetShares,
  insertTrustees,
  selectTrustees,
  updateSealing,
  updateTrustee,
} from "./queries.ts"
import type { NamedTrustee } from "./schemas.ts"
import { sendLinks } from "./trustee-mails.ts"

/** Whoever works for HR holds no share: two of HR together could open the box. A test takes it away. */
export function refuseHr(addresses: ReadonlySet<string>, trustees: readonly { email: string }[]): void {
  if (trustees.some(({ email }) => addresses.has(email))) throw new Problem("trustee.is-hr")
}

/**
 * Three people hold the key of a draft between them, and each gets a link. Named again, a seat whose address is the
 * same keeps its link and its key; a seat with somebody else begins anew, and then so does the survey's key, because
 * whoever was there before has seen a share of it.
 */
export async function chooseTrustees(
  deps: Deps,
  session: Session,
  surveyId: string,
  three: readonly NamedTrustee[],
  refuse = refuseHr,
): Promise<void> {
  const { organizationId } = session
  const wanted = three.map(({ name, email }, at) => ({ seat: at + 1, name, email: email.toLowerCase() }))
  const { changed, left } = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockDraft(tx, organizationId, surveyId)
    refuse(await addressesOfHr(tx, organizationId), wanted)
    const before = await selectTrustees(tx, organizationId, surveyId)
    const sameSeat = (one: (typeof wanted)[number]) =>
      before.find(({ seat, email }) => seat === one.seat && email === one.email)
    const changed = wanted.filter((one) => sameSeat(one) === undefined)
    for (const { seat } of changed) await deleteTrustees(tx, organizationId, surveyId, seat)
    for (const { seat, name } of wanted) await updateTrustee(tx, organizationId, surveyId, seat, { name })
    const left = survey.sealing === "server" ? await findSealingKey(tx, organizationId, surveyId) : null
    if (changed.length > 0) {
      await insertTrustees(
        tx,
        organizationId,
        surveyId,
        changed.map((one) => ({ ...one, ...newLink(deps, organizationId, surveyId, one.seat) })),
      )
      await updateSealing(tx, organizationId, surveyId, "trustees")
      await forgetShares(tx, organizationId, surveyId)
    }
    return { changed: changed.map(({ seat }) => seat), left }
  })
  // A key that the server made for this draft seals nothing any more.
  if (left !== null) await deps.keys.deleteSealingKey(surveyId, left)
  await sendLinks(deps, session, surveyId, changed)
}

/** The server holds the key of a draft again; the trustees' links open nothing any more. */
export async function releaseTrustees(deps: Deps, organizationId: string, surveyId: string): Promise<void> {
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockDraft(tx, organizationId, surveyId)
    if (survey.sealing === "server") return
    await deleteTrustees(tx, organizationId, surveyId)
    await updateSealing(tx, organizationId, surveyId, "server")
    await forgetShares(tx, organizationId, surveyId)
  })
}

/** A new link to the same address, until the survey is closed; the one before opens nothing any more. */
export async function sendLinkAgain(
  deps: Deps,
  session: Session,
  surveyId: string,
  seat: number,
): Promise<void> {
  const { organizationId } = session
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    if (survey.state === "closed") throw new Problem("survey.closed")
    const trustees = await selectTrustees(tx, organizationId, surveyId)
    if (!trustees.some((one) => one.seat === seat)) throw new Problem("trustee.unknown")
    const { nonce, hash } = newLink(deps, organizationId, surveyId, seat)
    await updateTrustee(tx, organizationId, surveyId, seat, { nonce, secret_hash: hash, mailed_at: null })
  })
  await sendLinks(deps, session, surveyId, [seat])
}

function newLink(deps: Deps, organizationId: string, surveyId: string, seat: number) {
  const nonce = deps.random(16)
  const hash = trusteeSecretHash(deps.keys.invitationKey, { organizationId, surveyId, seat, nonce })
  return { nonce, hash }
}
