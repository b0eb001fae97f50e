import type { ReactElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, test } from "vitest"
import { Ladder, type LadderRow } from "./ladder.tsx"
import { MeasureBars } from "./measure-bars.tsx"
import { Throughline } from "./throughline.tsx"

const shown = { id: "a", label: "Layer 3", mean: 4, low: 3.8, high: 4.2, favourable: 70, n: 40, invited: 50 }
// A careless caller leaves figures behind that the release hides; none may reach the picture, not even its axis.
const behind = [
  { mean: null, low: null, high: null, favourable: null },
  { mean: null, low: 1.1, high: 1.9, favourable: 3, bounds: { mean: "at-most" as const } },
  { mean: null, low: 4.5, high: 4.9, favourable: 97 },
].map((facts) => ({ ...shown, ...facts, id: "b", label: "Layer 4", n: 4 }))

const ladder = (row: LadderRow): LadderRow => ({
  ...row,
  shares: row.mean === null ? null : [5, 5, 20, 40, 30],
})

const charts: { name: string; draw: (hidden: (typeof behind)[number], width: number) => ReactElement }[] = [
  {
    name: "Throughline",
    draw: (hidden, width) => <Throughline layers={[shown, hidden]} steps={[null]} width={width} title="t" />,
  },
  {
    name: "Ladder",
    draw: (hidden, width) => (
      <Ladder rows={[shown, hidden].map((row) => ladder({ ...row, shares: null }))} width={width} />
    ),
  },
  { name: "MeasureBars", draw: (hidden, width) => <MeasureBars rows={[shown, hidden]} width={width} /> },
]

describe.each(charts)("a hidden group in the $name", ({ draw }) => {
  test.each([390, 1100])("is drawn the same at %i px whatever is behind it, and hatched", (width) => {
    const [first, ...others] = behind.map((hidden) => renderToStaticMarkup(draw(hidden, width)))
    for (const other of others) expect(other).toBe(first)
    expect(first).toMatch(/tl-hatch-edge/)
    expect(first).toMatch(/too few to show/)
  })
})
