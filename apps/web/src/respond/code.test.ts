import { expect, test } from "vitest"
import { secretOfCode } from "./code.ts"

const code = "7KQM2XPD40VWR8ZT1ABCDE"

test("a code is read however it is typed", () => {
  expect(secretOfCode(code)).toBe(code)
  expect(secretOfCode(" 7kqm2x-pd4o-vwr8-ztla-bcde ")).toBe(code)
  expect(secretOfCode("7KQM2X PD40 VWR8 ZTIA BCDE")).toBe(code)
  expect(secretOfCode("7KQM2X\u2013PD40\u00a0VWR8 ZT1A BCDE")).toBe(code)
})

test.each(["", "7KQM", `${code}0`, code.replace("7", "U"), "ا".repeat(22)])("%j is no code", (typed) => {
  expect(secretOfCode(typed)).toBeUndefined()
})
