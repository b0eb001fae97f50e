import { expect, test } from "vitest"
import { firstNameFirst, isName, middleFits, nameKey } from "./names.ts"

test("“Last, First  Middle ” and “First Middle Last” are the same name", () => {
  expect(nameKey("Ait Sidi, Karthikeyan   ").full).toBe("karthikeyan ait sidi")
  for (const name of ["LeBlanc, Brandon  R", "Brandon R. LeBlanc"])
    expect(nameKey(name).full).toBe("brandon r leblanc")
  expect(nameKey("Smith John").unordered).toBe(nameKey("John Smith").unordered)
})

test("accents, apostrophes, brackets and degrees do not matter", () => {
  expect(nameKey("José O’Neill (On Leave)").full).toBe("jose oneill")
  expect(nameKey("John Smith, PhD").full).toBe("john smith")
  expect(firstNameFirst("Smith, John")).toBe("John Smith")
  expect(firstNameFirst("Board, Trustees, and Owners")).toBe("Board, Trustees, and Owners")
})

test("a middle initial fits the whole middle name, another one does not", () => {
  const middle = (name: string) => nameKey(name).middle
  expect(middleFits(middle("Brandon R. LeBlanc"), middle("Brandon Robert LeBlanc"))).toBe(true)
  expect(middleFits(middle("Brandon LeBlanc"), middle("Brandon R. LeBlanc"))).toBe(true)
  expect(middleFits(middle("John A. Smith"), middle("John B. Smith"))).toBe(false)
})

test("what stands for no name is none", () => {
  for (const text of ["", "N/D", "n/a", "XX", "-", "Unknown", "TBC"]) expect(isName(text)).toBe(false)
  for (const text of ["Ng", "Xu", "Ada", "N/Dour"]) expect(isName(text)).toBe(true)
})
