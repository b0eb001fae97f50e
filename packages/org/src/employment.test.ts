import { expect, test } from "vitest"
import { employmentOf, employmentOfName, saysLeft } from "./employment.ts"

test("people who have left are told from those on leave", () => {
  for (const status of [
    "Voluntarily Terminated",
    "Terminated for Cause",
    "LEFT",
    "Inactive",
    "ex-employee",
    "Retired",
  ])
    expect(employmentOf(status)).toBe("left")
  for (const status of [
    "Active",
    "",
    "filled",
    "On leave",
    "Leave of absence",
    "Full-time",
    "Not terminated",
  ])
    expect(employmentOf(status)).toBe("here")
})

test("vacant and abolished posts are told in every spelling met, stray quotes included", () => {
  for (const name of ["Vacant", "'Vacant'", "Vacant'", "Vacancy"])
    expect(employmentOfName(name)).toBe("vacant")
  for (const name of ["'Eliminated'", "Eliminated'", "Eliminated"])
    expect(employmentOfName(name)).toBe("abolished")
  expect(employmentOfName("Ada Vacant")).toBe("here")
  expect(employmentOf("vacant")).toBe("vacant")
  expect(employmentOf("eliminated")).toBe("abolished")
})

test("a yes means what the header says", () => {
  expect(employmentOf("FALSE", saysLeft("active"))).toBe("left")
  expect(employmentOf("1", saysLeft("Is Active"))).toBe("here")
  expect(employmentOf("1", saysLeft("Terminated"))).toBe("left")
  expect(employmentOf("No", saysLeft("Terminated"))).toBe("here")
})
