import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { expect, test } from "vitest"
import { demoLinks } from "../demo/links.ts"
import { seededCompany } from "../demo/testing.ts"
import { openTestApp } from "../testing.ts"
import { openInvitation } from "./open-invitation.ts"

eachDatabase((_name, open) => {
  test("a link says closed from the promised date on, also before the sweep has closed the survey", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 1 })
    const [link] = await demoLinks(api.deps, organizationId, surveyId)
    const deps = { ...api.deps, config: { ...api.deps.config, demo: false } }
    const stateWith = async (closesAt: Date | null) => {
      await withOrganization(deps.db, "web", organizationId, (tx) =>
        tx.updateTable("app.survey").set({ closes_at: closesAt }).where("survey_id", "=", surveyId).execute(),
      )
      return (await openInvitation(deps, link?.secret ?? "")).state
    }
    expect(await stateWith(new Date(Date.now() + 60_000))).toBe("open")
    expect(await stateWith(new Date(Date.now() - 1000))).toBe("closed")
    expect(await stateWith(null)).toBe("open")
    api.remove()
  }, 60_000)
})
