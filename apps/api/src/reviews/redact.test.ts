import * as fc from "fast-check"
import { expect, test } from "vitest"
import { REDACTED, redact } from "./redact.ts"

test("whatever is redacted is gone, of whatever length, and one mark stands for it", () => {
  expect(redact("Ask Anna Berg today", [{ from: 4, to: 8 }])).toBe(`Ask ${REDACTED} Berg today`)
  // Two words beside each other are one mark: two would tell of a first and a last name.
  expect(
    redact("Ask Anna Berg today", [
      { from: 4, to: 8 },
      { from: 9, to: 13 },
    ]),
  ).toBe(`Ask ${REDACTED} today`)
  expect(redact("Anna", [{ from: -5, to: 99 }])).toBe(REDACTED)
  expect(redact("Anna", [{ from: 3, to: 2 }])).toBe("Anna")
})

test("no half of a character is left", () => {
  expect(redact("a👩b", [{ from: 2, to: 3 }])).toBe(`a${REDACTED}b`)
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(20), fc.nat(20), (text, from, to) => {
      expect(redact(text, [{ from, to }]).isWellFormed()).toBe(true)
    }),
  )
})

test("of what lies in a range nothing is left, whatever the ranges", () => {
  const range = fc.record({ from: fc.nat(60), to: fc.nat(60) })
  fc.assert(
    fc.property(fc.array(range, { maxLength: 5 }), (ranges) => {
      // Every character once, so that one that is left can be told.
      const text = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join("")
      const left = redact(text, ranges)
      for (const { from, to } of ranges)
        for (const character of text.slice(from, Math.max(from, to))) expect(left).not.toContain(character)
    }),
  )
})
