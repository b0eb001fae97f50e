import { expect, test } from "vitest"
import { nothingShared, shortened } from "./requests-section.ts"

const bytes = (of: number) => Buffer.from(crypto.getRandomValues(new Uint8Array(of))).toString("base64url")

test("two requests of random bytes share nothing, and any twelve characters in common are found", () => {
  const [link, blinded] = [bytes(32), bytes(256)]
  const cast = ["3", "1", bytes(65), bytes(256), bytes(64)]
  expect(nothingShared([link, blinded], cast)).toBe(true)
  for (const leaked of [link, blinded])
    for (const at of [0, 10, leaked.length - 12])
      expect(nothingShared([link, blinded], [...cast, `xx${leaked.slice(at, at + 12)}yy`])).toBe(false)
})

test("long bytes are shown by beginning and end, short ones whole", () => {
  expect(shortened("3")).toBe("3")
  const long = bytes(256)
  expect(shortened(long)).toBe(`${long.slice(0, 18)} … ${long.slice(-8)}`)
})
