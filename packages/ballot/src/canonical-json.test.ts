import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { canonicalJson } from "./canonical-json.ts"

describe("canonical JSON", () => {
  test("sorts keys at every depth and uses no white space", () => {
    expect(canonicalJson({ b: [{ y: 1, x: null }], a: "ä", "": true })).toBe(
      '{"":true,"a":"ä","b":[{"x":null,"y":1}]}',
    )
  })

  test("writes the numbers and sorts the keys of RFC 8785 (examples of its section 3.2)", () => {
    // biome-ignore lint/correctness/noPrecisionLoss: the example of the RFC
    const numbers = [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001]
    expect(canonicalJson(numbers)).toBe("[333333333.3333333,1e+30,4.5,0.002,1e-27]")
    const keys = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 }
    expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  test("is the same before and after a trip over the wire, in whatever order the keys came", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(text)
        expect(canonicalJson(backwards(value))).toBe(text)
      }),
    )
  })

  test("leaves out properties that are undefined, as JSON does", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }))
  })

  test("refuses what JSON would turn into something else", () => {
    const lies = [
      Number.NaN,
      Infinity,
      [undefined],
      undefined,
      1n,
      () => 1,
      Symbol("x"),
      new Date(0),
      new Map(),
    ]
    for (const lie of lies) expect(() => canonicalJson({ held: { lie: [lie] } })).toThrow(TypeError)
    expect(() => canonicalJson(new Array(1))).toThrow(TypeError)
  })
})

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, held]) => [key, backwards(held)]),
  )
}
