import { expect, test } from "vitest"
import { extensionFault } from "./extension.ts"
import { morningAhead } from "./morning-ahead.ts"
import { plannedReminders } from "./reminder-days.ts"

const close = "2026-12-06T17:00:00Z"
const planned = (now: string, gone: string[] = []) =>
  plannedReminders([2, 7], close, "Europe/Berlin", Date.parse(now), gone)

test("reminders are planned for whole days ahead, and for today until it has begun", () => {
  expect(planned("2026-11-28T08:00:00Z")).toEqual(["2026-11-29", "2026-12-04"])
  expect(planned("2026-11-29T20:00:00Z")).toEqual(["2026-11-29", "2026-12-04"])
  // Half past eleven at night in UTC is the next day in Berlin.
  expect(planned("2026-11-29T23:30:00Z")).toEqual(["2026-12-04"])
  expect(planned("2026-11-29T20:00:00Z", ["2026-11-29"])).toEqual(["2026-12-04"])
})

test("a survey is extended to a later moment, sixty days on at most", () => {
  const fault = (chosen: string) => extensionFault(chosen, close, "2027-02-04T17:00:00Z", "Europe/Berlin")
  expect(fault("2026-12-08T17:00:00Z")).toBeUndefined()
  expect(fault(close)).toMatch(/later moment/)
  expect(fault("2027-02-04T17:01:00Z")).toMatch(/up to Thu, 4 Feb 2027, 18:00/)
  expect(fault("")).toMatch(/Choose/)
})

test("a launch that waits is offered for nine in the morning of the next working day", () => {
  expect(morningAhead("2026-11-24T12:00:00Z", "Europe/Berlin")).toBe("2026-11-25T08:00:00.000Z")
  expect(morningAhead("2026-11-27T12:00:00Z", "Europe/Berlin")).toBe("2026-11-30T08:00:00.000Z")
  // Saturday evening in UTC is Sunday in Tokyo.
  expect(morningAhead("2026-11-28T18:00:00Z", "Asia/Tokyo")).toBe("2026-11-30T00:00:00.000Z")
})
