import type { Tx } from "@throughline/db"

export interface HrMember {
  userId: string
  name: string
  email: string
}

/** The HR members of an organization, with where their mail goes. */
export async function selectHrMembers(tx: Tx, organizationId: string): Promise<HrMember[]> {
  const rows = await tx
    .selectFrom("app.member as member")
    .innerJoin("auth.app_user as account", "account.id", "member.user_id")
    .select(["member.user_id", "account.name", "account.email"])
    .where("member.organization_id", "=", organizationId)
    .where("member.role", "=", "hr")
    .orderBy("account.email")
    .execute()
  return rows.map(({ user_id, name, email }) => ({ userId: user_id, name, email }))
}
