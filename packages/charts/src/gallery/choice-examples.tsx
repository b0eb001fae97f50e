import { ChoiceBars } from "../choice-bars.tsx"
import { type Example, everyWidth } from "./example.ts"

const options = [
  "Within the last month",
  "One to three months ago",
  "Three to twelve months ago",
  "More than a year ago",
  "Nobody has explained it to me",
  "I do not remember",
].map((text, at) => ({ id: String(at), text }))

export const choiceExamples: Example[] = [
  {
    id: "choice-ordinary",
    chart: "ChoiceBars",
    headline: "On layer 6 nobody has explained it",
    widths: everyWidth,
    draw: (width) => (
      <ChoiceBars
        options={options}
        columns={[
          { id: "all", label: "Whole organization", shares: [35, 20, 15, 10, 15, 5] },
          { id: "2", label: "Layers 1 to 2", shares: null },
          { id: "3", label: "Layer 3", shares: [95, 5, 5, 5, 5, 5] },
          { id: "4", label: "Layer 4", shares: [45, 25, 10, 10, 5, 5] },
          { id: "5", label: "Layer 5", shares: [30, 25, 15, 10, 15, 5] },
          { id: "6", label: "Layer 6", shares: [5, 10, 15, 15, 45, 10] },
        ]}
        width={width}
        title="When it was explained last"
      />
    ),
  },
]
