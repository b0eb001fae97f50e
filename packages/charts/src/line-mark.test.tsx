import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { LineMark } from "./line-mark.tsx"

const draw = (progress: number, title?: string) =>
  renderToStaticMarkup(<LineMark progress={progress} width={300} height={16} title={title} />)

test("the line fills with the progress, and stays within none and all of it", () => {
  expect(draw(0.4)).toContain('stroke-dasharray="0.4 2"')
  expect(draw(0)).not.toContain('tl-line"')
  expect(draw(1)).not.toContain("stroke-dasharray")
  expect(draw(7)).toBe(draw(1))
  expect(draw(Number.NaN)).toBe(draw(0))
})

test("it says how far it is, or is decoration when its title is empty", () => {
  expect(draw(0.4)).toContain('role="img"')
  expect(draw(0.4)).toContain("40%")
  expect(draw(0.4, "")).toContain('aria-hidden="true"')
  expect(draw(0.4, "")).not.toContain("<title>")
})
