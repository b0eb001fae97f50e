import { Profiles } from "../profiles.tsx"
import { WaveStrips } from "../wave-strips.tsx"
import { bothWidths, type Example, everyWidth } from "./example.ts"

const levels = ["Staff", "Officers", "Seniors", "Heads", "Directors"]
const strip = (label: string, values: number[], from: number) => ({
  id: label,
  label,
  points: values.map((value, at) => ({
    ...{ label: levels[at] ?? "", value, low: value - 1, high: value + (at === 4 ? 3 : 1) },
  })),
  largest:
    from < 0
      ? null
      : {
          ...{ from, to: from + 1 },
          words: `20 points (17 to 23) from ${levels[from + 1]} to ${levels[from]}`,
        },
})

export const publishedExamples: Example[] = [
  {
    id: "wave-strips",
    chart: "WaveStrips",
    headline: "In three years the vision is lost below the directors",
    widths: everyWidth,
    draw: (width) => (
      <WaveStrips
        strips={[
          strip("2017", [40, 45, 44, 46, 66], 3),
          strip("2016", [38, 42, 43, 46, 65], 3),
          strip("2015", [60, 58, 57, 57, 56], -1),
        ]}
        width={width}
        title="A clear vision, by layer and year"
      />
    ),
  },
  {
    id: "profiles",
    chart: "Profiles",
    headline: "Beside a public service of five grades",
    widths: bothWidths,
    draw: (width) => (
      <Profiles
        front={{
          label: "This survey",
          points: [
            { label: "Layers 1 to 2", value: 86, bound: "at-least" },
            { label: "Layer 3", value: 71 },
            { label: "Layer 4", value: null },
            { label: "Layer 5", value: 38 },
          ],
        }}
        behind={{
          label: "A public service, 2017",
          points: levels
            .map((label, at) => ({ label, value: 40 + at * 5, low: 38 + at * 5, high: 42 + at * 5 }))
            .toReversed(),
        }}
        width={width}
        title="Percent favourable by layer, and a published table"
      />
    ),
  },
]
