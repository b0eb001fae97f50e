import { describe, expect, test } from "vitest"
import { fromBase64url, toBase64url } from "./base64url.ts"

describe("base64url", () => {
  test("spells the examples of RFC 4648 section 10, without padding", () => {
    const spelled = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map((text) =>
      toBase64url(new TextEncoder().encode(text)),
    )
    expect(spelled).toEqual(["", "Zg", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYmE", "Zm9vYmFy"])
  })

  test("gives back every byte, also of a text longer than one chunk", () => {
    const bytes = Uint8Array.from({ length: 10_001 }, (_, at) => (at * 7) % 256)
    expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
    expect(toBase64url(Uint8Array.of(0xfb, 0xff, 0xbf))).toBe("-_-_")
  })

  test("refuses every other spelling of the same bytes", () => {
    for (const text of ["Zg==", "Zh", "Zm9=", "+_-_", "Zm 9v", "A", "Zg\n", "é"]) {
      expect(fromBase64url(text), text).toBeUndefined()
    }
    expect(fromBase64url(undefined)).toBeUndefined()
    expect(fromBase64url(["Zg"])).toBeUndefined()
  })
})
