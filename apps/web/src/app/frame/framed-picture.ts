// A picture that leaves the page takes its finding and its source along. Pure: text in, SVG text out.

import { wrapWords } from "@throughline/charts"

export interface FramedPicture {
  /** the chart as serialised SVG, every style inline; and its size in px */
  chart: string
  width: number
  height: number
  headline: string
  sure: string
  /** one paragraph each */
  source: readonly string[]
  /** @font-face rules with the font inside: a picture loads nothing */
  fonts: string
  colours: { paper: string; ink: string; muted: string }
  /** CSS font-family */
  family: string
}

const EDGE = 24

/** The headline and how sure above the chart, the source below, on paper; and the whole size in px. */
export function framedPicture(picture: FramedPicture): { svg: string; width: number; height: number } {
  const { colours, family } = picture
  const inner = Math.max(picture.width, 320)
  const width = inner + 2 * EDGE
  const lines: string[] = []
  let y = EDGE
  const write = (words: string, size: number, weight: number, fill: string) => {
    for (const line of words === "" ? [] : wrapWords(words, inner, size, 12, weight)) {
      y += Math.round(size * 1.35)
      lines.push(
        `<text x="${EDGE}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(line)}</text>`,
      )
    }
  }
  write(picture.headline, 20, 620, colours.ink)
  if (picture.sure !== "") y += 4
  write(picture.sure, 14, 400, colours.muted)
  y += 20
  const chartY = y
  y += picture.height + 8
  for (const paragraph of picture.source) write(paragraph, 12, 400, colours.muted)
  const height = y + EDGE
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(family)}" style="font-variant-numeric:tabular-nums">`,
    picture.fonts === "" ? "" : `<style>${picture.fonts}</style>`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...lines,
    `<svg x="${EDGE}" y="${chartY}" width="${picture.width}" height="${picture.height}">${picture.chart}</svg>`,
    "</svg>",
  ].join("")
  return { svg, width, height }
}

/** How much larger than a CSS pixel a dot is: 2, or as much as a canvas of 16,000 dots a side holds. */
export const dotsPerPixel = (width: number, height: number): number =>
  Math.min(2, 16_000 / Math.max(width, height))

/** Does a face with this `unicode-range` hold one of these characters? One without a range holds all. */
export function holdsAny(range: string, characters: Iterable<string>): boolean {
  const spans = range
    .split(",")
    .map((part) => /^\s*U\+([0-9a-f?]+)(?:-([0-9a-f]+))?\s*$/i.exec(part))
    .flatMap((found) => {
      const [, from = "", to] = found ?? []
      if (from === "") return []
      const first = Number.parseInt(from.replaceAll("?", "0"), 16)
      return [[first, Number.parseInt(to ?? from.replaceAll("?", "F"), 16)] as const]
    })
  if (spans.length === 0) return true
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0
    if (spans.some(([from, to]) => from <= code && code <= to)) return true
  }
  return false
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}
