import type { ReactElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, test } from "vitest"
import { type Bounds, formatMean, formatRate, formatShare } from "./format.ts"
import { Ladder } from "./ladder.tsx"
import { MeasureBars } from "./measure-bars.tsx"
import { Throughline } from "./throughline.tsx"
import { UnitLayerGrid } from "./unit-layer-grid.tsx"

const row = { id: "a", label: "Layer 3", mean: 4.1, favourable: 86, n: 7, invited: 8 }
const pick = () => undefined

const charts: { name: string; draw: (bounds: Bounds) => ReactElement }[] = [
  {
    name: "Throughline",
    draw: (bounds) => (
      <Throughline layers={[{ ...row, bounds }]} steps={[]} width={900} title="t" onSelect={pick} />
    ),
  },
  {
    name: "Ladder",
    draw: (bounds) => <Ladder rows={[{ ...row, shares: [5, 9, 86], bounds }]} width={900} onSelect={pick} />,
  },
  {
    name: "MeasureBars",
    draw: (bounds) => <MeasureBars rows={[{ ...row, bounds }]} width={900} onSelect={pick} />,
  },
  {
    name: "UnitLayerGrid",
    draw: (bounds) => (
      <UnitLayerGrid
        units={[{ id: "u", name: "Sales", depth: 0 }]}
        layers={[{ layer: 3, label: "Layer 3" }]}
        cells={() => ({ mean: 4.1, bounds })}
        centre={3}
        width={900}
        onSelect={pick}
      />
    ),
  },
]

const part = (svg: string, pattern: RegExp) => pattern.exec(svg)?.[1] ?? ""

describe.each(charts)("a mean that is only a bound in the $name", ({ draw }) => {
  test.each([
    ["at-least", "≥ 4.1"],
    ["at-most", "≤ 4.1"],
  ] as const)(
    "%s: reads %s in the picture, in its description and on its button, drawn as a bound",
    (mean, words) => {
      const svg = renderToStaticMarkup(draw({ mean }))
      expect(svg).toContain(`>${words}</text>`)
      expect(part(svg, /<desc[^>]*>([^<]*)</)).toContain(words)
      expect(part(svg, /aria-label="([^"]*)"/)).toContain(words)
      expect(svg).toMatch(/<(circle|rect)[^>]* class="[^"]*tl-bound|<(circle|rect) class="[^"]*tl-bound/)
    },
  )

  test("is a figure without the bound", () => {
    const svg = renderToStaticMarkup(draw({}))
    expect(svg).toContain(">4.1</text>")
    expect(svg).not.toMatch(/[≤≥]|tl-bound/)
  })
})

test("the share of favourable answers is a bound by its own name only", () => {
  for (const { draw } of charts.slice(1, 3)) {
    const svg = renderToStaticMarkup(draw({ favourable: "at-least" }))
    expect(svg).toContain(">≥ 86%</text>")
    expect(svg).toContain(">4.1</text>")
    expect(part(svg, /aria-label="([^"]*)"/)).toContain("≥ 86% favourable")
  }
})

test("what the whole organization stands for is a bound as well: dashed tick, words of the colour scale", () => {
  const bars = renderToStaticMarkup(
    <MeasureBars rows={[{ ...row, reference: 4, referenceBound: "at-least" }]} width={900} />,
  )
  expect(bars).toMatch(/tl-ink-line[^>]*stroke-dasharray/)
  const grid = renderToStaticMarkup(
    <UnitLayerGrid
      units={[]}
      layers={[]}
      cells={() => "none"}
      centre={4}
      centreBound="at-least"
      width={900}
    />,
  )
  expect(grid.match(/mean of ≥ 4\.0/g)).toHaveLength(2)
})

test("no figure is guessed to be a bound by its value; a rate of answers has its own ends", () => {
  expect([formatMean(4.9), formatMean(1), formatShare(100), formatShare(0)]).toEqual([
    "4.9",
    "1.0",
    "100%",
    "0%",
  ])
  expect([formatMean(4.1, "at-least"), formatShare(20, "at-most")]).toEqual(["≥ 4.1", "≤ 20%"])
  expect([5, 10, 45, 90, 100].map(formatRate)).toEqual(["≤ 10%", "≤ 10%", "45%", "≥ 90%", "≥ 90%"])
})
