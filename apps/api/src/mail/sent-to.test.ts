import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { demoCompany } from "@throughline/org"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { peopleFileOf } from "../demo/people-file.ts"
import { seededCompany } from "../demo/testing.ts"
import { importPeople } from "../people/import-people.ts"
import { closeSurvey } from "../surveys/close-survey.ts"
import { openTestApp } from "../testing.ts"
import { updateAddress } from "./address-queries.ts"
import { createCourier } from "./courier.ts"
import { deliverMails } from "./deliver-mails.ts"
import { insertReminderWave } from "./mailing-queries.ts"
import { mendAddress } from "./mend-address.ts"
import { collecting, mailRows, traces } from "./testing.ts"

/** The people of the seeded company as HR imports them again, each with an address of HR's choice. */
function redirected(people: number, address: (person: string) => string): string {
  return peopleFileOf(
    demoCompany({ seed: 1, people }).map((person) => ({ ...person, email: address(person.id) })),
  )
}

eachDatabase((_name, open) => {
  const launched = async () => {
    const post = collecting()
    const api = await openTestApp(await open(), { demo: true, mailer: post.mailer })
    const { organizationId, surveyId, answered } = await seededCompany(api.deps, {
      people: 60,
      share: 0.5,
      seed: 1,
    })
    const deliver = () =>
      deliverMails(api.deps, createCourier(new Map(), 10), organizationId, surveyId, { lease: 180 })
    await deliver()
    const wave = (dueOn: string, isLast = false) =>
      withOrganization(api.deps.db, "worker", organizationId, (tx) =>
        insertReminderWave(tx, organizationId, surveyId, { dueOn, isLast }),
      )
    post.sent.length = 0
    return { ...api, ...post, organizationId, surveyId, answered, deliver, wave }
  }

  for (const way of ["import", "mending"] as const)
    test(`HR that changes addresses after the invitation by ${way} gets no reminder; without the guard it gets those of exactly who has not answered`, async () => {
      const api = await launched()
      const people = await withOrganization(api.deps.db, "web", api.organizationId, (tx) =>
        tx
          .selectFrom("registry.invitation")
          .innerJoin("registry.person", "registry.person.person_id", "registry.invitation.person_id")
          .select(["registry.person.person_id", "email", "signed_message"])
          .orderBy("source_id")
          .execute(),
      )
      const mine = (person: string) => `${person}@hr.example`
      if (way === "import") {
        const file = { fileName: "people.csv", bytes: redirected(60, mine) }
        await importPeople(api.deps, api.organizationId, file, null)
      } else {
        for (const { person_id } of people)
          await expect(
            mendAddress(api.deps, api.organizationId, { person: person_id, address: mine(person_id) }),
          ).rejects.toMatchObject({ code: "person.reached" })
        // The other guard, taken away too: the address is changed all the same.
        await withOrganization(api.deps.db, "web", api.organizationId, async (tx) => {
          for (const { person_id } of people)
            await updateAddress(tx, api.organizationId, person_id, mine(person_id))
        })
      }
      const changed = await withOrganization(api.deps.db, "web", api.organizationId, (tx) =>
        tx.selectFrom("registry.person").select(["person_id", "email"]).execute(),
      )
      expect(changed.every(({ email }) => email?.endsWith("@hr.example"))).toBe(true)
      await api.wave("2026-11-20")
      await api.deliver()
      expect(api.sent).toEqual([])
      const kinds = (await traces(api.deps.db, api.organizationId)).map(({ trace }) =>
        trace.replace(/ \d+$/, ""),
      )
      expect([...new Set(kinds)]).toEqual(["f f 1 sent t t 0 0 0 0"])

      await api.wave("2026-11-21")
      await deliverMails(api.deps, createCourier(new Map(), 10), api.organizationId, api.surveyId, {
        goesWhereItWent: () => true,
      })
      const silent = new Set(
        people.filter(({ signed_message }) => signed_message === null).map(({ person_id }) => person_id),
      )
      expect(silent.size).toBe(60 - api.answered)
      expect(api.sent.map(({ to }) => to.address).sort()).toEqual(
        changed
          .filter(({ person_id }) => silent.has(person_id))
          .map(({ email }) => email)
          .sort(),
      )
      api.remove()
    }, 60_000)

  test("an address that is only written differently, or is the old one again, is reminded; the close forgets it", async () => {
    const api = await launched()
    const addresses = (change: (address: string) => string) =>
      withOrganization(api.deps.db, "web", api.organizationId, async (tx) => {
        for (const { person_id, email } of await tx.selectFrom("registry.person").selectAll().execute())
          await updateAddress(tx, api.organizationId, person_id, change(email ?? ""))
      })
    await addresses((address) => `x${address}`)
    await addresses((address) => address.slice(1).toUpperCase())
    await api.wave("2026-11-20")
    await api.deliver()
    expect(api.sent).toHaveLength(60 - api.answered)
    const kept = await mailRows(api.deps, api.organizationId, api.surveyId)
    expect(new Set(kept.map(({ sent_to }) => Buffer.from(sent_to ?? []).toString("hex"))).size).toBe(60)
    await closeSurvey(api.deps, api.organizationId, api.surveyId)
    const closed = await mailRows(api.deps, api.organizationId, api.surveyId)
    expect(closed).toHaveLength(60)
    expect(closed.every(({ sent_to }) => sent_to === null)).toBe(true)
    api.remove()
  }, 60_000)

  test("an invitation that may have arrived goes a second time to the same address only", async () => {
    const api = await launched()
    const [first] = await mailRows(api.deps, api.organizationId, api.surveyId)
    const person = first?.person_id ?? ""
    const again = async (address: string, options = {}) => {
      await withOrganization(api.deps.db, "web", api.organizationId, async (tx) => {
        await tx
          .updateTable("registry.mail")
          .set({ state: "deferred", due_at: sql`now()`, copies: 1 })
          .where("person_id", "=", person)
          .execute()
        await updateAddress(tx, api.organizationId, person, address)
      })
      api.sent.length = 0
      await deliverMails(api.deps, createCourier(new Map(), 10), api.organizationId, api.surveyId, options)
      const [row] = await mailRows(api.deps, api.organizationId, api.surveyId)
      return [row?.state, api.sent.map(({ to }) => to.address)]
    }
    expect(await again("hr@hr.example")).toEqual(["unsure", []])
    expect(await again("hr@hr.example", { goesWhereItWent: () => true })).toEqual(["sent", ["hr@hr.example"]])
    api.remove()
  }, 60_000)
})
