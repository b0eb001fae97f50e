import { ForestPlot, type ForestRow } from "../forest.tsx"
import { LinkScatter, type ScatterPoint } from "../link-scatter.tsx"
import { type TimePanel, TimePanels } from "../time-panels.tsx"
import { bothWidths, type Example, everyWidth } from "./example.ts"

const pick = () => undefined

const rows: ForestRow[] = [
  {
    ...{ id: "a", label: "Mission clarity and on-time delivery", note: "the quarter after the survey" },
    ...{ r: 0.62, low: 0.27, high: 0.82, finding: "link", detectable: 0.57, units: 22 },
  },
  {
    ...{ id: "b", label: "Line of sight and sick leave", note: "lower is better" },
    ...{ r: -0.34, low: -0.66, high: 0.09, finding: "cannot-tell", detectable: 0.57, units: 22 },
  },
  {
    ...{ id: "c", label: "Cross-team and first-time fixes" },
    ...{ r: 0.02, low: -0.12, high: 0.16, finding: "no-evidence", detectable: 0.2, units: 204 },
  },
  {
    ...{
      id: "d",
      label: "Feedback and follow-through and the sales of new products in all countries of the group",
    },
    ...{ r: null, low: null, high: null, finding: "cannot-tell", detectable: null, units: 6 },
  },
]

const names = ["Assembly", "Paint shop", "Logistics", "Sales North", "Sales South", "Service", "Quality"]
const points: ScatterPoint[] = Array.from({ length: 22 }, (_, at): ScatterPoint => {
  const x = 2.6 + ((at * 7) % 22) * 0.075
  return {
    id: `u${at}`,
    label: at < names.length ? (names[at] ?? "") : `Unit ${at + 1}`,
    ...{ x, xLow: x - 0.3, xHigh: x + 0.3 },
    y: 78 + ((at * 7) % 22) * 0.7 + ((at * 5) % 9) - 4,
  }
})
const band = Array.from({ length: 9 }, (_, at) => {
  const x = 2.6 + at * 0.2
  const away = 2 + Math.abs(at - 4) * 0.8
  return { x, y: 78 + at * 1.9, low: 78 + at * 1.9 - away, high: 78 + at * 1.9 + away }
})

const quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]
const panels: TimePanel[] = [
  {
    ...{
      id: "alignment",
      label: "Mission clarity",
      note: "Scale points, 1 to 5",
      strong: true,
      scale: [1, 5],
    },
    points: [
      { at: 1.4, label: "Spring 2025", value: 3.1, low: 2.8, high: 3.4 },
      { at: 4.4, label: "Spring 2026", value: 3.6, low: 3.3, high: 3.9 },
    ],
  },
  {
    ...{ id: "k1", label: "On-time delivery", note: "Percent, higher is better" },
    points: quarters.map((label, at) => ({ at, label, value: at === 2 ? null : 82 + at * 2.1 })),
  },
  {
    ...{ id: "k2", label: "Cost of complaints", note: "Euro, lower is better" },
    points: quarters.map((label, at) => ({ at, label, value: 1_240_000 - at * 61_000 })),
  },
  { id: "k3", label: "Sick leave", note: "Percent, lower is better: no value for this unit", points: [] },
]

export const linkExamples: Example[] = [
  {
    id: "forest-ordinary",
    chart: "ForestPlot",
    headline: "Of four pairs, one link; for two the units are too few to tell",
    widths: everyWidth,
    draw: (width) => (
      <ForestPlot
        rows={rows}
        selected="a"
        onSelect={pick}
        width={width}
        title="All pairs with their correlations"
      />
    ),
  },
  {
    id: "forest-too-few",
    chart: "ForestPlot",
    headline: "Six units are too few to tell anything",
    widths: bothWidths,
    draw: (width) => (
      <ForestPlot rows={rows.slice(3)} width={width} title="All pairs with their correlations" />
    ),
  },
  {
    id: "scatter-link",
    chart: "LinkScatter",
    headline: "Where the message is clearer, on-time delivery is higher",
    widths: everyWidth,
    draw: (width) => (
      <LinkScatter
        points={points}
        x="Mission clarity (scale points)"
        y="On-time delivery (%)"
        finding="link"
        band={band}
        ringed="u2"
        width={width}
        title="Mission clarity and on-time delivery by unit"
      />
    ),
  },
  {
    id: "scatter-cannot-tell",
    chart: "LinkScatter",
    headline: "Twelve units are too few to tell",
    widths: bothWidths,
    draw: (width) => (
      <LinkScatter
        points={points.slice(0, 12).map((point) => ({ ...point, note: "2026-Q1", y: point.y * 31_000 }))}
        x="Mission clarity (scale points)"
        y="Cost of complaints (EUR)"
        finding="cannot-tell"
        band={band.map(({ x, y, low, high }) => ({
          x,
          y: y * 31_000,
          low: low * 31_000,
          high: high * 31_000,
        }))}
        ringed="u5"
        width={width}
        title="Mission clarity and cost of complaints by unit"
      />
    ),
  },
  {
    id: "time-panels",
    chart: "TimePanels",
    headline: "Assembly: clearer than a year ago, and on time more often",
    widths: everyWidth,
    draw: (width) => (
      <TimePanels
        panels={panels}
        ticks={quarters.map((label, at) => ({ at, label }))}
        width={width}
        title="Assembly over time"
      />
    ),
  },
]
