import { type Tx, withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { leaderOf } from "./invite.ts"
import { listLeaders } from "./list-leaders.ts"
import { deleteMember, lockMembers, updateMember, withdrawInvitationsBy } from "./queries.ts"
import type { InvitedRole } from "./schemas.ts"

/** Gives a member another role, or a leader another unit. Throws member.last-hr, member.no-team, member.unknown. */
export function changeMember(
  deps: Deps,
  organizationId: string,
  userId: string,
  { role, personId }: { role: InvitedRole; personId: string | null },
): Promise<void> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockMember(tx, organizationId, userId, role !== "hr")
    const leader = role === "leader" ? leaderOf(await listLeaders(tx, organizationId), personId) : undefined
    await updateMember(tx, organizationId, userId, { role, personId: leader?.personId ?? null })
  })
}

/**
 * Takes a member away with account, password and sessions: what is open in a browser ends with the next request. The
 * invitations this member sent and nobody has used yet are withdrawn too.
 */
export function removeMember(deps: Deps, organizationId: string, userId: string): Promise<void> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockMember(tx, organizationId, userId, true)
    await deleteMember(tx, organizationId, userId)
    await withdrawInvitationsBy(tx, organizationId, userId, deps.now())
  })
}

/**
 * Somebody must be left who can invite others. The rows stay locked, so that two HR members cannot take each other
 * away at once. Throws member.unknown, and member.last-hr when this one leaves HR and is the last.
 */
async function lockMember(tx: Tx, organizationId: string, userId: string, leavesHr: boolean): Promise<void> {
  const members = await lockMembers(tx, organizationId)
  const own = members.find(({ user_id }) => user_id === userId)
  if (own === undefined) throw new Problem("member.unknown")
  const hr = members.filter(({ role }) => role === "hr")
  if (leavesHr && own.role === "hr" && hr.length === 1) throw new Problem("member.last-hr")
}
