import { expect, test } from "vitest"
import { hourOnDay, timeZone } from "./time-zone.ts"

test("18:00 in two weeks is 18:00 on the zone's clock, whatever the clocks do in between", () => {
  const at = (now: string, zone: string) => hourOnDay(new Date(now), 14, 18, zone).toISOString()
  expect(at("2026-06-01T09:00:00Z", "UTC")).toBe("2026-06-15T18:00:00.000Z")
  // Clocks go back on 25 October 2026 and forward on 28 March 2027.
  expect(at("2026-10-15T09:00:00Z", "Europe/Berlin")).toBe("2026-10-29T17:00:00.000Z")
  expect(at("2027-03-20T09:00:00Z", "Europe/Berlin")).toBe("2027-04-03T16:00:00.000Z")
  expect(at("2026-10-25T12:00:00Z", "America/New_York")).toBe("2026-11-08T23:00:00.000Z")
  // Half an hour of daylight saving, and a day that has begun there already.
  expect(at("2026-09-25T12:00:00Z", "Australia/Lord_Howe")).toBe("2026-10-09T07:00:00.000Z")
  expect(at("2026-06-01T12:00:00Z", "Pacific/Kiritimati")).toBe("2026-06-16T04:00:00.000Z")
})

test("an hour that the clocks leave out is the moment they land on", () => {
  expect(hourOnDay(new Date("2027-03-14T09:00:00Z"), 14, 2, "Europe/Berlin").toISOString()).toBe(
    "2027-03-28T01:00:00.000Z",
  )
})

test("a time zone is an IANA name", () => {
  const taken = ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Calcutta", "Etc/GMT+5"]
  expect(taken.filter((name) => !timeZone.safeParse(name).success)).toEqual([])
  const refused = ["", "+02:00", "Europe/Nowhere", "Berlin\n", "2026", "Z".repeat(65), "../etc/passwd"]
  expect(refused.filter((name) => timeZone.safeParse(name).success)).toEqual([])
})
