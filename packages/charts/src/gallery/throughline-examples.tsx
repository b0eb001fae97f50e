import type { ChartStep } from "../step-between.ts"
import { Throughline, type ThroughlineLayer } from "../throughline.tsx"
import { bothWidths, type Example, everyWidth } from "./example.ts"

const mission = "We make public transport so dependable that nobody in our cities needs to own a car."

const layers: ThroughlineLayer[] = [
  { id: "layer:1-2", label: "Head and layer 2", mean: 4.5, low: 4.3, high: 4.7, n: 9 },
  { id: "layer:3", label: "Layer 3", mean: 4.3, low: 4.2, high: 4.4, n: 41 },
  { id: "layer:4", label: "Layer 4", mean: 3.6, low: 3.5, high: 3.7, n: 168 },
  { id: "layer:5", label: "Layer 5", mean: 3.5, low: 3.4, high: 3.6, n: 412 },
  { id: "layer:6", label: "Layer 6", mean: 3.4, low: 3.3, high: 3.5, n: 287 },
]

const steps: ChartStep[] = [
  { from: "layer:1-2", to: "layer:3", difference: -0.2, low: -0.5, high: 0.1 },
  { from: "layer:3", to: "layer:4", difference: -0.7, low: -0.9, high: -0.5 },
  { from: "layer:4", to: "layer:5", difference: -0.1, low: -0.2, high: 0 },
  { from: "layer:5", to: "layer:6", difference: -0.1, low: -0.2, high: 0 },
]

const hidden = (layer: ThroughlineLayer): ThroughlineLayer => ({
  ...layer,
  mean: null,
  low: null,
  high: null,
})

export const throughlineExamples: Example[] = [
  {
    id: "throughline-ordinary",
    chart: "Throughline",
    headline: "Understanding holds to layer 3 and is 0.7 points lower from layer 4 down",
    widths: everyWidth,
    draw: (width) => (
      <Throughline layers={layers} steps={steps} width={width} title="The throughline" mission={mission} />
    ),
  },
  {
    id: "throughline-confirmed-break",
    chart: "Throughline",
    headline: "The line breaks between layer 3 and layer 4",
    widths: bothWidths,
    confirmed: true,
    draw: (width) => (
      <Throughline
        layers={layers}
        steps={steps.map((step) => ({ ...step, confirmed: step.to === "layer:4" }))}
        width={width}
        title="The throughline"
        mission={mission}
      />
    ),
  },
  {
    id: "throughline-unit-break",
    chart: "Throughline",
    headline: "One unit's line breaks off at layer 4; the organization's goes on",
    widths: [320, 390, 640, 1100],
    confirmed: true,
    draw: (width) => (
      <Throughline
        layers={layers}
        steps={steps}
        width={width}
        title="The throughline"
        mission={mission}
        branch={{
          label: "Operations breaks off here: 0.6 lower from layer 4 down",
          points: [
            { id: "layer:4", mean: 3 },
            { id: "layer:6", mean: 2.8 },
          ],
        }}
      />
    ),
  },
  {
    id: "throughline-holds",
    chart: "Throughline",
    headline: "The line holds from top to bottom",
    widths: bothWidths,
    draw: (width) => (
      <Throughline
        layers={layers.map((layer, index) => ({
          ...layer,
          mean: [4.1, 4.0, 4.1, 4.0, 4.0][index] ?? 4,
          low: 3.9,
          high: 4.2,
        }))}
        steps={[-0.1, 0.1, -0.1, 0].map((difference) => ({ difference, low: -0.2, high: 0.2 }))}
        width={width}
        title="The throughline"
      />
    ),
  },
  {
    id: "throughline-bounds",
    chart: "Throughline",
    headline: "Means told only as bounds: nearly all of a small layer agree",
    widths: bothWidths,
    draw: (width) => (
      <Throughline
        layers={layers.map((layer, index) => {
          const mean = [4.1, undefined, undefined, undefined, 1.9][index]
          const bounds = { mean: index === 0 ? ("at-least" as const) : ("at-most" as const) }
          return mean === undefined ? layer : { ...layer, mean, low: null, high: null, bounds }
        })}
        steps={[null, steps[1] ?? null, steps[2] ?? null, null]}
        width={width}
        title="The throughline"
      />
    ),
  },
  {
    id: "throughline-hidden-layers",
    chart: "Throughline",
    headline: "Two layers are too few to show; the line goes on below them",
    widths: bothWidths,
    draw: (width) => (
      <Throughline
        layers={layers.map((layer, index) => (index === 0 || index === 2 ? hidden(layer) : layer))}
        steps={[null, null, null, steps[3] ?? null]}
        width={width}
        title="The throughline"
        mission={mission}
        onSelect={() => undefined}
        selected="layer:5"
      />
    ),
  },
  {
    id: "throughline-all-hidden",
    chart: "Throughline",
    headline: "Too few have answered to show any layer",
    widths: bothWidths,
    draw: (width) => (
      <Throughline layers={layers.slice(0, 3).map(hidden)} steps={[]} width={width} title="The throughline" />
    ),
  },
  {
    id: "throughline-one-layer",
    chart: "Throughline",
    headline: "One layer only: nothing to compare",
    widths: bothWidths,
    draw: (width) => (
      <Throughline
        layers={layers.slice(3, 4)}
        steps={[]}
        width={width}
        title="The throughline"
        mission={mission}
      />
    ),
  },
  {
    id: "throughline-extreme",
    chart: "Throughline",
    headline: "From one end of the scale to the other and back",
    widths: everyWidth,
    draw: (width) => (
      <Throughline
        layers={[5, 1, 4.9, 1.1].map((mean, index) => ({
          id: String(index),
          label:
            index === 1
              ? "People who lead people who lead shifts in the northern depots"
              : `Layer ${index + 1}`,
          mean,
          low: Math.max(1, mean - 0.6),
          high: Math.min(5, mean + 0.6),
          n: 12345,
        }))}
        steps={[-4, 3.9, -3.8].map((difference) => ({
          difference,
          low: difference - 0.6,
          high: difference + 0.6,
        }))}
        width={width}
        title="The throughline"
        mission="A mission statement which was written by a committee of eleven, revised by four agencies in three countries, and which therefore speaks of excellence, of synergies, of stakeholders at every touchpoint, of a holistic culture of ownership and, at the very end, of customers."
      />
    ),
  },
  {
    id: "throughline-arabic",
    chart: "Throughline",
    headline: "Arabic names keep their direction",
    widths: bothWidths,
    draw: (width) => (
      <Throughline
        layers={["الإدارة العليا", "المديرون", "رؤساء الأقسام", "الموظفون"].map((label, index) => ({
          id: String(index),
          label,
          mean: 4.2 - index * 0.2,
          low: 4 - index * 0.2,
          high: 4.4 - index * 0.2,
          n: 8 * (index + 1) ** 3,
        }))}
        steps={[-0.2, -0.2, -0.2].map((difference) => ({ difference, low: -0.5, high: 0.1 }))}
        width={width}
        title="الخط"
        mission="نجعل النقل العام موثوقا به إلى حد أن لا يحتاج أحد في مدننا إلى سيارة."
      />
    ),
  },
]
