import { type DumbbellRow, Dumbbells } from "../dumbbells.tsx"
import { bothWidths, type Example, everyWidth } from "./example.ts"

const rows: DumbbellRow[] = [
  {
    id: "all",
    label: "Whole organization",
    note: "842 answered",
    open: { value: 71, low: 69, high: 73 },
    filled: { value: 44, low: 42, high: 47 },
    gap: "27",
  },
  {
    id: "2",
    label: "Layers 1 to 2",
    note: "8 answered",
    open: { value: 90, bound: "at-least" },
    filled: { value: 88, low: 61, high: 97 },
  },
  {
    id: "3",
    label: "Layer 3",
    note: "39 answered",
    open: { value: 84, low: 72, high: 92 },
    filled: { value: 71, low: 57, high: 82 },
    gap: "13",
  },
  {
    id: "4",
    label: "Layer 4",
    note: "140 answered",
    open: { value: 74, low: 68, high: 79 },
    filled: { value: 48, low: 41, high: 55 },
    gap: "26",
  },
  { id: "5", label: "Layer 5", open: null, filled: null },
  {
    id: "6",
    label: "Everybody below the team leads of the plant in the north, on layers 6 and 7",
    note: "610 answered",
    open: { value: 55, low: 51, high: 59 },
    filled: { value: 58, low: 54, high: 62 },
    gap: "−3",
  },
]

export const dumbbellExamples: Example[] = [
  {
    id: "dumbbells-ordinary",
    chart: "Dumbbells",
    headline: "71 of 100 say they know the strategy, 44 can name it",
    widths: everyWidth,
    draw: (width) => (
      <Dumbbells
        rows={rows}
        open="say they know"
        filled="show it"
        gap="gap"
        chance={38}
        width={width}
        title="Claimed and shown"
      />
    ),
  },
  {
    id: "dumbbells-no-chance",
    chart: "Dumbbells",
    headline: "Engaged and not aligned",
    widths: bothWidths,
    draw: (width) => (
      <Dumbbells
        rows={[
          {
            id: "a",
            label: "Operations",
            note: "Sales and Service to Operations",
            open: { value: 68 },
            filled: { value: 22 },
            gap: "46",
          },
          { id: "b", label: "المبيعات", open: null, filled: { value: 100 } },
        ]}
        open="engaged"
        filled="aligned"
        gap="apart"
        width={width}
        title="Engaged and aligned"
      />
    ),
  },
]
