import { DriverToDate } from "../driver-to-date.tsx"
import { PredictionBand } from "../prediction-band.tsx"
import { type PredictionRow, PredictionRows } from "../prediction-rows.tsx"
import { type ScoredPrediction, ScoredPredictions } from "../scored-predictions.tsx"
import { bothWidths, type Example, everyWidth } from "./example.ts"

const quarters = ["Q3 2024", "Q4 2024", "Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025", "Q1 2026", "Q2 2026"]
const percent = (value: number) => `${Math.round(value)}%`
const amount = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",")

const trained = Array.from({ length: 9 }, (_, unit) => ({
  id: String(unit),
  label: `Unit ${unit + 1}`,
  values: quarters.map((_, at) =>
    unit === 3 && at === 2
      ? null
      : Math.min(100, Math.max(0, 8 + at * (4 + unit * 1.3) + ((unit * 7 + at * 5) % 11))),
  ),
  behind: unit < 3,
}))
const overall = quarters.map((_, at) => 10 + at * 7.2)

const rows: PredictionRow[] = [
  ["Field Service North", 812, 120, 700, 940, true, false],
  ["Sales to housing associations in the Nordic countries", 1240, 150, 1190, 1300, false, false],
  ["المبيعات", 300, 60, 340, null, false, false],
  ["Opened this year", 90, 140, 60, 110, false, true],
].map(([label, expected, half, last, plan, attention, extrapolated], at) => ({
  id: String(at),
  label: label as string,
  expected: expected as number,
  low: (expected as number) - (half as number),
  high: (expected as number) + (half as number),
  last: last as number,
  plan: plan as number | null,
  attention: attention as boolean,
  extrapolated: extrapolated as boolean,
}))

const scored: { label: string; predictions: ScoredPrediction[] }[] = quarters.slice(3).map((label, at) => ({
  label,
  predictions: Array.from({ length: 11 }, (_, unit) => ({
    id: String(unit),
    label: `Unit ${unit + 1}`,
    expected: 100,
    low: 80,
    high: 120,
    came: 100 + (((unit * 13 + at * 7) % 23) - 11) * 2,
  })),
}))

export const driverExamples: Example[] = [
  {
    id: "driver-to-date",
    chart: "DriverToDate",
    headline: "60% are trained; 80% were to be by 30 June",
    widths: everyWidth,
    draw: (width) => (
      <DriverToDate
        periods={quarters}
        units={trained}
        overall={overall}
        target={{ value: 80, words: "target 80%" }}
        deadline={{ at: 8, words: "by 30 September 2026" }}
        format={percent}
        width={width}
        title="People trained to date"
      />
    ),
  },
  {
    id: "driver-to-date-bare",
    chart: "DriverToDate",
    headline: "One value so far",
    widths: bothWidths,
    draw: (width) => (
      <DriverToDate
        periods={["Q2 2026"]}
        units={[{ id: "a", label: "A", values: [12], behind: false }]}
        overall={[12]}
        target={null}
        deadline={null}
        format={percent}
        width={width}
        title="People trained to date"
      />
    ),
  },
  {
    id: "prediction-band",
    chart: "PredictionBand",
    headline: "Sales in Field Service North are likely 700 to 930; the plan is 940",
    widths: everyWidth,
    draw: (width) => (
      <PredictionBand
        periods={[...quarters, "Q3 2026"]}
        values={[690, 720, 700, null, 760, 905, 740, 700, null]}
        plan={[700, 710, 720, 760, 800, 830, 850, 880, 940]}
        past={[
          { at: 4, expected: 740, low: 640, high: 840 },
          { at: 5, expected: 780, low: 670, high: 890 },
          { at: 6, expected: 790, low: 680, high: 900 },
          { at: 7, expected: 760, low: 650, high: 870 },
        ]}
        next={{ at: 8, expected: 812, low: 700, high: 930 }}
        format={amount}
        width={width}
        title="Sales, Field Service North"
      />
    ),
  },
  {
    id: "prediction-band-none",
    chart: "PredictionBand",
    headline: "Two quarters are too few to foretell a third",
    widths: bothWidths,
    draw: (width) => (
      <PredictionBand
        periods={quarters.slice(0, 2)}
        values={[690, 690]}
        plan={[null, null]}
        past={[]}
        next={null}
        format={amount}
        width={width}
        title="Sales, Field Service North"
      />
    ),
  },
  {
    id: "prediction-rows",
    chart: "PredictionRows",
    headline: "One of four units is likely under plan in Q3 2026",
    widths: everyWidth,
    draw: (width) => (
      <PredictionRows
        rows={rows}
        format={amount}
        width={width}
        title="Sales foretold for Q3 2026"
        onSelect={() => {}}
        selected="1"
      />
    ),
  },
  {
    id: "scored-predictions",
    chart: "ScoredPredictions",
    headline: "Of 55 past predictions 50 lay inside their 90% interval",
    widths: everyWidth,
    draw: (width) => (
      <ScoredPredictions periods={scored} width={width} title="Past predictions and what came" />
    ),
  },
]
