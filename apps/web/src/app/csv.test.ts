import { describe, expect, test } from "vitest"
import { csvText, fileName } from "./csv.ts"

const lines = (text: string) => text.replace("\uFEFF", "").split("\r\n")

describe("a table as CSV", () => {
  test("runs nothing in a spreadsheet: texts that start like a formula are quoted as text", () => {
    const texts = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =HYPERLINK(1)"]
    const cells = lines(csvText({ columns: ["a"], rows: texts.map((text) => [text]) })).slice(1)
    for (const cell of cells.filter((one) => one !== "" && !one.startsWith("="))) {
      expect(cell.replace(/^"/, "")).toMatch(/^'/)
    }
    expect(cells.some((cell) => cell.startsWith("="))).toBe(false)
  })
  test("keeps numbers as numbers, also below zero, and nothing as nothing", () => {
    expect(lines(csvText({ columns: ["a", "b"], rows: [[-0.6, null]] }))[1]).toBe("-0.6,")
  })
  test("protects headers too, and quotes commas, semicolons, quotes and line ends", () => {
    const text = csvText({ columns: ["=a"], rows: [['He said "no", twice; then\nleft']] })
    expect(text).toBe('\uFEFF\'=a\r\n"He said ""no"", twice; then\nleft"\r\n')
  })
  test("begins with the mark by which Excel knows UTF-8", () => {
    expect(csvText({ columns: ["Größe"], rows: [] })).toBe("\uFEFFGröße\r\n")
  })
  test("has a file name every system takes, also for a name in another script", () => {
    expect(fileName("Spring 2027: Küche/Saal", "by layer")).toBe("spring-2027-ku-che-saal-by-layer.csv")
    expect(fileName("استطلاع")).toBe("table.csv")
  })
})
