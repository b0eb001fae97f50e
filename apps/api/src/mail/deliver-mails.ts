import { setTimeout as sleep } from "node:timers/promises"
import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { organizationCode } from "../invitations/organization-code.ts"
import { describe } from "../on-error.ts"
import { suppressAddresses } from "./address-queries.ts"
import type { Courier } from "./courier.ts"
import { domainOf } from "./mailer.ts"
import { findAsked, findMailing, selectReceivers, selectWaves } from "./mailing-queries.ts"
import { outcomeOf } from "./outcome-of.ts"
import { type Mailing, personalMail } from "./personal-mail.ts"
import {
  type ClaimedMail,
  claimMails,
  freeLostMails,
  nextDue,
  type SettledMail,
  settleMails,
} from "./queue-queries.ts"
import { type Outcome, settled } from "./settle.ts"

/** Seconds after which a claim of a process that is not heard of counts as lost; longer than one mail may take. */
const LEASE = 180
/** Seconds that a delivery waits for the next mail; what is due later is found by the sweep. */
const PATIENCE = 30
/** ms in which mails that are done are gathered, to be settled together. */
const GATHER = 4
/** ms for which what the mails of a survey have in common is believed: its close may be moved. */
const MAILING_AGE = 10_000
/** Times, a second apart, that a database which is away is asked again before mails under way count as lost. */
const PATIENCE_WITH_DATABASE = 60

type Receiver = Awaited<ReturnType<typeof selectReceivers>>[number]

/**
 * Sends the mails of a survey that are due. Any number of processes may do so at once, and die at any moment: a mail
 * is claimed, and the claim committed, before it is sent, so each goes once; of those under way at a kill each
 * invitation may go a second time, and never a third.
 */
