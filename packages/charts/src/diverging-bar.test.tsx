import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { DivergingBar, divergingScale } from "./diverging-bar.tsx"
import type { Bound } from "./format.ts"

const rects = (shares: number[], all: number[][]) => {
  const svg = renderToStaticMarkup(
    <DivergingBar
      shares={shares}
      scale={divergingScale(all, 0, 400)}
      x={0}
      y={0}
      width={400}
      height={20}
      hatch="h"
    />,
  )
  return [...svg.matchAll(/<rect x="([\d.]+)" y="0" width="([\d.]+)"/g)].map(([, x, width]) => ({
    x: Number(x),
    width: Number(width) + 1,
  }))
}

test("the middles of the neutral answers stand under each other", () => {
  const rows = [
    [10, 20, 40, 20, 10],
    [0, 0, 10, 50, 40],
    [40, 40, 20, 0, 0],
  ]
  const middles = rows.map((row) => rects(row, rows)[2]).map((rect) => (rect ? rect.x + rect.width / 2 : -1))
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(0.6)
})

test("lengths are the shares", () => {
  const row = [10, 20, 30, 25, 15]
  const widths = rects(row, [row]).map((rect) => rect.width / 4)
  for (const [index, share] of row.entries()) expect(widths[index]).toBeCloseTo(share, 0)
})

test("a group too small for five answers is drawn with three, on the same middle", () => {
  const five = [10, 20, 40, 20, 10]
  const three = [30, 40, 30]
  const rows = [five, three]
  const [middleOfFive, middleOfThree] = [rects(five, rows)[2], rects(three, rows)[1]]
  expect(rects(three, rows)).toHaveLength(3)
  expect(middleOfThree?.x).toBeCloseTo(middleOfFive?.x ?? -1, 0)
  expect(rects([50, 50], rows)).toHaveLength(0)
})

test("a share that is only a bound reads as one and is outlined, whatever its value; the others are figures", () => {
  const bar = (bounds?: readonly Bound[]) =>
    renderToStaticMarkup(
      <DivergingBar
        shares={[20, 30, 50]}
        {...(bounds ? { bounds } : {})}
        scale={divergingScale([[20, 30, 50]], 0, 400)}
        x={0}
        y={0}
        width={400}
        height={20}
        hatch="h"
      />,
    )
  expect(bar(["at-most", undefined, undefined])).toContain("≤ 20<")
  expect(bar([undefined, undefined, "at-least"])).toContain("≥ 50<")
  expect(bar(["at-most", undefined, undefined]).match(/tl-bound/g)).toHaveLength(1)
  expect(bar()).not.toMatch(/[≤≥]|tl-bound/)
})
