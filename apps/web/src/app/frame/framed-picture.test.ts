import { expect, test } from "vitest"
import { dotsPerPixel, framedPicture, holdsAny } from "./framed-picture.ts"

const picture = {
  chart: '<svg width="400" height="100"><rect/></svg>',
  width: 400,
  height: 100,
  headline: "Depot North stands lowest",
  sure: "It may be nothing.",
  source: ["642 of 1,180 answered."],
  fonts: "",
  family: '"Inter Variable", sans-serif',
  colours: { paper: "#fbfaf6", ink: "#172125", muted: "#56615f" },
}

test("a picture takes its finding, its source and its paper along", () => {
  const { svg, width, height } = framedPicture(picture)
  expect(svg).toContain('<rect width="448"')
  expect(svg).toContain('fill="#fbfaf6"/>')
  for (const words of ["Depot North stands lowest", "It may be nothing.", "642 of 1,180 answered."])
    expect(svg).toContain(`>${words}</text>`)
  expect(svg).toContain('width="400" height="100"><svg width="400" height="100"><rect/>')
  expect(width).toBe(448)
  expect(height).toBeGreaterThan(100 + 20 + 14 + 12)
})
test("what somebody named a survey is text in the picture, never markup", () => {
  const { svg } = framedPicture({
    ...picture,
    headline: "<image href='x'/> & “more”",
    source: ['"><script>'],
  })
  expect(svg).not.toMatch(/<image|<script/)
  expect(svg).toContain("&lt;image")
  expect(svg).toContain('font-family="&quot;Inter Variable&quot;, sans-serif"')
})
test("a long headline is broken into lines inside the picture, and the chart stands below them", () => {
  const chartAt = (svg: string) => Number(/<svg x="24" y="(\d+)"/.exec(svg)?.[1])
  const long = framedPicture({ ...picture, headline: "A finding of many words ".repeat(8) })
  expect(long.svg.match(/font-size="20"/g)?.length).toBeGreaterThan(2)
  expect(chartAt(long.svg)).toBeGreaterThan(chartAt(framedPicture(picture).svg) + 40)
})
test("two dots a pixel, fewer where no canvas would hold them", () => {
  expect(dotsPerPixel(1000, 700)).toBe(2)
  expect(dotsPerPixel(1000, 40_000)).toBeCloseTo(0.4)
})
test("only the faces that hold one of the characters are put in", () => {
  expect(holdsAny("U+0000-00FF, U+2192", "abc")).toBe(true)
  expect(holdsAny("U+0370-03FF", "abc")).toBe(false)
  expect(holdsAny("U+0370-03FF", "aβ")).toBe(true)
  expect(holdsAny("U+4??", "я")).toBe(true)
  expect(holdsAny("", "abc")).toBe(true)
})