export async function deliverMails(
  deps: Deps,
  courier: Courier,
  organizationId: string,
  surveyId: string,
  {
    signal,
    lease = LEASE,
    goesWhereItWent = hasSameAddress,
  }: {
    signal?: AbortSignal | undefined
    lease?: number
    /** A guard; a test takes it away to see the attack succeed that it holds back. */
    goesWhereItWent?: (receiver: Receiver) => boolean
  } = {},
): Promise<void> {
  const code = await organizationCode(deps.db, organizationId)
  const done: SettledMail[] = []
  const dead: { address: string; status: string }[] = []
  let mailing: Mailing | undefined
  let mailingReadAt = 0
  let newestWave = 0
  let underWay = 0
  /** Places of the courier: a mail's from before it is claimed until it is settled. */
  let held = 0
  let heard = () => {}

  const finish = (mail: ClaimedMail, outcome: Outcome) => {
    done.push(settled(mail, outcome))
    // What a reminder meets is kept nowhere: it would say who was reminded.
    if (outcome.kind === "refused" && outcome.dead && mail.wave === 0)
      dead.push({ address: outcome.address, status: outcome.status })
  }

  const tryOne = async (
    mail: ClaimedMail,
    receiver: Receiver | undefined,
    mailing: Mailing,
  ): Promise<Outcome> => {
    if (mail.wave > 0 && !needsReminder(receiver, goesWhereItWent)) return { kind: "sent" }
    const address = receiver?.email ?? null
    if (receiver === undefined || address === null) return { kind: "no-address" }
    if (receiver.suppressed_status !== null) {
      return { kind: "refused", address, status: receiver.suppressed_status, dead: false }
    }
    // It may have arrived where it went first: nobody else gets a link that may be somebody's.
    if (mail.wave === 0 && mail.copies > 0 && !goesWhereItWent(receiver)) return { kind: "unsure" }
    const domain = domainOf(address)
    const wait = courier.pace.take(domain)
    if (wait > 0) return { kind: "released", wait: (wait / 1000) * (1 + Math.random()) }
    try {
      await deps.mailer.send(
        personalMail(deps, {
          organizationId,
          surveyId,
          code,
          mail,
          receiver: { ...receiver, address },
          mailing,
        }),
      )
      courier.pace.taken(domain)
      courier.answered(false)
      return { kind: "sent" }
    } catch (error) {
      const failed = outcomeOf(error, address)
      courier.answered(failed.serverAway)
      // The server's text may quote the address: only its number is logged. Of a reminder nothing is: how many are
      // refused, and when, would say something of who has not answered.
      if (mail.wave === 0) deps.log(`mail: not taken (${failed.code || describe(error as Error)})`)
      if (failed.outcome.kind === "deferred" && !failed.serverAway) courier.pace.slowed(domain)
      return failed.outcome
    }
  }

  const begin = (claimed: readonly ClaimedMail[], receivers: readonly Receiver[], mailing: Mailing) => {
    underWay += claimed.length
    const tries = claimed.map(async (mail) => {
      const receiver = receivers.find(({ person_id }) => person_id === mail.person_id)
      const outcome = await tryOne(mail, receiver, mailing).catch((error: unknown): Outcome => {
        if (mail.wave === 0) deps.log(`mail: ${error instanceof Error ? describe(error) : "failed"}`)
        return { kind: "deferred" }
      })
      return { mail, outcome }
    })
    const end = (ended: { mail: ClaimedMail; outcome: Outcome }[]) => {
      underWay -= ended.length
      for (const { mail, outcome } of ended) finish(mail, outcome)
      heard()
    }
    // Reminders claimed together are settled together, those that went and those that were not needed.
    const together = tries.filter((_, at) => (claimed[at]?.wave ?? 0) > 0)
    if (together.length > 0) void Promise.all(together).then(end)
    tries.forEach((one, at) => {
      if (claimed[at]?.wave === 0) void one.then((ended) => end([ended]))
    })
  }

  const release = (places: number) => {
    courier.release(places)
    held -= places
  }

  /** Settles what is done and claims as many as there is room for, in one transaction. */
  const turn = async (isFirst: boolean) => {
    const settling = [...done]
    const suppressing = [...dead]
    const barred = courier.pace.barred()
    // The places of what this transaction settles go to what it claims.
    release(settling.length)
    const limit = signal?.aborted ? 0 : courier.reserve(deps.mailer.size - held)
    held += limit
    const settleAndClaim = withOrganization(deps.db, "worker", organizationId, async (tx) => {
      if (isFirst) await freeLostMails(tx, organizationId, surveyId, lease)
      await suppressAddresses(tx, organizationId, suppressing)
      await settleMails(tx, organizationId, surveyId, settling)
      const claimed = limit > 0 ? await claimMails(tx, organizationId, surveyId, { limit, barred }) : []
      if (claimed.length === 0) return { next: await nextDue(tx, organizationId, surveyId, barred) }
      const ids = claimed.map(({ person_id }) => person_id)
      const receivers = await selectReceivers(tx, organizationId, surveyId, ids)
      const isNewWave = claimed.some(({ wave }) => wave > newestWave)
      if (mailing === undefined || isNewWave || performance.now() - mailingReadAt > MAILING_AGE) {
        const survey = await findMailing(tx, organizationId, surveyId)
        const waves = await selectWaves(tx, organizationId, surveyId)
        const asked = mailing?.asked ?? (await findAsked(tx, organizationId, surveyId))
        const lastWaves = waves.filter(({ is_last }) => is_last).map(({ wave }) => wave)
        mailing = survey && { ...survey, asked, lastWaves }
        newestWave = Math.max(0, ...waves.map(({ wave }) => wave))
        mailingReadAt = performance.now()
      }
      return { claimed, receivers, mailing }
    })
    const result = await settleAndClaim.catch((error: unknown) => {
      release(limit - settling.length)
      throw error
    })
    release(limit - (result.claimed?.length ?? 0))
    done.splice(0, settling.length)
    dead.splice(0, suppressing.length)
    return result
  }

  try {
    for (let away = 0, turns = 0; ; turns++) {
      const result = await turn(turns === 0).catch((error: unknown) => {
        if (signal?.aborted || away >= PATIENCE_WITH_DATABASE) throw error
        if (away++ === 0) deps.log(`mail: waiting for the database (${describe(error as Error)})`)
        return undefined
      })
      if (result === undefined) {
        await sleep(1000)
        continue
      }
      away = 0
      const bell = new Promise<void>((ring) => {
        heard = ring
      })
      if (result.mailing !== undefined) begin(result.claimed, result.receivers, result.mailing)
      if (underWay > 0) {
        // Claims and settles are cheap in numbers and dear one by one.
        if (done.length === 0) await bell
        if (underWay > 0) await sleep(GATHER)
        continue
      }
      if (done.length > 0) continue
      if (signal?.aborted) return
      const { any = null, free = null } = result.next ?? {}
      if (result.next !== undefined && any === null) return
      const wait = Math.max(courier.pause(), free === null ? (courier.pace.wait() ?? 0) : free * 1000, 20)
      if (wait > PATIENCE * 1000) return
      await sleep(wait, undefined, { signal }).catch(() => {})
    }
  } finally {
    release(held)
  }
}

/**
 * A reminder goes to the address the invitation went to, or nowhere: whoever may change addresses could else have the
 * reminders sent to a mailbox of their own, and read there who has not answered.
 */
function hasSameAddress(receiver: Receiver): boolean {
  return receiver.has_same_address
}

/** Whoever has got a signature, has left, wants no reminders, was never reached or has another address now gets none. */
function needsReminder(
  receiver: Receiver | undefined,
  goesWhereItWent: (receiver: Receiver) => boolean,
): boolean {
  if (receiver === undefined || receiver.is_signed || !receiver.is_there) return false
  if (receiver.reminders_stopped) return false
  if (receiver.email === null || receiver.suppressed_status !== null) return false
  if (!goesWhereItWent(receiver)) return false
  return receiver.invitation_state === "sent" || receiver.invitation_state === "unsure"
}
