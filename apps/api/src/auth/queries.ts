import type { Db, MemberRole, Tx } from "@throughline/db"

export async function findMember(tx: Tx, organizationId: string, userId: string) {
  return await tx
    .selectFrom("app.member as member")
    .innerJoin("app.organization as organization", "organization.organization_id", "member.organization_id")
    .select(["member.role", "organization.name"])
    .where("member.organization_id", "=", organizationId)
    .where("member.user_id", "=", userId)
    .executeTakeFirst()
}

export async function insertMember(
  tx: Tx,
  organizationId: string,
  userId: string,
  role: MemberRole,
): Promise<void> {
  await tx
    .insertInto("app.member")
    .values({ organization_id: organizationId, user_id: userId, role })
    .execute()
}

/** Every organization that has an account: the one question that is not asked inside an organization. */
export async function organizationIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("auth.app_user")
    .select("organizationId")
    .distinct()
    .where("organizationId", "is not", null)
    .execute()
  return rows.flatMap(({ organizationId }) => organizationId ?? [])
}
