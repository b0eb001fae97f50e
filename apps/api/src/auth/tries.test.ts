import { expect, test } from "vitest"
import { createTries } from "./tries.ts"

test("so many tries within the window pass, the next is refused, and only for whoever tried", () => {
  let time = 0
  const tries = createTries({ max: 3, seconds: 60, now: () => time })
  for (let at = 0; at < 3; at++) tries("a")
  expect(() => tries("a")).toThrow("request.too-many")
  expect(() => tries("b")).not.toThrow()
  time = 59_999
  expect(() => tries("a")).toThrow("request.too-many")
  time = 60_001
  expect(() => tries("a")).not.toThrow()
})

test("made-up names do not fill the memory without end", () => {
  const tries = createTries({ max: 1, seconds: 60, now: () => 0 })
  tries("first")
  for (let at = 0; at < 10_000; at++) tries(`other ${at}`)
  // Pushed out, the first may try again.
  expect(() => tries("first")).not.toThrow()
  expect(() => tries("other 9999")).toThrow("request.too-many")
})
