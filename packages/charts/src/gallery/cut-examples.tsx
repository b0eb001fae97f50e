import { CutChart } from "../cut-chart.tsx"
import { bothWidths, type Example } from "./example.ts"
import { madeUpCut } from "./made-up-chart.ts"

const small = madeUpCut(160)
const company = madeUpCut(1200)
const large = madeUpCut(10000)

export const cutExamples: Example[] = [
  {
    id: "cut-company",
    chart: "CutChart",
    headline: "1,200 people in cohorts of at least eight",
    widths: bothWidths,
    draw: (width) => <CutChart nodes={company.nodes} cohorts={company.cohorts} width={width} />,
  },
  {
    id: "cut-small",
    chart: "CutChart",
    headline: "160 people; one cohort chosen",
    widths: [320, 390, 1100],
    draw: (width) => (
      <CutChart
        nodes={small.nodes}
        cohorts={small.cohorts}
        width={width}
        onSelect={() => undefined}
        selected={2}
      />
    ),
  },
  {
    id: "cut-large",
    chart: "CutChart",
    headline: "10,000 people, drawn summarily",
    widths: [1100],
    draw: (width) => <CutChart nodes={large.nodes} cohorts={large.cohorts} width={width} />,
  },
  {
    id: "cut-several-tops",
    chart: "CutChart",
    headline: "Two heads, one of them not invited, and a loop nobody hangs on",
    widths: bothWidths,
    draw: (width) => (
      <CutChart
        nodes={[
          { id: 1, parent: -1, layer: 2, people: 1, cohort: 0, name: "سلمى عبد الرحمن" },
          { id: 2, parent: 1, layer: 3, people: 14, cohort: 0, name: "" },
          {
            id: 3,
            parent: -1,
            layer: 2,
            people: 1,
            cohort: null,
            name: "Board of the Cooperative Housing Association of the North",
          },
          { id: 4, parent: 3, layer: 3, people: 9, cohort: 1, name: "" },
          { id: 8, parent: 9, layer: 4, people: 1, cohort: null, name: "loop" },
          { id: 9, parent: 8, layer: 5, people: 1, cohort: null, name: "loop" },
        ]}
        cohorts={[
          {
            id: 0,
            label: "Group one",
            size: 15,
            kind: "mixed",
            merged: "one head alone would be known: joined with the layer below",
          },
          { id: 1, label: "Group two", size: 9, kind: "pure" },
        ]}
        width={width}
      />
    ),
  },
]
