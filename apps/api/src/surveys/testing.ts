import { randomBytes } from "node:crypto"
import { withOrganization } from "@throughline/db"
import { insertMember } from "../auth/queries.ts"
import { prepareKeys } from "../keys/prepare-keys.ts"
import { type Caller, companyCsv, peopleForm, type TestApp, words } from "../testing.ts"
import type { Survey } from "./schemas.ts"

export type Hr = Awaited<ReturnType<TestApp["hr"]>>

/** Another HR account of the same organization, signed in. */
export async function secondHr(
  api: TestApp,
  organizationId: string,
  name = "Sam Deputy",
): Promise<Caller & { email: string; userId: string }> {
  const email = `hr-${randomBytes(6).toString("hex")}@example.com`
  const password = randomBytes(12).toString("hex")
  const user = await api.deps.auth.createUser({ email, name, password, organizationId })
  await withOrganization(api.deps.db, "web", organizationId, (tx) =>
    insertMember(tx, organizationId, user.id, "hr"),
  )
  return { ...(await api.signIn(email, password)), email, userId: user.id }
}

/** An organization with people and words, and a draft that could be launched. */
export async function readyDraft(api: TestApp, people = 40): Promise<{ hr: Hr; survey: Survey }> {
  const hr = await api.hr()
  const text = companyCsv(people)
  const imported = await hr.call("POST", "/api/people/import", peopleForm(text))
  if (imported.status !== 200) throw new Error(`the import answered ${imported.status}`)
  await hr.call("PUT", "/api/organization/words", words)
  const { id } = (await hr.call("POST", "/api/surveys", { name: "Spring" })).json as Survey
  await prepareKeys(api.deps, hr.organizationId, id)
  return { hr, survey: (await hr.call("GET", `/api/surveys/${id}`)).json as Survey }
}

/** Whatever of a survey a test has to move in time: the database's clock decides, and nobody can move that. */
export async function moveSurvey(
  api: TestApp,
  organizationId: string,
  surveyId: string,
  dates: { launch_at?: Date; closes_at?: Date; launched_at?: Date },
): Promise<void> {
  await withOrganization(api.deps.db, "web", organizationId, (tx) =>
    tx.updateTable("app.survey").set(dates).where("survey_id", "=", surveyId).execute(),
  )
}

export const inHours = (hours: number) => new Date(Date.now() + hours * 3600 * 1000)
