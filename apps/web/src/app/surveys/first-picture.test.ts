import { expect, test } from "vitest"
import { firstPicture } from "./first-picture.ts"

const at = (now: string, zone = "Europe/Berlin") => firstPicture("2026-11-24", Date.parse(now), zone)

test("right after the launch the first picture is promised for a day, on the organization's clock", () => {
  expect(at("2026-11-23T09:00:00Z")).toMatch(/comes tomorrow\./)
  expect(at("2026-11-22T20:00:00Z")).toMatch(/comes on Tue, 24 Nov 2026\./)
  // Midnight UTC is the evening of the same day in New York.
  expect(at("2026-11-23T16:00:00Z", "America/New_York")).toMatch(/comes tonight\./)
  expect(at("2026-11-24T00:00:30Z")).toMatch(/being made/)
})
