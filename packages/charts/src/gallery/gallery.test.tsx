import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, test } from "vitest"
import { textWidth } from "../text-width.ts"
import { examples } from "./examples.ts"

interface Box {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ""

const plain = (text: string): string =>
  text
    .replace(/[\u2066-\u2069]/g, "")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'")

/** Where each label stands, by the same widths the layout counts with. */
function labels(svg: string): Box[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, tag = "", content = ""]) => {
    const text = plain(content)
    const size = Number(attribute(tag, "font-size"))
    const width = textWidth(text, size, Number(attribute(tag, "font-weight") || 400))
    const x = Number(attribute(tag, "x"))
    const y = Number(attribute(tag, "y"))
    const anchor = attribute(tag, "text-anchor")
    const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x
    return { text, left, right: left + width, top: y - size * 0.74, bottom: y + size * 0.22 }
  })
}

function overlapping(boxes: Box[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        return across > 1 && down > 2
      })
      .map((b) => `${a.text} / ${b.text}`),
  )
}

const frames = (svg: string) => {
  const tag = /<svg[^>]*>/.exec(svg)?.[0] ?? ""
  const [, , width, height] = attribute(tag, "viewBox").split(" ").map(Number)
  return { tag, width: width ?? 0, height: height ?? 0 }
}

describe.each(examples.map((example) => ({ example, id: example.id })))("$id", ({ example }) => {
  test.each(example.widths)("at %i px every number is a number", (width) => {
    const svg = renderToStaticMarkup(example.draw(width))
    expect(svg).not.toMatch(/NaN|Infinity|undefined|\bnull\b/)
    expect(svg).not.toMatch(/ (?:width|height|r)="-/)
  })

  test.each(example.widths)("at %i px no label leaves the picture and none lies on another", (width) => {
    const svg = renderToStaticMarkup(example.draw(width))
    const frame = frames(svg)
    const boxes = labels(svg)
    const outside = boxes.filter(
      (box) =>
        box.left < -0.5 || box.right > frame.width + 0.5 || box.top < -1 || box.bottom > frame.height + 0.5,
    )
    expect(outside.map((box) => box.text)).toEqual([])
    expect(overlapping(boxes)).toEqual([])
  })

  test("has a name and a description, and what can be chosen can be reached and is named", () => {
    const svg = renderToStaticMarkup(example.draw(example.widths[0] ?? 390))
    const { tag } = frames(svg)
    expect(svg).toMatch(/<title[^>]*>[^<]+<\/title>/)
    const buttons = [...svg.matchAll(/<(?:g|rect)[^>]*role="button"[^>]*>/g)].map(([button]) => button)
    expect(attribute(tag, "role")).toBe(buttons.length > 0 ? "group" : "img")
    // In the icicle the tab key stops once; arrow keys lead on from there.
    if (buttons.length > 0)
      expect(buttons.filter((button) => attribute(button, "tabindex") === "0")).toHaveLength(
        example.chart === "Icicle" ? 1 : buttons.length,
      )
    for (const button of buttons) {
      expect(attribute(button, "aria-label").length).toBeGreaterThan(2)
    }
    if (example.chart !== "LineMark") expect(svg).toMatch(/<desc[^>]*>[^<]{20,}<\/desc>/)
  })

  test("vermilion is there when a break is confirmed, and never else", () => {
    const svg = renderToStaticMarkup(example.draw(example.widths[0] ?? 390))
    expect(/tl-break/.test(svg)).toBe(example.confirmed === true)
  })

  test.each(example.widths.filter((width) => width === 390 || width === 1100))(
    "at %i px looks as it did",
    async (width) => {
      const svg = renderToStaticMarkup(example.draw(width))
        .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
        .replaceAll("><", ">\n<")
      await expect(`${svg}\n`).toMatchFileSnapshot(`./__snapshots__/${example.id}-${width}.svg`)
    },
  )
})

test("every chart has an ordinary example and all ids differ", () => {
  expect(new Set(examples.map((example) => example.chart)).size).toBe(23)
  expect(new Set(examples.map((example) => example.id)).size).toBe(examples.length)
})
