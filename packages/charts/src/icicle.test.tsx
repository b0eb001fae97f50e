import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, test } from "vitest"
import { madeUpUnits } from "./gallery/made-up-units.ts"
import { Icicle } from "./icicle.tsx"
import type { IcicleFigures } from "./icicle-cell.tsx"

const unit = (id: string, parent: string | null, more: Partial<IcicleFigures> = {}): IcicleFigures => ({
  ...{ id, name: id, parent, layers: parent === null ? [2, 4] : [3, 4], people: 100, own: 0 },
  ...{ mean: 3.5, spoken: `${id}: said` },
  ...more,
})
const draw = (units: IcicleFigures[], more: Partial<Parameters<typeof Icicle>[0]> = {}) =>
  renderToStaticMarkup(
    <Icicle
      {...{ units, breaks: [], centre: 3.5, whole: "the whole organization", width: 900, title: "t" }}
      {...more}
    />,
  )
const company = (more: Partial<IcicleFigures>) => [unit("all", null, { people: 200 }), unit("a", "all", more)]

describe("the icicle", () => {
  test("draws a hidden unit the same whatever stands behind it, hatched and in words", () => {
    const hidden = { mean: null, spoken: "" }
    const [first, ...others] = [{}, { bound: "at-least" as const }, { unknown: true }].map((behind) =>
      draw(company({ ...hidden, ...behind })),
    )
    for (const other of others) expect(other).toBe(first)
    expect(first).toMatch(/tl-hatch-edge[\s\S]*too few to show/)
  })

  test("colours by the distance to the centre, faint, dotted and in words where too few answered to tell a break", () => {
    const cells = (svg: string) => svg.split("Scale points from")[0] ?? ""
    const low = cells(draw(company({ mean: 2.6 })))
    expect(low).toMatch(/class="tl-cell-edge"[^>]*--tl-heat-1\)[\s\S]*−0\.9/)
    expect(low).not.toMatch(/tl-faint|cannot tell/)
    const few = cells(draw(company({ mean: 2.6, unknown: true })))
    expect(few).toMatch(
      /class="tl-faint"[^>]*--tl-heat-1\)[\s\S]*url\(#[^)]*dots[^)]*\)[\s\S]*−0\.9, cannot tell/,
    )
  })

  test("prints no difference of a mean that is only a bound", () => {
    const svg = draw(company({ mean: 4.1, bound: "at-least" }))
    expect(svg).toMatch(/≥ 4\.1/)
    expect(svg).not.toMatch(/\+0\.6/)
  })

  test("outlines a confirmed break in vermilion and says it; without one there is no vermilion", () => {
    const breaks = [{ id: "b", unit: "a", fromLayer: 4, deepestLayer: 4, label: "Break: a on layer 4, −0.6" }]
    const svg = draw(company({}), { breaks })
    expect(svg.match(/class="tl-break-line"/g)).toHaveLength(3) // the outline, its pointer, the key
    expect(svg).toMatch(/Confirmed breaks: Break: a on layer 4[\s\S]*>Break: a on layer 4, −0\.6</)
    expect(draw(company({}))).not.toMatch(/tl-break/)
  })

  test("has one tab stop among its units, the chosen one, and each says its sentence", () => {
    const svg = draw(company({}), { onSelect: () => undefined, selected: "a" })
    const marks = [...svg.matchAll(/<rect[^>]*role="button"[^>]*>/g)].map(([mark]) => mark)
    expect(marks).toHaveLength(2)
    expect(marks.filter((mark) => mark.includes('tabindex="0"'))).toEqual([marks[1]])
    expect(marks[1]).toMatch(/aria-label="a: said"/)
  })

  test("draws 2,000 units with a few hundred marks: what is too narrow is one", () => {
    const svg = draw(madeUpUnits(2000), { onSelect: () => undefined })
    const marks = svg.match(/role="button"/g)?.length ?? 0
    expect(marks).toBeGreaterThan(20)
    expect(marks).toBeLessThan(700)
    expect(svg).toMatch(/units too narrow to draw apart/)
  })
})
