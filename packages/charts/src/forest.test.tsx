import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { ForestPlot, type ForestRow } from "./forest.tsx"
import { LinkScatter } from "./link-scatter.tsx"
import { TimePanels } from "./time-panels.tsx"

const row: ForestRow = {
  ...{ id: "a", label: "Mission and delivery", r: 0.1, low: -0.3, high: 0.5, units: 22 },
  ...{ finding: "cannot-tell", detectable: 0.57 },
}
const draw = (more: Partial<ForestRow>) =>
  renderToStaticMarkup(<ForestPlot rows={[{ ...row, ...more }]} width={1000} title="Pairs" />)
/** What is drawn after the key. */
const drawn = (svg: string) => svg.slice(svg.indexOf("Mission and delivery</text>"))
const hatched = (svg: string) =>
  [...drawn(svg).matchAll(/class="tl-hatch-edge" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
    ([, x, width]) => [Number(x), Number(width)] as const,
  )

test("cannot tell is hollow over the range that could not have been seen, to both sides alike", () => {
  const svg = draw({})
  expect(drawn(svg)).toContain("tl-unknown-dot")
  expect(drawn(svg)).not.toContain("tl-line-fill")
  const [[x = 0, width = 0] = []] = hatched(svg)
  const [[all = 0, whole = 0] = []] = hatched(draw({ detectable: null }))
  expect(width / whole).toBeCloseTo(0.57, 2)
  expect(x + width / 2).toBeCloseTo(all + whole / 2, 0)
  expect(svg).toContain("below .57 a correlation may well be missed")
})

test("without a coefficient there is no dot and no zero, only what could not have been seen: everything", () => {
  const svg = draw({ r: null, low: null, high: null, detectable: null, units: 6 })
  expect(drawn(svg)).not.toContain("<circle")
  expect(hatched(svg)).toHaveLength(1)
  expect(svg).toContain("cannot tell, 6 units of at least 10; no correlation is told.")
  expect(svg).not.toMatch(/r \.00/)
})

test("a link is filled and one not seen is open; neither is hatched", () => {
  const link = draw({ finding: "link", r: 0.62, low: 0.3, high: 0.8 })
  expect([drawn(link).includes("tl-line-fill"), hatched(link)]).toEqual([true, []])
  const none = draw({ finding: "no-evidence", r: 0.02, low: -0.1, high: 0.14 })
  expect([drawn(none).includes("tl-open"), hatched(none)]).toEqual([true, []])
})

const points = Array.from({ length: 60 }, (_, at) => ({
  ...{ id: `u${at}`, label: `Unit ${at}`, x: 3 + (at % 10) / 10, y: 90 + at / 7 },
  ...{ xLow: 2.8 + (at % 10) / 10, xHigh: 3.2 + (at % 10) / 10 },
}))
const band = [2.8, 4].map((x) => ({ x, y: 92, low: 90, high: 94 }))

test("of many units only the one that matters most is named, and it is ringed", () => {
  const svg = renderToStaticMarkup(
    <LinkScatter points={points} x="Score" y="KPI" finding="link" ringed="u7" width={900} title="t" />,
  )
  expect([...svg.matchAll(/>(Unit \d+)<\/text>/g)].map(([, name]) => name)).toEqual(["Unit 7"])
  expect(svg.match(/tl-ink-line/g)).toHaveLength(1)
  expect(svg).toContain("Unit 7 matters most.")
  expect(svg).toContain("And 30 more, in the table.")
})

test("the line is drawn through only where a link is found", () => {
  const of = (finding: "link" | "cannot-tell") =>
    renderToStaticMarkup(
      <LinkScatter points={points} x="Score" y="KPI" finding={finding} band={band} width={900} title="t" />,
    )
  expect(of("link")).not.toContain("stroke-dasharray")
  expect(of("cannot-tell")).toContain("stroke-dasharray")
  expect(of("cannot-tell")).not.toContain("tl-line-fill")
})

test("a period without a value is a gap in the line, and said as nothing", () => {
  const svg = renderToStaticMarkup(
    <TimePanels
      panels={[
        {
          ...{ id: "k", label: "Sick leave", note: "days" },
          points: [4, null, 5, 6].map((value, at) => ({ at, label: `Q${at + 1}`, value })),
        },
        { id: "n", label: "Cost", note: "EUR", points: [] },
      ]}
      ticks={[{ at: 0, label: "Q1" }]}
      width={600}
      title="Over time"
    />,
  )
  expect(svg.match(/<line class="tl-ink-line"/g)).toHaveLength(1)
  expect(svg).toContain("Sick leave, days: Q1 4, Q3 5, Q4 6. Cost, EUR: nothing is told.")
})
