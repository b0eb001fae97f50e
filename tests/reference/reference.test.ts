import { existsSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { differences } from "./compare.ts"
import { type Outcome, runReference } from "./reference.ts"

const folder = fileURLToPath(new URL("../../../shared/reference/stats/", import.meta.url))
const present = existsSync(folder)

describe.skipIf(!present)(`values of other programs${present ? "" : " (no reference data)"}`, () => {
  const outcomes: Outcome[] = present ? runReference(folder) : []
  test.each(outcomes.map(({ id, wrong }) => [id, wrong] as const))("%s", (_, wrong) => {
    expect(wrong).toEqual([])
  })
  test("there are cases", () => expect(outcomes.length).toBeGreaterThan(100))
})

// R 4.2.2: t.test(c(3, 5), c(4, 1))
const welch = { t: 0.832050294337844, df: 1.74226804123711, p: 0.503837863741937, diff: 1.5 }

function outcomesOf(cases: object[], table = ""): Outcome[] {
  const made = mkdtempSync(join(tmpdir(), "reference-"))
  writeFileSync(join(made, "expected.json"), JSON.stringify({ cases }))
  writeFileSync(join(made, "answers.csv"), table)
  return runReference(made)
}

describe("a folder of cases", () => {
  test("one that is right passes, one that is not is named with its figure", () => {
    const one = { fn: "welchT", data: { x: [3, 5], y: [4, 1] }, args: {}, tol: 1e-9 }
    const outcomes = outcomesOf([
      { ...one, id: "right", expected: welch },
      { ...one, id: "wrong", expected: { ...welch, p: 0.51 } },
    ])
    expect(outcomes[0]).toEqual({ id: "right", wrong: [] })
    expect(outcomes[1]?.wrong).toEqual([expect.stringMatching(/^p: 0\.50383.*, expected 0\.51$/)])
  })

  test("an unknown statistic, a figure we do not give and data that cannot be read are failures", () => {
    const one = { data: { x: [3, 5], y: [4, 1] }, args: {}, tol: 1e-9 }
    const wrong = outcomesOf([
      { ...one, id: "a", fn: "horoscope", expected: {} },
      { ...one, id: "b", fn: "welchT", expected: { luck: 7 } },
      { id: "c", fn: "welchT", data: { csv: "missing.csv", x: "a" }, args: {}, expected: welch, tol: 1e-9 },
    ])
    expect(wrong[0]?.wrong).toEqual(["nothing computes horoscope"])
    expect(wrong[1]?.wrong).toEqual(["luck: not given, expected 7"])
    expect(wrong[2]?.wrong[0]).toContain("missing.csv")
  })

  test("columns, filters, quoted names and missing cells of a table", () => {
    const table = '"unit","answer","word"\n1,3,a\n1,5,b\n2,4,c\n1,,d\n2,NA,e\n2,1,f\n'
    const data = { csv: "answers.csv", x: "answer", where_x: { unit: 1 }, where_y: { word: ["c", "e", "f"] } }
    expect(
      outcomesOf([{ id: "a", fn: "welchT", data, args: {}, expected: welch, tol: 1e-9 }], table),
    ).toEqual([{ id: "a", wrong: [] }])
  })

  test("a folder without cases has no outcomes", () => {
    expect(runReference(mkdtempSync(join(tmpdir(), "reference-")))).toEqual([])
  })
})

describe("what counts as different", () => {
  test("numbers beyond the tolerance, which is relative above 1", () => {
    expect(differences(100.5, 100, 0.01)).toEqual([])
    expect(differences(0.02, 0.01, 0.005)).toHaveLength(1)
    expect(differences([1, 2.1], [1, 2], 0.01, "x")).toEqual(["x[1]: 2.1, expected 2"])
    expect(differences([1], [1, 2], 0.01, "x")).toEqual(["x: 1 values, expected 2"])
  })

  test("a number where none is defined, and the other way round", () => {
    expect(differences(undefined, null, 1)).toEqual([])
    expect(differences(null, null, 1)).toEqual([])
    for (const number of [0, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(differences(number, null, 1)).toHaveLength(1)
    }
    for (const none of [undefined, null, Number.NaN]) expect(differences(none, 0, 1)).toHaveLength(1)
    expect(differences(true, false, 1)).toHaveLength(1)
  })

  test("p values too small for the tolerance are compared by their order of magnitude", () => {
    expect(differences({ p: 2.4e-20 }, { p: 2.4e-20 }, 1e-9)).toEqual([])
    expect(differences({ p: 0 }, { p: 2.4e-20 }, 1e-9)).toHaveLength(1)
    expect(differences({ t: 0 }, { t: 2.4e-20 }, 1e-9)).toEqual([])
  })
})
