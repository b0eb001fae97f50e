import type { Db, MemberRole, Tx } from "@throughline/db"
import { sql } from "kysely"

export async function findMember(tx: Tx, organizationId: string, userId: string) {
  return await tx
    .selectFrom("app.member as member")
    .innerJoin("app.organization as organization", "organization.organization_id", "member.organization_id")
    .select(["member.role", "member.person_id", "organization.name"])
    .where("member.organization_id", "=", organizationId)
    .where("member.user_id", "=", userId)
    .executeTakeFirst()
}

/** Whoever is of HR is so from this moment of the database's clock. */
export async function insertMember(
  tx: Tx,
  organizationId: string,
  userId: string,
  role: MemberRole,
  personId: string | null = null,
): Promise<void> {
  await tx
    .insertInto("app.member")
    .values({
      ...{ organization_id: organizationId, user_id: userId, role, person_id: personId },
      hr_since: role === "hr" ? sql<Date>`clock_timestamp()` : null,
    })
    .execute()
}

/**
 * An account and its membership at once, or neither. False when the address has an account already, in whatever
 * organization: the sign-in knows accounts by their address alone.
 */
export async function insertAccount(
  tx: Tx,
  account: {
    organizationId: string
    email: string
    name: string
    passwordHash: string
    role: MemberRole
    personId: string | null
    now: Date
  },
): Promise<boolean> {
  const { organizationId, name, passwordHash, role, personId, now } = account
  const id = crypto.randomUUID()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("auth.app_user")
    .values({
      ...{ id, name, email: account.email.toLowerCase(), emailVerified: true, image: null, organizationId },
      ...{ createdAt: now, updatedAt: now },
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  // As better-auth writes it for a password.
  await sql`
    insert into auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    values (${crypto.randomUUID()}, ${id}, 'credential', ${id}, ${passwordHash}, ${now}, ${now})`.execute(tx)
  await insertMember(tx, organizationId, id, role, personId)
  return true
}

/** What a person's unit was called when the newest survey was launched. */
export async function findUnitName(
  tx: Tx,
  organizationId: string,
  personId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("registry.frozen_person as person")
    .innerJoin("app.survey as survey", (join) =>
      join
        .onRef("survey.organization_id", "=", "person.organization_id")
        .onRef("survey.survey_id", "=", "person.survey_id"),
    )
    .select("person.unit_name")
    .where("person.organization_id", "=", organizationId)
    .where("person.person_id", "=", personId)
    .orderBy("survey.launched_at", "desc")
    .limit(1)
    .executeTakeFirst()
  return row?.unit_name
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

/** The organization of the account with this address; asked by an operator, outside any organization. */
export async function organizationOf(db: Db, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("auth.app_user")
    .select("organizationId")
    .where("email", "=", email.toLowerCase())
    .executeTakeFirst()
  return row?.organizationId ?? undefined
}

/** Links for a new password that this account has been sent and nobody has used. */
export async function deleteResetLinks(db: Db, userId: string): Promise<void> {
  await sql`delete from auth.verification where value = ${userId}`.execute(db)
}
