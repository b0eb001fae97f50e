import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { databaseNow } from "../surveys/queries.ts"
import { refuseTrusteeAsHr } from "../trustees/refuse-trustee-as-hr.ts"
import { newSecret } from "./link.ts"
import { listLeaders } from "./list-leaders.ts"
import { readStandings } from "./list-members.ts"
import {
  insertInvitations,
  renewInvitation,
  selectInvitations,
  selectMembers,
  withdrawInvitation,
} from "./queries.ts"
import type { InvitedRole, Leader } from "./schemas.ts"
import { type Letter, sendLetters } from "./send-letters.ts"

const WEEK = 7 * 24 * 3600 * 1000

/** What a mail invites to, before it has a secret. */
type Wanted = { email: string; name: string; role: InvitedRole; personId: string | null; unit: string | null }

/** Invites one person by mail. Throws member.taken, member.invited, member.no-team, member.is-trustee. */
export async function invite(
  deps: Deps,
  session: Session,
  {
    email,
    name,
    role,
    personId,
  }: { email: string; name: string; role: InvitedRole; personId: string | null },
  refuse = refuseTrusteeAsHr,
): Promise<{ invited: number; notMailed: number }> {
  const { organizationId } = session
  const letters = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const now = await databaseNow(tx)
    const address = email.toLowerCase()
    await refuse(tx, organizationId, { role, email: address })
    const leader = role === "leader" ? leaderOf(await listLeaders(tx, organizationId), personId) : undefined
    const members = await selectMembers(tx, organizationId)
    if (members.some((member) => member.email === address)) throw new Problem("member.taken")
    const before = (await selectInvitations(tx, organizationId)).find((one) => one.email === address)
    if (before !== undefined) {
      if (before.expires_at > now) throw new Problem("member.invited")
      await withdrawInvitation(tx, organizationId, before.invitation_id, now)
    }
    const wanted = {
      email: address,
      name,
      role,
      personId: leader?.personId ?? null,
      unit: leader?.unit ?? null,
    }
    const made = draft(deps, session, wanted, now)
    await insertInvitations(tx, organizationId, [made.row])
    return [made.letter]
  })
  return await sendLetters(deps, session, letters)
}

/** Invites every leader of a layer who has an address and is neither a member nor invited. */
export async function inviteLayer(
  deps: Deps,
  session: Session,
  layer: number,
): Promise<{ invited: number; notMailed: number }> {
  const { organizationId } = session
  const letters = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const now = await databaseNow(tx)
    const stands = await readStandings(tx, organizationId, now)
    const late = new Map(
      (await selectInvitations(tx, organizationId)).map((one) => [one.email, one.invitation_id]),
    )
    const made: ReturnType<typeof draft>[] = []
    // Two people of one address share one account: the first of them is invited.
    const seen = new Set<string>()
    for (const leader of (await listLeaders(tx, organizationId)).values()) {
      const email = leader.email?.toLowerCase()
      if (leader.layer !== layer || email === undefined || seen.has(email) || stands(leader) !== null)
        continue
      seen.add(email)
      const { name, personId, unit } = leader
      const over = late.get(email)
      if (over !== undefined) await withdrawInvitation(tx, organizationId, over, now)
      made.push(draft(deps, session, { email, name, role: "leader", personId, unit }, now))
    }
    await insertInvitations(
      tx,
      organizationId,
      made.map(({ row }) => row),
    )
    return made.map(({ letter }) => letter)
  })
  return await sendLetters(deps, session, letters)
}

/**
 * Sends an invitation again, with a new link for another seven days; the link before holds no more. It is then the
 * invitation of whoever sent it last, and goes when that member goes.
 */
export async function inviteAgain(
  deps: Deps,
  session: Session,
  invitationId: string,
): Promise<{ invited: number; notMailed: number }> {
  const { organizationId } = session
  const letter = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const known = (await selectInvitations(tx, organizationId)).find(
      (one) => one.invitation_id === invitationId,
    )
    if (known === undefined) throw new Problem("member-invitation.unknown")
    const { secret, hash } = newSecret(organizationId, deps.random)
    const expiresAt = weekFrom(await databaseNow(tx))
    const renewed = await renewInvitation(tx, organizationId, invitationId, {
      ...{ secretHash: hash, expiresAt },
      invitedBy: session.userId,
    })
    if (!renewed) throw new Problem("member-invitation.unknown")
    const leader = known.person_id && (await listLeaders(tx, organizationId)).get(known.person_id)
    const { name, email, role } = known
    return { invitationId, name, email, role, unit: leader ? leader.unit : null, secret, expiresAt }
  })
  return await sendLetters(deps, session, [letter])
}

/** Withdraws an invitation: its link opens nothing any more. */
export async function withdraw(deps: Deps, organizationId: string, invitationId: string): Promise<void> {
  const done = await withOrganization(deps.db, "web", organizationId, async (tx) =>
    withdrawInvitation(tx, organizationId, invitationId, await databaseNow(tx)),
  )
  if (!done) throw new Problem("member-invitation.unknown")
}

/** The leader an account is to stand for. Throws member.no-team for somebody without people below. */
export function leaderOf(leaders: ReadonlyMap<string, Leader>, personId: string | null): Leader {
  const leader = personId === null ? undefined : leaders.get(personId)
  if (leader === undefined) throw new Problem("member.no-team")
  return leader
}

function draft(deps: Deps, { organizationId, userId }: Session, wanted: Wanted, createdAt: Date) {
  const { secret, hash } = newSecret(organizationId, deps.random)
  const { unit, ...row } = wanted
  const invitationId = crypto.randomUUID()
  const expiresAt = weekFrom(createdAt)
  const letter: Letter = { invitationId, ...row, unit, secret, expiresAt }
  return {
    letter,
    row: { invitationId, ...row, secretHash: hash, invitedBy: userId, createdAt, expiresAt },
  }
}

function weekFrom(now: Date): Date {
  return new Date(now.getTime() + WEEK)
}
