import { TopicBars } from "../topic-bars.tsx"
import { bothWidths, type Example, everyWidth } from "./example.ts"

export const topicExamples: Example[] = [
  {
    id: "topics-ordinary",
    chart: "TopicBars",
    headline: "Layers 4 to 6 write about what nobody explains",
    widths: everyWidth,
    draw: (width) => (
      <TopicBars
        title="Topics of comments by layer"
        width={width}
        blocks={[
          {
            id: "2-3",
            label: "Layers 2 to 3",
            topics: [
              { name: "Goals and priorities", people: 11 },
              { name: "Time and workload", people: 6 },
            ],
          },
          {
            id: "4-6",
            label: "Layers 4 to 6",
            topics: [
              { name: "Explaining why", people: 42 },
              { name: "Goals and priorities", people: 17 },
              { name: "Other topics", people: 8 },
            ],
          },
          { id: "none", label: "Not told by layer", topics: [{ name: "Pay and recognition", people: 7 }] },
        ]}
      />
    ),
  },
  {
    id: "topics-extreme",
    chart: "TopicBars",
    headline: "Long names, Arabic names, many people",
    widths: bothWidths,
    draw: (width) => (
      <TopicBars
        title="Topics of comments by layer"
        width={width}
        blocks={[
          {
            id: "5",
            label: "Layer 5",
            topics: [
              { name: "Zielvereinbarungsgespräche und Leistungsbeurteilungen im Außendienst", people: 12345 },
              { name: "التعاون بين الأقسام", people: 5 },
            ],
          },
        ]}
      />
    ),
  },
]
