import { type QuadrantPoint, Quadrants } from "../quadrants.tsx"
import { type Example, everyWidth } from "./example.ts"

const points: QuadrantPoint[] = [
  {
    ...{ id: "a", label: "Operations", x: 0.31, y: -0.62, yLow: -0.9, yHigh: -0.3 },
    ...{ tone: "open", finding: "united elsewhere" },
  },
  {
    ...{ id: "b", label: "Sales and Service", x: 0.36, y: 0.8, yLow: 0.5, yHigh: 1 },
    ...{ tone: "filled", finding: "united with the top" },
  },
  { id: "c", label: "Engineering", x: 0.38, y: 0.78, tone: "filled", finding: "united with the top" },
  { id: "d", label: "Finance", x: 0.03, y: 0.2, tone: "faint", finding: "scattered" },
  {
    id: "e",
    label: "Marketing and Communication",
    x: 0.98,
    y: 0.97,
    tone: "filled",
    finding: "united with the top",
  },
  { id: "f", label: "People", x: 0.97, y: -1, tone: "open", finding: "united elsewhere" },
]

export const quadrantExamples: Example[] = [
  {
    id: "quadrants-ordinary",
    chart: "Quadrants",
    headline: "Operations is united, and not with the top",
    widths: everyWidth,
    draw: (width) => (
      <Quadrants
        points={points}
        x={{
          ...{ label: "how much people inside agree", from: 0, to: 1 },
          ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: String(at) })),
        }}
        y={{
          ...{ label: "how much they agree with the top", from: -1, to: 1, split: 0 },
          ticks: [-1, -0.5, 0, 0.5, 1].map((at) => ({ at, label: String(at).replace("-", "−") })),
        }}
        corners={{
          ...{ topLeft: "scattered", topRight: "united with the top" },
          ...{ bottomLeft: "scattered", bottomRight: "united elsewhere" },
        }}
        width={width}
        title="United or scattered"
      />
    ),
  },
]
