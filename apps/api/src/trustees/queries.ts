import { jsonb, type TrusteeDealing, type Tx } from "@throughline/db"
import { sql } from "kysely"

export type TrusteeRow = Awaited<ReturnType<typeof selectTrustees>>[number]

/** The trustees of a survey by seat; none when the server holds its key. */
export async function selectTrustees(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("app.trustee")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("seat")
    .execute()
}

/** The trustee behind a link. */
export async function findTrustee(tx: Tx, organizationId: string, secretHash: Uint8Array) {
  return await tx
    .selectFrom("app.trustee")
    .select(["survey_id", "seat"])
    .where("organization_id", "=", organizationId)
    .where("secret_hash", "=", secretHash)
    .executeTakeFirst()
}

export async function insertTrustees(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  trustees: readonly { seat: number; name: string; email: string; nonce: Uint8Array; hash: Uint8Array }[],
): Promise<void> {
  await tx
    .insertInto("app.trustee")
    .values(
      trustees.map(({ seat, name, email, nonce, hash }) => ({
        organization_id: organizationId,
        survey_id: surveyId,
        ...{ seat, name, email, nonce, secret_hash: hash },
      })),
    )
    .execute()
}

export async function deleteTrustees(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  seat?: number,
): Promise<void> {
  let query = tx
    .deleteFrom("app.trustee")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
  if (seat !== undefined) query = query.where("seat", "=", seat)
  await query.execute()
}

interface TrusteeChange {
  name?: string
  nonce?: Uint8Array
  secret_hash?: Uint8Array
  mailed_at?: Date | null
  reminded_at?: Date
  public_key?: Uint8Array
  dealing?: TrusteeDealing
  tried_at?: Date | null
  handed_to?: number | null
  handed_share?: Uint8Array | null
}

export async function updateTrustee(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  seat: number,
  { dealing, ...rest }: TrusteeChange,
): Promise<void> {
  await tx
    .updateTable("app.trustee")
    .set({ ...rest, ...(dealing === undefined ? {} : { dealing: jsonb<TrusteeDealing>(dealing) }) })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("seat", "=", seat)
    .execute()
}

/** The survey's key is to be made anew: what was dealt of the one before is void. */
export async function forgetShares(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
  await tx
    .updateTable("app.trustee")
    .set({ dealing: null, tried_at: null })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
  await updateSealingKey(tx, organizationId, surveyId, null)
}

/** What the close destroys of the trustees, with the role of the close. */
export async function destroySealedShares(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
  await tx
    .updateTable("app.trustee")
    .set({ dealing: null, handed_to: null, handed_share: null })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}

export async function updateSealing(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  sealing: "server" | "trustees",
): Promise<void> {
  await tx
    .updateTable("app.survey")
    .set({ sealing })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}

/** The public half of a draft's sealing key. */
export async function findSealingKey(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("app.survey")
    .select("sealing_key")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .executeTakeFirst()
  return row?.sealing_key ?? null
}

/** A key of the trustees, or none: recovery shares of another one are void. */
export async function updateSealingKey(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  sealingKey: string | null,
): Promise<void> {
  await tx
    .updateTable("app.survey")
    .set({ sealing_key: sealingKey, recovery_taken_at: null, recovery_tried_at: null })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}

/** Whether an address is a trustee's of a survey that is open or being closed. */
export async function isTrusteeNow(tx: Tx, organizationId: string, email: string): Promise<boolean> {
  const row = await tx
    .selectFrom("app.trustee as trustee")
    .innerJoin("app.survey as survey", (join) =>
      join
        .onRef("survey.organization_id", "=", "trustee.organization_id")
        .onRef("survey.survey_id", "=", "trustee.survey_id"),
    )
    .select("trustee.seat")
    .where("trustee.organization_id", "=", organizationId)
    .where("trustee.email", "=", email.toLowerCase())
    .where("survey.state", "in", ["open", "closing"])
    .executeTakeFirst()
  return row !== undefined
}

/** Surveys whose trustees have something to do: drafts, and those that are being closed. */
export async function surveysOfTrustees(tx: Tx, organizationId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("app.survey")
    .select("survey_id")
    .where("organization_id", "=", organizationId)
    .where("sealing", "=", "trustees")
    .where("state", "in", ["draft", "closing"])
    .execute()
  return rows.map(({ survey_id }) => survey_id)
}

/** Addresses of HR accounts, and of people invited to become one, in lower case. */
export async function addressesOfHr(tx: Tx, organizationId: string): Promise<Set<string>> {
  const accounts = await tx
    .selectFrom("app.member as member")
    .innerJoin("auth.app_user as account", "account.id", "member.user_id")
    .select(sql<string>`lower(account.email)`.as("email"))
    .where("member.organization_id", "=", organizationId)
    .where("member.role", "=", "hr")
    .execute()
  const invited = await tx
    .selectFrom("app.member_invitation")
    .select("email")
    .where("organization_id", "=", organizationId)
    .where("role", "=", "hr")
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .execute()
  return new Set([...accounts, ...invited].map(({ email }) => email))
}

export async function selectCohortIds(tx: Tx, organizationId: string, surveyId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom("app.cohort")
    .select("cohort_id")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("cohort_id")
    .execute()
  return rows.map(({ cohort_id }) => cohort_id)
}

/** Sealed ballots by their keys, which are random: a page of the box tells no order of arrival. Of the close only. */
export async function selectBallotPage(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  after: Uint8Array | undefined,
  most: number,
) {
  let query = tx
    .selectFrom("box.ballot")
    .select(["ballot_key", "cohort_id", "sequence", "credential", "ciphertext", "signature"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("ballot_key")
    .limit(most)
  if (after !== undefined) query = query.where("ballot_key", ">", after)
  return await query.execute()
}

export async function countSealed(tx: Tx, organizationId: string, surveyId: string): Promise<number> {
  const row = await tx
    .selectFrom("box.ballot")
    .select(({ fn }) => fn.countAll<number>().as("ballots"))
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .executeTakeFirstOrThrow()
  return Number(row.ballots)
}
