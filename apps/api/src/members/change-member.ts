import { type Tx, withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { selectHrMembers } from "../surveys/hr-queries.ts"
import { databaseNow } from "../surveys/queries.ts"
import { refuseTrusteeAsHr } from "../trustees/refuse-trustee-as-hr.ts"
import { leaderOf } from "./invite.ts"
import { listLeaders } from "./list-leaders.ts"
import { deleteMember, lockMembers, selectMembers, updateMember, withdrawInvitationsBy } from "./queries.ts"
import type { InvitedRole } from "./schemas.ts"
import { type HrChange, tellHrChange } from "./tell-hr-change.ts"

/**
 * Gives a member another role, or a leader another unit. Whoever leaves HR leaves no invitation behind that nobody has
 * used yet. Throws member.last-hr, member.no-team, member.unknown, member.is-trustee.
 */
export async function changeMember(
  deps: Deps,
  session: Session,
  userId: string,
  { role, personId }: { role: InvitedRole; personId: string | null },
): Promise<void> {
  const { organizationId } = session
  const change = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const before = await lockMember(tx, organizationId, userId, role !== "hr")
    const own = (await selectMembers(tx, organizationId)).find((member) => member.user_id === userId)
    if (before !== "hr") await refuseTrusteeAsHr(tx, organizationId, { role, email: own?.email ?? "" })
    const leader = role === "leader" ? leaderOf(await listLeaders(tx, organizationId), personId) : undefined
    const hrBefore = await selectHrMembers(tx, organizationId)
    await updateMember(tx, organizationId, userId, { role, personId: leader?.personId ?? null })
    if (before === role || (before !== "hr" && role !== "hr")) return undefined
    if (before === "hr") await withdrawInvitationsBy(tx, organizationId, userId, await databaseNow(tx))
    const hrAfter = await selectHrMembers(tx, organizationId)
    return { userId, how: role === "hr" ? ("joined" as const) : ("left" as const), hrBefore, hrAfter }
  })
  if (change !== undefined) await tellHrChange(deps, session, change)
}

/**
 * Takes a member away with account, password and sessions: what is open in a browser ends with the next request. The
 * invitations this member sent and nobody has used yet are withdrawn too.
 */
export async function removeMember(deps: Deps, session: Session, userId: string): Promise<void> {
  const { organizationId } = session
  const change = await withOrganization(
    deps.db,
    "web",
    organizationId,
    async (tx): Promise<HrChange | undefined> => {
      const before = await lockMember(tx, organizationId, userId, true)
      const hrBefore = await selectHrMembers(tx, organizationId)
      await deleteMember(tx, organizationId, userId)
      await withdrawInvitationsBy(tx, organizationId, userId, await databaseNow(tx))
      return before === "hr" ? { userId, how: "removed", hrBefore, hrAfter: [] } : undefined
    },
  )
  if (change !== undefined) await tellHrChange(deps, session, change)
}

/**
 * Somebody must be left who can invite others. The rows stay locked, so that two HR members cannot take each other
 * away at once. Throws member.unknown, and member.last-hr when this one leaves HR and is the last.
 */
async function lockMember(tx: Tx, organizationId: string, userId: string, leavesHr: boolean) {
  const members = await lockMembers(tx, organizationId)
  const own = members.find(({ user_id }) => user_id === userId)
  if (own === undefined) throw new Problem("member.unknown")
  const hr = members.filter(({ role }) => role === "hr")
  if (leavesHr && own.role === "hr" && hr.length === 1) throw new Problem("member.last-hr")
  return own.role
}
