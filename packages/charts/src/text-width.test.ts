import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ellipsize, textWidth, wrap } from "./text-width.ts"

describe("the width of a label", () => {
  // Measured with Inter's own metrics in a browser at 100 px: 1140.7 and 1391.6.
  test("is at least what Inter needs and at most a tenth more", () => {
    const cases: [string, number][] = [
      ["Operations and logistics", 1140.7],
      ["abcdefghijklmnopqrstuvwxyz", 1391.6],
    ]
    for (const [text, measured] of cases) {
      expect(textWidth(text, 100)).toBeGreaterThanOrEqual(measured * 0.998)
      expect(textWidth(text, 100)).toBeLessThan(measured * 1.1)
    }
  })

  test("is the same for every figure, so that numbers stand under each other", () => {
    for (const figure of "0123456789") expect(textWidth(figure, 10)).toBe(textWidth("0", 10))
  })

  test("knows accents, Arabic and Chinese", () => {
    expect(textWidth("é", 100)).toBe(textWidth("e", 100))
    expect(textWidth("م", 100)).toBeGreaterThan(40)
    expect(textWidth("字", 100)).toBeGreaterThanOrEqual(100)
  })
})

describe("a label that is too long", () => {
  test("never becomes wider than its room", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 0, max: 300 }), (text, room) => {
        expect(textWidth(ellipsize(text, room, 13), 13)).toBeLessThanOrEqual(room)
      }),
    )
  })

  test("keeps its beginning and says that something is left", () => {
    expect(ellipsize("Regional Infrastructure Maintenance", 120, 13)).toMatch(/^Regional I.*…$/)
    expect(ellipsize("Rail", 120, 13)).toBe("Rail")
    expect(ellipsize("Regional Infrastructure", 12, 13)).toBe("")
  })

  test("wraps at spaces without losing or moving a word while lines are left", () => {
    const mission = "We make public transport so dependable that nobody needs a car"
    const lines = wrap(mission, 180, 13, 9)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join(" ")).toBe(mission)
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(180)
    expect(wrap(mission, 180, 13, 2).at(-1)).toMatch(/…$/)
  })
})
