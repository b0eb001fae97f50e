import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, test } from "vitest"
import { openTestApp, type TestApp } from "../testing.ts"

eachDatabase((_name, open) => {
  let api: TestApp
  beforeAll(async () => {
    api = await openTestApp(await open())
    return () => api.remove()
  })

  test("first use takes the browser's time zone; one that was chosen stays", async () => {
    const hr = await api.hr("Acme")
    const other = await api.hr("Other")
    expect((await hr.call("GET", "/api/organization")).json).toMatchObject({
      timeZone: "UTC",
      timeZoneChosen: false,
    })
    const first = (timeZone: string) => hr.call("POST", "/api/organization/first-use", { timeZone })
    expect(await first("Europe/Berlin")).toMatchObject({
      status: 200,
      json: { timeZone: "Europe/Berlin", timeZoneChosen: true },
    })
    expect((await first("Asia/Tokyo")).json).toMatchObject({ timeZone: "Europe/Berlin" })
    const settings = { name: " Acme Works ", timeZone: "America/New_York" }
    expect((await hr.call("PUT", "/api/organization/settings", settings)).json).toMatchObject({
      name: "Acme Works",
      timeZone: "America/New_York",
    })
    expect((await hr.call("GET", "/api/session")).json).toMatchObject({
      organization: { name: "Acme Works" },
    })
    expect((await other.call("GET", "/api/organization")).json).toMatchObject({
      name: "Other",
      timeZone: "UTC",
      timeZoneChosen: false,
    })
  })

  test("a time zone that does not exist and a name that is none are refused, and nothing changes", async () => {
    const hr = await api.hr("Kept")
    for (const settings of [
      { name: "Kept", timeZone: "Mars/Base" },
      { name: " ", timeZone: "UTC" },
      { name: "Kept" },
    ]) {
      expect((await hr.call("PUT", "/api/organization/settings", settings)).status).toBe(400)
    }
    expect((await hr.call("GET", "/api/organization")).json).toMatchObject({ timeZoneChosen: false })
  })
})
