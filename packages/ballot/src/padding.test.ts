import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { pad, paddedSize, unpad } from "./padding.ts"

describe("padding", () => {
  test("brings every payload that fits to one size, and takes it off again", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 252 }), (payload) => {
        const padded = pad(payload, 256)
        expect(padded?.length).toBe(256)
        expect(padded && unpad(padded, 256)).toEqual(payload)
      }),
    )
  })

  test("does not cut a payload that is one byte too long", () => {
    expect(pad(new Uint8Array(253), 256)).toBeUndefined()
  })

  test("refuses another size, a length beyond the end, and anything but zeros behind the payload", () => {
    const padded = pad(Uint8Array.of(1, 2, 3), 32) ?? new Uint8Array()
    expect(unpad(padded.subarray(1), 32)).toBeUndefined()
    expect(unpad(padded, 31)).toBeUndefined()
    expect(
      unpad(
        Uint8Array.from(padded, (byte, at) => (at === 3 ? 29 : byte)),
        32,
      ),
    ).toBeUndefined()
    expect(
      unpad(
        Uint8Array.from(padded, (byte, at) => (at === 31 ? 1 : byte)),
        32,
      ),
    ).toBeUndefined()
    expect(unpad(padded, 32)).toEqual(Uint8Array.of(1, 2, 3))
  })

  test("the size for a questionnaire is a multiple of 256 bytes with room for its longest answer", () => {
    for (const longest of [0, 1, 200, 5_000, 6_543]) {
      const envelope = JSON.stringify({
        answers: "x".repeat(longest - 2 > 0 ? longest - 2 : 0),
        receipt: "0".repeat(22),
      })
      expect(paddedSize(longest) % 256).toBe(0)
      expect(pad(new TextEncoder().encode(envelope), paddedSize(Math.max(longest, 2)))).toBeDefined()
    }
  })
})
