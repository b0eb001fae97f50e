import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"

const css = readFileSync(new URL("./charts.css", import.meta.url), "utf8")

function coloursOf(selector: RegExp): Map<string, string> {
  const block = selector.exec(css)?.[1] ?? ""
  return new Map(
    [...block.matchAll(/--tl-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]),
  )
}

const light = coloursOf(/:root,\n\[data-mantine-color-scheme="light"\] \{([^}]*)\}/)
const dark = coloursOf(/\n\[data-mantine-color-scheme="dark"\] \{([^}]*)\}/)

type Rgb = [number, number, number]

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

function linearRgb(hex: string): Rgb {
  const part = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [part(1), part(3), part(5)]
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = linearRgb(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

// Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
const sight: Record<string, [Rgb, Rgb, Rgb]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** CIE L*a*b* (D65) as somebody with this sight sees the colour. */
function lab(hex: string, matrix: [Rgb, Rgb, Rgb]): Rgb {
  const source = linearRgb(hex)
  const [r = 0, g = 0, b = 0] = matrix.map((row) =>
    Math.min(1, Math.max(0, row[0] * source[0] + row[1] * source[1] + row[2] * source[2])),
  )
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function difference(a: string, b: string, matrix: [Rgb, Rgb, Rgb]): number {
  const [first, second] = [lab(a, matrix), lab(b, matrix)]
  return Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2])
}

describe.each([
  { theme: "light", colours: light },
  { theme: "dark", colours: dark },
])("the $theme palette", ({ colours }) => {
  const colour = (name: string) => colours.get(name) ?? "missing"
  const names = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)
  const scales = [names("", 5), names("heat-", 7)]

  test("words on paper reach contrast AA", () => {
    for (const name of ["ink", "muted", "line", "break", "attention-ink"])
      expect(contrast(colour(name), colour("paper")), name).toBeGreaterThanOrEqual(4.5)
  })

  test("numbers in the cells of both scales reach contrast AA", () => {
    for (const name of scales.flat())
      expect(contrast(colour(`${name}-ink`), colour(name)), name).toBeGreaterThanOrEqual(4.5)
    for (const name of names("cohort-", 4))
      expect(contrast(colour("ink"), colour(name)), name).toBeGreaterThanOrEqual(4.5)
  })

  test("words on the soft band and marks on paper can be told apart", () => {
    expect(contrast(colour("ink"), colour("line-soft"))).toBeGreaterThanOrEqual(4.5)
    for (const name of ["line", "break", "attention", "unknown"])
      expect(contrast(colour(name), colour("paper")), name).toBeGreaterThanOrEqual(3)
    expect(contrast(colour("line"), colour("line-soft"))).toBeGreaterThanOrEqual(3)
  })

  test.each(Object.entries(sight))(
    "with %s neighbours and ends of the diverging scales differ",
    (_, matrix) => {
      for (const scale of scales) {
        for (const [index, name] of scale.entries()) {
          const next = scale[index + 1]
          if (next)
            expect(difference(colour(name), colour(next), matrix), `${name} ${next}`).toBeGreaterThan(5)
          const mirrored = scale[scale.length - 1 - index] ?? name
          if (mirrored !== name)
            expect(difference(colour(name), colour(mirrored), matrix), `${name} ${mirrored}`).toBeGreaterThan(
              9,
            )
        }
      }
    },
  )

  test("vermilion is mistaken for nothing else that has a meaning", () => {
    for (const name of ["line", "attention", "1", "5", "unknown"])
      for (const matrix of [sight.normal, sight.deuteranopia, sight.protanopia])
        if (matrix) expect(difference(colour("break"), colour(name), matrix), name).toBeGreaterThan(10)
  })
})

test("both themes name the same colours", () => {
  expect(light.size).toBeGreaterThan(30)
  expect([...dark.keys()]).toEqual([...light.keys()])
})

test("only the marks of a break use vermilion", () => {
  const users = [...css.matchAll(/([^{}]+)\{[^{}]*var\(--tl-break\)[^{}]*\}/g)].map(([, selector = ""]) =>
    selector.trim(),
  )
  expect(users.length).toBeGreaterThan(0)
  for (const selector of users) expect(selector).toMatch(/tl-break/)
})
