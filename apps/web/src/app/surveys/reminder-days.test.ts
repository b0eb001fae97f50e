import { expect, test } from "vitest"
import { extensionFault } from "./extension.ts"
import { morningAhead } from "./morning-ahead.ts"
import { reminderDays } from "./reminder-days.ts"

const close = "2026-12-06T17:00:00Z"
const days = (now: string) => reminderDays([2, 7], close, "Europe/Berlin", Date.parse(now))

test("reminders are told by their day only; one whose day is over has gone", () => {
  expect(days("2026-11-29T08:00:00Z")).toEqual([
    { day: "Sun, 29 Nov 2026", gone: false },
    { day: "Fri, 4 Dec 2026", gone: false },
  ])
  expect(days("2026-11-29T20:00:00Z").map(({ gone }) => gone)).toEqual([false, false])
  expect(days("2026-11-30T08:00:00Z").map(({ gone }) => gone)).toEqual([true, false])
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
