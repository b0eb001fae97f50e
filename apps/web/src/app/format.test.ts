import { describe, expect, test } from "vitest"
import { counted, listed, points, signed, until } from "./format.ts"

describe("numbers as people read them", () => {
  test("what rounds to nothing has no sign", () => {
    expect([points(-0.04), signed(-0.04), signed(0.04)]).toEqual(["0.0", "0.0", "0.0"])
  })
  test("differences carry their sign, with a true minus", () => {
    expect([signed(0.6), signed(-0.6)]).toEqual(["+0.6", "−0.6"])
  })
  test("counts agree with their noun", () => {
    expect([
      counted(1, "person", "people"),
      counted(1180, "person", "people"),
      counted(0, "person", "people"),
    ]).toEqual(["1 person", "1,180 people", "0 people"])
  })
  test("lists end in and", () => {
    expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ])
  })
})

describe("time left until a survey closes", () => {
  const now = Date.parse("2026-11-22T12:00:00Z")
  test("is told in its two largest units", () => {
    expect(until("2026-11-25T16:30:00Z", now)).toBe("3 days 4 hours")
    expect(until("2026-11-22T13:05:00Z", now)).toBe("1 hour 5 minutes")
    expect(until("2026-11-23T12:00:00Z", now)).toBe("1 day")
  })
  test("is any moment once it is over, and nothing for what is no date", () => {
    expect(until("2026-11-22T11:00:00Z", now)).toBe("any moment now")
    expect(until("", now)).toBe("")
  })
})
