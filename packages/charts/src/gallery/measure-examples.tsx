import { MeasureBars, type MeasureRow } from "../measure-bars.tsx"
import { bothWidths, type Example, everyWidth } from "./example.ts"

const rows: MeasureRow[] = [
  {
    id: "mission-clarity",
    label: "Mission clarity",
    mean: 3.9,
    low: 3.8,
    high: 4.0,
    favourable: 71,
    n: 412,
    reference: 4.0,
  },
  {
    id: "vision-clarity",
    label: "Vision clarity",
    mean: 3.6,
    low: 3.5,
    high: 3.7,
    favourable: 60,
    n: 409,
    reference: 3.8,
  },
  {
    id: "strategy",
    label: "Strategy",
    mean: 3.1,
    low: 3.0,
    high: 3.2,
    favourable: 41,
    n: 411,
    reference: 3.5,
  },
  {
    id: "line-of-sight",
    label: "Line of sight",
    mean: 3.7,
    low: 3.6,
    high: 3.8,
    favourable: 63,
    n: 410,
    reference: 3.7,
  },
  {
    id: "leader-communication",
    label: "Leader communication",
    mean: 3.2,
    low: 3.1,
    high: 3.3,
    favourable: 44,
    n: 412,
    reference: 3.6,
  },
  {
    id: "cross-team",
    label: "Working across teams",
    mean: 3.3,
    low: 3.2,
    high: 3.4,
    favourable: 46,
    n: 408,
    reference: 3.4,
  },
  {
    id: "feedback",
    label: "Feedback and follow-through",
    mean: 2.8,
    low: 2.7,
    high: 2.9,
    favourable: 31,
    n: 407,
    reference: 3.0,
  },
]

export const measureExamples: Example[] = [
  {
    id: "measures-ordinary",
    chart: "MeasureBars",
    headline: "Layer 5 knows the mission and misses the strategy",
    widths: everyWidth,
    draw: (width) => <MeasureBars rows={rows} width={width} onSelect={() => undefined} selected="strategy" />,
  },
  {
    id: "measures-hidden",
    chart: "MeasureBars",
    headline: "Too few, not asked, only a bound, and a question as a label",
    widths: bothWidths,
    draw: (width) => (
      <MeasureBars
        rows={[
          {
            id: "a",
            label:
              "I can explain to a new colleague in my own words what this organization is for and why it matters to the people we serve",
            mean: 4.1,
            favourable: 80,
            bounds: { mean: "at-least", favourable: "at-least" },
            n: 6,
            reference: 3.8,
            referenceBound: "at-most",
          },
          {
            id: "b",
            label: "Explaining the strategy",
            mean: null,
            favourable: null,
            n: 0,
            hidden: "not-asked",
          },
          { id: "c", label: "Vision clarity", mean: null, favourable: null, n: 0 },
          { id: "d", label: "وضوح الرسالة", mean: 1, low: 1, high: 1.3, favourable: 0, n: 14 },
        ]}
        width={width}
      />
    ),
  },
]
