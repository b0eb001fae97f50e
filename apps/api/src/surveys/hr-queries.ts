import type { Tx } from "@throughline/db"

export interface HrMember {
  userId: string
  name: string
  email: string
  /** by the database's clock; null counts as of HR since just now */
  hrSince: Date | null
}

/** The HR members of an organization, with where their mail goes. */
export async function selectHrMembers(tx: Tx, organizationId: string): Promise<HrMember[]> {
  const rows = await tx
    .selectFrom("app.member as member")
    .innerJoin("auth.app_user as account", "account.id", "member.user_id")
    .select(["member.user_id", "member.hr_since", "account.name", "account.email"])
    .where("member.organization_id", "=", organizationId)
    .where("member.role", "=", "hr")
    .orderBy("account.email")
    .execute()
  return rows.map(({ user_id, name, email, hr_since }) => ({
    userId: user_id,
    name,
    email,
    hrSince: hr_since,
  }))
}
