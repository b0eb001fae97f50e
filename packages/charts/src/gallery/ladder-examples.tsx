import { Ladder, type LadderRow } from "../ladder.tsx"
import type { ChartStep } from "../step-between.ts"
import { bothWidths, type Example, everyWidth } from "./example.ts"

const rows: LadderRow[] = [
  {
    id: "1-2",
    label: "Head and layer 2",
    shares: [10, 10, 90],
    mean: 4.5,
    favourable: 90,
    bounds: { favourable: "at-least", neutral: "at-most", unfavourable: "at-most" },
    n: 9,
    invited: 9,
  },
  {
    id: "3",
    label: "Layer 3",
    shares: [1, 4, 11, 40, 44],
    mean: 4.3,
    low: 4.2,
    high: 4.4,
    favourable: 84,
    n: 41,
    invited: 48,
  },
  {
    id: "4",
    label: "Layer 4",
    shares: [6, 13, 22, 36, 23],
    mean: 3.6,
    low: 3.5,
    high: 3.7,
    favourable: 59,
    n: 168,
    invited: 203,
  },
  {
    id: "5",
    label: "Layer 5",
    shares: [8, 14, 24, 33, 21],
    mean: 3.5,
    low: 3.4,
    high: 3.6,
    favourable: 54,
    n: 412,
    invited: 560,
  },
  {
    id: "6",
    label: "Layer 6",
    shares: [9, 16, 25, 31, 19],
    mean: 3.4,
    low: 3.3,
    high: 3.5,
    favourable: 50,
    n: 287,
    invited: 380,
  },
]

const steps: ChartStep[] = [
  { difference: -0.2, low: -0.5, high: 0.1 },
  { difference: -0.7, low: -0.9, high: -0.5 },
  { difference: -0.1, low: -0.2, high: 0 },
  { difference: -0.1, low: -0.2, high: 0 },
]

const hide = (row: LadderRow): LadderRow => ({
  ...row,
  shares: null,
  mean: null,
  low: null,
  high: null,
  favourable: null,
})

export const ladderExamples: Example[] = [
  {
    id: "ladder-ordinary",
    chart: "Ladder",
    headline: "Agreement falls by 0.7 points between layer 3 and layer 4",
    widths: everyWidth,
    draw: (width) => (
      <Ladder rows={rows} steps={steps} width={width} onSelect={() => undefined} selected="4" />
    ),
  },
  {
    id: "ladder-hidden",
    chart: "Ladder",
    headline: "What is hidden looks the same whatever is behind it",
    widths: bothWidths,
    draw: (width) => (
      <Ladder
        rows={rows.map((row, index) =>
          index === 1
            ? hide(row)
            : index === 3
              ? { ...row, shares: [20, 27, 53], note: "The five answers are shown only for larger groups." }
              : row,
        )}
        steps={[null, null, steps[2] ?? null, steps[3] ?? null]}
        width={width}
      />
    ),
  },
  {
    id: "ladder-bounds",
    chart: "Ladder",
    headline: "Means and shares told only as bounds",
    widths: bothWidths,
    draw: (width) => (
      <Ladder
        rows={[
          {
            ...(rows[0] as LadderRow),
            shares: [10, 10, 90],
            mean: 4.1,
            bounds: { mean: "at-least", favourable: "at-least", neutral: "at-most", unfavourable: "at-most" },
          },
          ...rows.slice(1, 3),
          {
            ...(rows[3] as LadderRow),
            shares: [80, 13, 7],
            mean: 1.9,
            low: null,
            high: null,
            favourable: 7,
            bounds: { mean: "at-most", unfavourable: "at-least" },
            n: 15,
            invited: 17,
          },
        ]}
        steps={[null, steps[1] ?? null, null]}
        width={width}
        onSelect={() => undefined}
      />
    ),
  },
  {
    id: "ladder-confirmed-break",
    chart: "Ladder",
    headline: "A confirmed break is named in vermilion",
    widths: bothWidths,
    confirmed: true,
    draw: (width) => (
      <Ladder
        rows={rows}
        steps={steps.map((step, index) => ({ ...step, confirmed: index === 1 }))}
        width={width}
      />
    ),
  },
  {
    id: "ladder-one-layer",
    chart: "Ladder",
    headline: "One layer",
    widths: bothWidths,
    draw: (width) => <Ladder rows={rows.slice(2, 3)} width={width} />,
  },
  {
    id: "ladder-extreme",
    chart: "Ladder",
    headline: "All of one opinion, and its opposite",
    widths: everyWidth,
    draw: (width) => (
      <Ladder
        rows={[
          {
            id: "a",
            label: "Everybody agrees, with a label that goes on for much longer than anybody should let it",
            shares: [0, 0, 0, 0, 100],
            mean: 5,
            low: null,
            high: null,
            favourable: 100,
            n: 12345,
            invited: 67890,
            note: "A note that explains at some length why this group has no interval: everybody gave the same answer, so nothing is left to estimate from.",
          },
          {
            id: "b",
            label: "Nobody agrees",
            shares: [80, 20, 20],
            mean: 1.7,
            favourable: 20,
            bounds: { mean: "at-most", favourable: "at-most", neutral: "at-most", unfavourable: "at-least" },
            n: 6,
            invited: 7,
          },
          {
            id: "c",
            label: "All neither",
            shares: [0, 0, 100, 0, 0],
            mean: 3,
            low: 2.4,
            high: 3.6,
            favourable: 0,
            n: 30,
            invited: 31,
          },
          {
            id: "d",
            label: "Nothing given",
            shares: [0, 0, 0, 0, 0],
            mean: null,
            favourable: null,
            n: 0,
            invited: 31,
          },
        ]}
        steps={[
          { difference: -4, low: -4.4, high: -3.6 },
          { difference: 2, low: 1.4, high: 2.6 },
        ]}
        width={width}
      />
    ),
  },
  {
    id: "ladder-arabic",
    chart: "Ladder",
    headline: "Arabic names",
    widths: bothWidths,
    draw: (width) => (
      <Ladder
        rows={rows.slice(0, 3).map((row, index) => ({
          ...row,
          label: ["الإدارة العليا", "المديرون", "رؤساء الأقسام في المناطق الشمالية"][index] ?? "",
        }))}
        steps={steps.slice(0, 2)}
        width={width}
      />
    ),
  },
]
