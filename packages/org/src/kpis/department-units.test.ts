import { expect, test } from "vitest"
import { departmentUnits } from "./department-units.ts"

/** `parents` by position, from the top down; layers follow. */
function chartOf(parents: number[]) {
  const layer: number[] = []
  for (const parent of parents) layer.push(parent < 0 ? 1 : (layer[parent] as number) + 1)
  return { parent: Int32Array.from(parents), layer: Int32Array.from(layer) }
}

test("a department is the unit that at least four fifths of both have in common; its head counts as in it", () => {
  // 0 leads 1 (Sales) and 2 (Service), with five people each.
  const chart = chartOf([-1, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2])
  const sales = "Sales"
  const service = "Service"
  const all = ["Board", sales, service, ...Array(5).fill(sales), ...Array(5).fill(service)] as string[]
  const fits = departmentUnits(chart, all)
  expect(fits.get(sales)).toEqual({ unit: 1, covered: 1, filled: 1, fits: true })
  expect(fits.get(service)).toEqual({ unit: 2, covered: 1, filled: 1, fits: true })
  // Nobody of it stands below anybody but the top: a unit of one among twelve.
  expect(fits.get("Board")).toBeUndefined()

  const one = all.with(3, service)
  expect(departmentUnits(chart, one).get(sales)).toEqual({ unit: 1, covered: 1, filled: 0.8, fits: true })
  const two = one.with(4, service)
  expect(departmentUnits(chart, two).get(sales)).toMatchObject({ unit: 1, filled: 0.6, fits: false })
})

test("a department across two units is told with the unit that has most of it, and fits none", () => {
  const chart = chartOf([-1, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 0])
  const departments = ["", "", "", "A", "A", "A", "B", "A", "A", "B", null, "B"]
  expect(departmentUnits(chart, departments).get("A")).toEqual({
    ...{ unit: 1, covered: 0.6, filled: 0.75, fits: false },
  })
})

test("whoever has no place in the chart counts for nothing", () => {
  const chart = chartOf([-1, 0, 0, 0])
  chart.layer[3] = 0
  expect(departmentUnits(chart, ["", "A", "A", "A"]).get("A")).toEqual({
    ...{ unit: 0, covered: 1, filled: 1, fits: true },
  })
})
