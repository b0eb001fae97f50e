import { Icicle } from "../icicle.tsx"
import type { IcicleFigures } from "../icicle-cell.tsx"
import { bothWidths, type Example } from "./example.ts"
import { madeUpUnits } from "./made-up-units.ts"

const unit = (
  id: string,
  name: string,
  parent: string | null,
  layers: [number, number],
  people: number,
  mean: number | null,
  more: Partial<IcicleFigures> = {},
): IcicleFigures => ({
  ...{ id, name, parent, layers, people, own: 0, mean },
  spoken: `${name}: ${mean === null ? "too few to show" : mean.toFixed(1)}`,
  ...more,
})

const units = [
  unit("all", "Whole organization", null, [2, 6], 1187, 3.7, { own: 9 }),
  unit("1", "Operations", "all", [3, 6], 612, 3.2, { own: 11 }),
  unit("11", "Depot North", "1", [4, 6], 218, 3.0, { own: 8 }),
  unit("111", "Night shift", "11", [5, 6], 96, 2.9, { own: 60 }),
  unit("112", "Day shift", "11", [5, 5], 81, 3.1),
  unit("12", "Depot South", "1", [4, 6], 190, 3.1, { own: 12 }),
  unit("121", "Overhaul of rolling stock", "12", [6, 6], 70, 3.2),
  unit("13", "Signals", "1", [4, 5], 102, 3.3, { own: 7, unknown: true }),
  unit("2", "Product and engineering", "all", [3, 5], 240, 4.2, { own: 8 }),
  unit("21", "Timetables", "2", [4, 5], 120, 4.6, { own: 30 }),
  unit("22", "Tickets", "2", [4, 5], 80, 4.1, { bound: "at-least" }),
  unit("3", "Finance", "all", [3, 4], 96, 3.6, { own: 96 }),
  unit("4", "Legal", "all", [3, 4], 20, null),
  unit("5", "قسم الموارد البشرية", "all", [3, 4], 84, 3.8, { own: 84, unknown: true }),
]
const many = madeUpUnits(2000)
const breaks = [
  { id: "a", unit: "1", fromLayer: 4, deepestLayer: 6, label: "Operations from layer 4 down: −0.6" },
]

export const icicleExamples: Example[] = [
  {
    id: "icicle-confirmed-break",
    chart: "Icicle",
    headline: "In Operations, the message is 0.6 scale points lower from layer 4 down than elsewhere",
    widths: [320, 390, 640, 1100],
    confirmed: true,
    draw: (width) => (
      <Icicle
        units={units}
        breaks={breaks}
        centre={3.7}
        whole="the whole organization"
        width={width}
        title="Drops by unit"
        onSelect={() => undefined}
        selected="11"
      />
    ),
  },
  {
    id: "icicle-no-evidence",
    chart: "Icicle",
    headline: "No evidence of a break",
    widths: bothWidths,
    draw: (width) => (
      <Icicle
        units={units}
        breaks={[]}
        centre={3.7}
        whole="the whole organization"
        width={width}
        title="Drops by unit"
      />
    ),
  },
  {
    id: "icicle-large",
    chart: "Icicle",
    headline: "2,000 units, three breaks, one of them in units too narrow to draw apart",
    widths: bothWidths,
    confirmed: true,
    draw: (width) => (
      <Icicle
        units={many}
        breaks={[3, 40, 1900].map((at) => ({
          id: `${at}`,
          unit: many[at]?.id ?? "",
          fromLayer: many[at]?.layers[0] ?? 0,
          deepestLayer: many[at]?.layers[1] ?? 0,
          label: `${many[at]?.name} from layer ${many[at]?.layers[0]} down: −0.5`,
        }))}
        centre={3.7}
        whole="the whole organization"
        width={width}
        title="Drops by unit"
      />
    ),
  },
]
