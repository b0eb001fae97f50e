import { type GridCell, type GridUnit, UnitLayerGrid } from "../unit-layer-grid.tsx"
import { bothWidths, type Example, everyWidth } from "./example.ts"

const layers = [3, 4, 5, 6].map((layer) => ({ layer, label: `Layer ${layer}` }))
const units: GridUnit[] = [
  { id: "ops", name: "Operations", depth: 0 },
  { id: "north", name: "Depot North", depth: 1 },
  { id: "south", name: "Depot South", depth: 1 },
  { id: "product", name: "Product", depth: 0 },
  { id: "engineering", name: "Engineering", depth: 0 },
  { id: "finance", name: "Finance", depth: 0 },
  { id: "legal", name: "Legal", depth: 0 },
]
const means: Record<string, (GridCell | number)[]> = {
  ops: [4.1, 3.4, 3.0, 2.8],
  north: ["hidden", 3.1, 2.8, 2.6],
  south: ["hidden", 3.6, 3.3, 3.1],
  product: [{ mean: 4.1, bounds: { mean: "at-least" } }, 4.1, 4.0, "none"],
  engineering: [4.0, 3.8, 3.7, 3.6],
  finance: [3.9, 3.6, "hidden", "none"],
  legal: ["hidden", "hidden", "none", "none"],
}

function cell(unit: string, layer: number): GridCell {
  const value = means[unit]?.[layer - 3] ?? "none"
  return typeof value === "number" ? { mean: value } : value
}

export const gridExamples: Example[] = [
  {
    id: "grid-ordinary",
    chart: "UnitLayerGrid",
    headline: "In Operations the lower layers stand 0.6 points and more below the organization",
    widths: everyWidth,
    draw: (width) => (
      <UnitLayerGrid
        units={units}
        layers={layers}
        cells={cell}
        centre={3.6}
        width={width}
        onSelect={() => undefined}
        selected="north"
      />
    ),
  },
  {
    id: "grid-many-layers",
    chart: "UnitLayerGrid",
    headline: "Nine layers, every class of the scale, long and Arabic names",
    widths: [320, 390, 1100],
    draw: (width) => (
      <UnitLayerGrid
        units={[
          { id: "a", name: "Regional Infrastructure Maintenance and Renewal", depth: 0 },
          { id: "b", name: "قسم الموارد البشرية والتطوير", depth: 1 },
          { id: "c", name: "Signalling, interlocking and level crossings", depth: 4 },
        ]}
        layers={[1, 2, 3, 4, 5, 6, 7, 8, 9].map((layer) => ({ layer, label: `Layer ${layer}` }))}
        cells={(unit, layer) =>
          unit === "b" && layer > 5
            ? "hidden"
            : {
                mean: Math.min(5, Math.max(1, 3 + (layer - 5) * 0.25)),
                ...(unit === "c" && layer > 7 ? { bounds: { mean: "at-least" } } : {}),
              }
        }
        centre={3}
        centreBound="at-least"
        width={width}
      />
    ),
  },
  {
    id: "grid-one-layer",
    chart: "UnitLayerGrid",
    headline: "One layer, one unit",
    widths: bothWidths,
    draw: (width) => (
      <UnitLayerGrid
        units={units.slice(0, 1)}
        layers={layers.slice(0, 1)}
        cells={cell}
        centre={3.6}
        width={width}
      />
    ),
  },
]
