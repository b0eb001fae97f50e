import { withOrganization } from "@throughline/db"
import type { z } from "zod"
import { insertAccount } from "../auth/queries.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { selectHrMembers } from "../surveys/hr-queries.ts"
import { databaseNow } from "../surveys/queries.ts"
import { refuseTrusteeAsHr } from "../trustees/refuse-trustee-as-hr.ts"
import { readSecret } from "./link.ts"
import { findInvitation, useInvitation } from "./queries.ts"
import type { openedMemberInvitation } from "./schemas.ts"
import { tellHrChange } from "./tell-hr-change.ts"

/** Looks at an invitation and changes nothing. Throws member-invitation.unknown or member-invitation.over. */
export async function openMemberInvitation(
  deps: Deps,
  secret: string,
): Promise<z.infer<typeof openedMemberInvitation>> {
  const { invitation } = await openInvitation(deps, secret)
  const { organization, name, email, role, inviter, expires_at } = invitation
  return {
    ...{ organization, name, email, role },
    ...{ invitedBy: inviter ?? "HR", expiresAt: expires_at.toISOString() },
  }
}

/**
 * Makes the account that an invitation promises, and uses the invitation up: all in one transaction, or nothing.
 * Throws member.taken when the address has an account already, and member.is-trustee.
 */
export async function acceptInvitation(
  deps: Deps,
  secret: string,
  { name, password }: { name: string; password: string },
): Promise<{ email: string }> {
  const { invitation, hash } = await openInvitation(deps, secret)
  const {
    organization_id: organizationId,
    email,
    role,
    person_id: personId,
    organization,
    inviter,
  } = invitation
  // Slow on purpose: not while a transaction holds a connection.
  const passwordHash = await deps.auth.hashPassword(password)
  const now = deps.now()
  const hr = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const used = await useInvitation(tx, organizationId, hash, await databaseNow(tx))
    if (!used) throw new Problem("member-invitation.over")
    await refuseTrusteeAsHr(tx, organizationId, { role, email })
    const hrBefore = await selectHrMembers(tx, organizationId)
    const account = { organizationId, email, name, passwordHash, role, personId, now }
    if (!(await insertAccount(tx, account))) throw new Problem("member.taken")
    return { hrBefore, hrAfter: await selectHrMembers(tx, organizationId) }
  })
  const joined = hr.hrAfter.find((member) => member.email === email)
  if (joined !== undefined) {
    const by = { user: { name: inviter ?? "HR" }, organizationName: organization }
    await tellHrChange(deps, by, { userId: joined.userId, how: "joined", ...hr })
  }
  return { email }
}

async function openInvitation(deps: Deps, secret: string) {
  const known = readSecret(secret)
  if (known === undefined) throw new Problem("member-invitation.unknown")
  const { organizationId, hash } = known
  const { invitation, now } = await withOrganization(deps.db, "web", organizationId, async (tx) => ({
    invitation: await findInvitation(tx, organizationId, hash),
    now: await databaseNow(tx),
  }))
  if (invitation === undefined) throw new Problem("member-invitation.unknown")
  const { accepted_at, withdrawn_at, expires_at } = invitation
  if (accepted_at !== null || withdrawn_at !== null || expires_at <= now) {
    throw new Problem("member-invitation.over")
  }
  return { invitation, hash }
}
