import { randomBytes, randomUUID } from "node:crypto"
import { sql } from "kysely"
import { jsonb } from "./jsonb.ts"
import type { Db, SurveyState } from "./schema.ts"
import { type Role, withOrganization } from "./with-organization.ts"

/** An organization with one open survey, one cohort and some invited people, for tests. */
export interface ExampleSurvey {
  organization: string
  survey: string
  cohort: number
  /** hashes of the links' secrets, one a person */
  secrets: Uint8Array[]
}

export async function addExampleSurvey(
  db: Db,
  people = 3,
  state: SurveyState = "open",
): Promise<ExampleSurvey> {
  const organization = randomUUID()
  const survey = randomUUID()
  const key = { organization_id: organization, survey_id: survey }
  const secrets = Array.from({ length: people }, () => new Uint8Array(randomBytes(32)))
  await withOrganization(db, "web", organization, async (tx) => {
    await tx
      .insertInto("app.organization")
      .values({ organization_id: organization, name: "Example" })
      .execute()
    await tx
      .insertInto("app.member")
      .values({ organization_id: organization, user_id: "user", role: "hr" })
      .execute()
    await tx
      .insertInto("app.people_import")
      .values({ organization_id: organization, import_id: randomUUID(), file_name: "people.csv", people })
      .execute()
    await tx
      .insertInto("app.survey")
      .values({
        ...key,
        name: "Autumn",
        state,
        k: 5,
        audience: jsonb({ departments: null, layers: null }),
        languages: ["en"],
      })
      .execute()
    await tx
      .insertInto("app.cohort")
      .values({
        ...key,
        cohort_id: 1,
        anchor: -1,
        layer_from: 1,
        layer_to: 3,
        kind: "mixed",
        invited: people,
        name: "All",
      })
      .execute()
    await tx
      .insertInto("app.participation")
      .values({ ...key, day: "2026-11-22", body: jsonb({}) })
      .execute()
    for (const [position, secret_hash] of secrets.entries()) {
      const person_id = randomUUID()
      const person = { name: `Person ${position}`, title: "", department: "", location: "" }
      await tx
        .insertInto("registry.person")
        .values({ organization_id: organization, person_id, source_id: String(position), ...person })
        .execute()
      await tx
        .insertInto("registry.frozen_person")
        .values({
          ...key,
          position,
          person_id,
          manager_position: -1,
          layer: 1,
          unit_name: "",
          invited: true,
          cohort_id: 1,
        })
        .execute()
      await tx
        .insertInto("registry.invitation")
        .values({
          ...key,
          person_id,
          cohort_id: 1,
          nonce: new Uint8Array(16),
          secret_hash,
          has_reports: false,
          language: "en",
        })
        .execute()
    }
  })
  return { organization, survey, cohort: 1, secrets }
}

/** Casts through box.cast as the API does; what is left out is taken from the example. */
export async function castExample(
  db: Db,
  example: ExampleSurvey,
  cast: {
    key: Uint8Array
    sequence?: number
    text?: string
    cohort?: number
    survey?: string
    role?: Role
    inside?: string
  },
): Promise<string> {
  const ciphertext = new TextEncoder().encode(cast.text ?? "sealed")
  return await withOrganization(db, cast.role ?? "web", cast.inside ?? example.organization, async (tx) => {
    const { rows } = await sql<{
      cast: string
    }>`select box.cast(${example.organization}, ${cast.survey ?? example.survey},
      ${cast.cohort ?? example.cohort}, ${cast.key}, ${cast.sequence ?? 0}, ${new Uint8Array(256)}, ${ciphertext},
      ${new Uint8Array(64)})`.execute(tx)
    return rows[0]?.cast ?? ""
  })
}

export const newBallotKey = (): Uint8Array => new Uint8Array(randomBytes(65))
