import type { MemberRole, Tx } from "@throughline/db"
import { sql } from "kysely"
import type { InvitedRole } from "./schemas.ts"

export async function selectMembers(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("app.member as member")
    .innerJoin("auth.app_user as account", "account.id", "member.user_id")
    .select(["member.user_id", "member.role", "member.person_id", "account.name", "account.email"])
    .where("member.organization_id", "=", organizationId)
    .orderBy("account.email")
    .execute()
}

/** The members' rows, locked until the end of the transaction: two HR members cannot take each other away at once. */
export async function lockMembers(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("app.member")
    .select(["user_id", "role"])
    .where("organization_id", "=", organizationId)
    .orderBy("user_id")
    .forUpdate()
    .execute()
}

/** Who becomes a member of HR is so from this moment of the database's clock; who leaves and comes back begins anew. */
export async function updateMember(
  tx: Tx,
  organizationId: string,
  userId: string,
  change: { role: MemberRole; personId: string | null },
): Promise<void> {
  await tx
    .updateTable("app.member")
    .set({
      role: change.role,
      person_id: change.personId,
      hr_since:
        change.role === "hr"
          ? sql<Date>`case when role = 'hr' then hr_since else clock_timestamp() end`
          : null,
    })
    .where("organization_id", "=", organizationId)
    .where("user_id", "=", userId)
    .execute()
}

/** Takes the member and the account away; its sessions and its password go with it. */
export async function deleteMember(tx: Tx, organizationId: string, userId: string): Promise<void> {
  await tx
    .deleteFrom("app.member")
    .where("organization_id", "=", organizationId)
    .where("user_id", "=", userId)
    .execute()
  await tx
    .deleteFrom("auth.app_user")
    .where("id", "=", userId)
    .where("organizationId", "=", organizationId)
    .execute()
}

/** Invitations that are neither accepted nor withdrawn, newest first. */
export async function selectInvitations(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("app.member_invitation as invitation")
    .leftJoin("auth.app_user as inviter", "inviter.id", "invitation.invited_by")
    .selectAll("invitation")
    .select("inviter.name as inviter")
    .where("invitation.organization_id", "=", organizationId)
    .where("invitation.accepted_at", "is", null)
    .where("invitation.withdrawn_at", "is", null)
    .orderBy("invitation.created_at", "desc")
    .orderBy("invitation.email")
    .execute()
}

export async function insertInvitations(
  tx: Tx,
  organizationId: string,
  invitations: readonly {
    invitationId: string
    email: string
    name: string
    role: InvitedRole
    personId: string | null
    secretHash: Uint8Array
    invitedBy: string
    createdAt: Date
    expiresAt: Date
  }[],
): Promise<void> {
  if (invitations.length === 0) return
  await tx
    .insertInto("app.member_invitation")
    .values(
      invitations.map((one) => ({
        organization_id: organizationId,
        invitation_id: one.invitationId,
        email: one.email,
        name: one.name,
        role: one.role,
        person_id: one.personId,
        secret_hash: one.secretHash,
        invited_by: one.invitedBy,
        created_at: one.createdAt,
        expires_at: one.expiresAt,
      })),
    )
    .execute()
}

/** A new secret for an invitation: the link of the mail before holds no more. False: there is no such open invitation. */
export async function renewInvitation(
  tx: Tx,
  organizationId: string,
  invitationId: string,
  renewed: { secretHash: Uint8Array; expiresAt: Date; invitedBy: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("app.member_invitation")
    .set({
      ...{ secret_hash: renewed.secretHash, expires_at: renewed.expiresAt },
      ...{ invited_by: renewed.invitedBy, mailed_at: null },
    })
    .where("organization_id", "=", organizationId)
    .where("invitation_id", "=", invitationId)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function markMailed(
  tx: Tx,
  organizationId: string,
  invitationIds: readonly string[],
  at: Date,
): Promise<void> {
  if (invitationIds.length === 0) return
  await tx
    .updateTable("app.member_invitation")
    .set({ mailed_at: at })
    .where("organization_id", "=", organizationId)
    .where("invitation_id", "in", [...invitationIds])
    .execute()
}

/** False: there is no such open invitation. */
export async function withdrawInvitation(
  tx: Tx,
  organizationId: string,
  invitationId: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("app.member_invitation")
    .set({ withdrawn_at: at })
    .where("organization_id", "=", organizationId)
    .where("invitation_id", "=", invitationId)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whoever is taken away, or may invite nobody any more, leaves no door open behind. */
export async function withdrawInvitationsBy(
  tx: Tx,
  organizationId: string,
  userId: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable("app.member_invitation")
    .set({ withdrawn_at: at })
    .where("organization_id", "=", organizationId)
    .where("invited_by", "=", userId)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .execute()
}

/** The invitation behind a link, whatever became of it. */
export async function findInvitation(tx: Tx, organizationId: string, secretHash: Uint8Array) {
  return await tx
    .selectFrom("app.member_invitation as invitation")
    .innerJoin(
      "app.organization as organization",
      "organization.organization_id",
      "invitation.organization_id",
    )
    .leftJoin("auth.app_user as inviter", "inviter.id", "invitation.invited_by")
    .selectAll("invitation")
    .select(["organization.name as organization", "inviter.name as inviter"])
    .where("invitation.organization_id", "=", organizationId)
    .where("invitation.secret_hash", "=", secretHash)
    .executeTakeFirst()
}

/** Uses an invitation up. False: somebody has, or it is withdrawn or late; of two at once the second finds it used. */
export async function useInvitation(
  tx: Tx,
  organizationId: string,
  secretHash: Uint8Array,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("app.member_invitation")
    .set({ accepted_at: now })
    .where("organization_id", "=", organizationId)
    .where("secret_hash", "=", secretHash)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** In which every date is said. */
export async function findTimeZone(tx: Tx, organizationId: string): Promise<string> {
  const row = await tx
    .selectFrom("app.organization")
    .select("time_zone")
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow()
  return row.time_zone
}
