import { driver } from "@throughline/analysis"
import { expect, test } from "vitest"
import { fitDriver } from "./fit-driver.ts"
import { figures, UNITS } from "./testing.ts"

test("beside the process the same is found as in it", async () => {
  const { training, sales, plan } = figures(8)
  const rows = (values: number[][]) => values.map((row) => Float64Array.from(row))
  const input = {
    ...{ units: UNITS, indicator: rows(training), outcome: rows(sales), plan: rows(plan), horizon: 1 },
    direction: "higher" as const,
  }
  const beside = await fitDriver(input, 0)
  expect(beside.state).toBe("published")
  expect(beside).toEqual(driver(input))
  expect(await fitDriver(input)).toEqual(beside)
})
