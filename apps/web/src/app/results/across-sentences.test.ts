import { expect, test } from "vitest"
import { acrossFinding, dividingFinding, matrixFinding } from "./across-sentences.ts"
import { acrossPoints, acrossTable, dividingRows, dividingTable, matrixTable } from "./across-tables.ts"
import { across } from "./derived-example.ts"

const [question] = across.questions
if (!question) throw new Error("the example lacks its question")

test("who is united elsewhere is named; units inside others are not counted beside them", () => {
  const { headline, sure } = acrossFinding(across, question)
  expect(headline).toBe("Operations is united, but on other things than the top group")
  expect(sure).toMatch(/^1 of 2 units put the same things first as the top group\./)
})

test("scattered and unclear units have their own words, and none is left out in silence", () => {
  const [sales, operations] = question.units
  if (!sales || !operations) throw new Error("the example lacks its units")
  const of = (a: typeof sales.finding, b: typeof sales.finding) =>
    acrossFinding(across, {
      ...question,
      units: [
        { ...sales, finding: a },
        { ...operations, finding: b },
      ],
    })
  expect(of("united-with-top", "united-with-top").headline).toBe(
    "All 2 units put the same things first as the top group",
  )
  expect(of("united-with-top", "scattered").headline).toBe("In Operations each puts other things first")
  expect(of("united-with-top", "cannot-tell").sure).toContain("Of Operations it cannot be told.")
  const official = { ...question, reference: { kind: "official" as const, group: null, shares: [] } }
  expect(acrossFinding(across, official).headline).toContain("on other things than the official priorities")
})

test("without units to compare nothing is said of any", () => {
  const none = { ...question, units: [], matrix: { units: [], tau: [] }, dividing: [] }
  expect(acrossFinding(across, none).headline).toBe("Who pulls the same way cannot be told")
  expect(matrixFinding(across, none).sure).toBe("No two units can be compared.")
  expect(dividingFinding(across, none).sure).toBe("Nothing can be compared.")
})

test("the two that agree least, and what divides them with how sure", () => {
  expect(matrixFinding(across, question).headline).toBe(
    "Sales and Operations agree least on what comes first",
  )
  const units = ["Sales", "Operations", "Depot"]
  const of = (a: number, b: number, c: number) =>
    matrixFinding(across, {
      ...question,
      matrix: {
        units,
        tau: [
          [1, a, b],
          [a, 1, c],
          [b, c, 1],
        ],
      },
    }).headline
  expect(of(-0.4, 0.9, -0.4)).toBe("Operations agrees least with the others on what comes first")
  expect(of(0.2, 0.2, 0.2)).toBe("3 pairs of units agree equally little on what comes first")
  expect(dividingFinding(across, question)).toEqual({
    headline: "“A second factory” divides them most: 75% in Operations, ≤ 7% in Sales",
    sure: expect.stringContaining(
      "Fewer than 1 of 1,000 organizations whose units all think alike would show as much",
    ),
  })
  const alike = { ...question, dividing: question.dividing.map((one) => ({ ...one, p: 0.4 })) }
  expect(dividingFinding(across, alike).headline).toBe("No single option clearly divides the units")
})

test("pictures and tables: every row is full, an undefined order has no point, ends are bounds", () => {
  expect(acrossPoints(across, question).map(({ id, tone }) => [id, tone])).toEqual([
    ["Sales", "filled"],
    ["Operations", "open"],
  ])
  const table = acrossTable(across, question)
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
  expect(table.rows[2]?.slice(0, 6)).toEqual(["Depot", "scattered", "0.02", "0.40", "", ""])
  expect(table.columns.at(-1)).toBe("A second factory")
  expect(table.rows[0]?.at(-1)).toBe("≤ 7%")
  expect(matrixTable(across, question).rows).toEqual([
    ["Sales", "", "−0.40"],
    ["Operations", "−0.40", ""],
  ])
  expect(dividingTable(across, question).rows[0]).toEqual([
    ...["A second factory", "Sales", "≤ 7%", "Operations", "75%", "below 0.001"],
  ])
  expect(dividingRows(across, question)[0]).toMatchObject({
    open: { value: 7, bound: "at-most" },
    filled: { value: 75 },
    note: "Sales to Operations",
  })
  expect(dividingRows(across, question)[0]).not.toHaveProperty("gap")
})
