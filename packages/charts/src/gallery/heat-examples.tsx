import { HeatLegend, HeatMap } from "../heat-map.tsx"
import type { GridCell, GridUnit } from "../unit-layer-grid.tsx"
import { bothWidths, type Example } from "./example.ts"

const units: GridUnit[] = [
  { id: "ops", name: "Operations", depth: 0 },
  { id: "north", name: "Depot North", depth: 1 },
  { id: "yard", name: "Yard", depth: 2 },
  { id: "finance", name: "Finance", depth: 0 },
]
const columns = [
  { id: "m", label: "The message", centre: 3.6 },
  { id: "a", label: "Mission clarity", centre: 3.8 },
  { id: "b", label: "Information down and across", centre: 3.1 },
  { id: "c", label: "Safety", centre: null },
]
const means: Record<string, (GridCell | number)[]> = {
  ops: [3.0, 3.8, 2.6, 3.3],
  north: [2.7, { mean: 4.6, bounds: { mean: "at-least" } }, 2.2, 3.1],
  yard: ["hidden", "hidden", "hidden", "none"],
  finance: [4.1, 4.4, 3.9, 4.0],
}

function cell(unit: string, column: string): GridCell {
  const value = means[unit]?.[columns.findIndex(({ id }) => id === column)] ?? "none"
  return typeof value === "number" ? { mean: value } : value
}

export const heatExamples: Example[] = [
  {
    id: "heat-ordinary",
    chart: "HeatMap",
    headline: "Furthest below: Depot North, 0.9 scale points in the message",
    widths: bothWidths,
    draw: (width) => <HeatMap units={units} columns={columns} cells={cell} width={width} />,
  },
  {
    id: "heat-key",
    chart: "HeatMap",
    headline: "The key alone",
    widths: bothWidths,
    draw: (width) => <HeatLegend width={width} />,
  },
]
