import { expect, test } from "vitest"
import { isOurOrigin } from "./is-our-origin.ts"

const real = { publicUrl: "https://survey.example.com/hr", demo: false }
const demo = { publicUrl: "http://localhost:3000", demo: true }

test("outside the demo only pages of the public address are ours, whatever the request says of its host", () => {
  expect(isOurOrigin(real, "https://survey.example.com", "10.0.0.7:3000")).toBe(true)
  for (const origin of [
    "https://evil.example",
    "http://survey.example.com",
    "http://localhost:3000",
    "null",
    "",
  ]) {
    expect([origin, isOurOrigin(real, origin, origin.split("/").at(-1))]).toEqual([origin, false])
  }
})

test("the demo is also ours on this machine at another port, but at no other name", () => {
  expect(isOurOrigin(demo, "http://localhost:3000", undefined)).toBe(true)
  expect(isOurOrigin(demo, "http://127.0.0.1:8080", "127.0.0.1:8080")).toBe(true)
  expect(isOurOrigin(demo, "http://[::1]:8080", "[::1]:8080")).toBe(true)
  expect(isOurOrigin(demo, "http://localhost:8080", "localhost:3000")).toBe(false)
  // A name of the attacker's that points to this machine (DNS rebinding).
  expect(isOurOrigin(demo, "http://evil.example:3000", "evil.example:3000")).toBe(false)
  expect(isOurOrigin(demo, "http://localhost.evil.example", "localhost.evil.example")).toBe(false)
})
