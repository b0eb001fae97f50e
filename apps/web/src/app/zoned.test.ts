import { describe, expect, test } from "vitest"
import { daysBefore, fromZonedInput, toZonedInput, zonedMoment, zoneName } from "./zoned.ts"

const iso = (text: string, zone: string) => fromZonedInput(text, zone)?.iso
const note = (text: string, zone: string) => fromZonedInput(text, zone)?.note

describe("a moment in the organization's time zone", () => {
  test("goes into the field and comes back as the same instant, in summer and in winter", () => {
    for (const zone of ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"]) {
      for (const at of ["2026-07-01T16:00:00.000Z", "2026-12-06T18:30:00.000Z"]) {
        expect([zone, iso(toZonedInput(at, zone), zone)]).toEqual([zone, at])
      }
    }
    expect(toZonedInput("2026-07-01T16:00:00Z", "Europe/Berlin")).toBe("2026-07-01T18:00")
    expect(toZonedInput("2026-12-01T17:00:00Z", "Europe/Berlin")).toBe("2026-12-01T18:00")
  })
  test("that the clocks leave out is the one an hour on, and that is said", () => {
    expect(iso("2027-03-28T02:30", "Europe/Berlin")).toBe("2027-03-28T01:30:00.000Z")
    expect(note("2027-03-28T02:30", "Europe/Berlin")).toContain("03:30 is taken")
    expect(iso("2027-03-14T02:30", "America/New_York")).toBe("2027-03-14T07:30:00.000Z")
    // Half an hour of daylight saving.
    expect(note("2026-10-04T02:15", "Australia/Lord_Howe")).toContain("02:45 is taken")
  })
  test("that comes twice is the first, and that is said", () => {
    expect(iso("2026-10-25T02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z")
    expect(note("2026-10-25T02:30", "Europe/Berlin")).toContain("twice")
    expect(note("2026-10-25T03:30", "Europe/Berlin")).toBeNull()
    expect(note("2026-10-25T02:30", "UTC")).toBeNull()
  })
  test("is said with its zone", () => {
    expect(zonedMoment("2026-11-06T17:00:00Z", "Europe/Berlin")).toBe("Fri, 6 Nov 2026, 18:00 (Berlin time)")
    expect(zonedMoment("2026-11-06T23:30:00Z", "Asia/Tokyo")).toBe("Sat, 7 Nov 2026, 08:30 (Tokyo time)")
    expect(zonedMoment(null, "UTC")).toBe("")
    expect(["America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+5"].map(zoneName)).toEqual([
      ...["Buenos Aires time", "UTC", "GMT+5"],
    ])
  })
  test("some days before a close at 18:00 is at 18:00 too, over a change of clocks", () => {
    expect(daysBefore("2026-10-29T17:00:00Z", 7, "Europe/Berlin")).toBe("2026-10-22T16:00:00.000Z")
    expect(daysBefore("2026-10-29T17:00:00Z", 2, "Europe/Berlin")).toBe("2026-10-27T17:00:00.000Z")
  })
  test("is none while the field is incomplete", () => {
    expect(
      ["", "2026-10", "2026-13-01T10:00", "2026-02-30T10:00"].map((text) => fromZonedInput(text, "UTC")),
    ).toEqual([...[null, null, null, null]])
  })
})
