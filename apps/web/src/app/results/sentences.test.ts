import { describe, expect, test } from "vitest"
import { breaks } from "./breaks-example.ts"
import { layer, notAsked, release, shown, step, tooFew } from "./release-example.ts"
import { coverage, largestDrop, sourceText, strongAndWeak } from "./sentences.ts"

const layers = [layer(2, shown(4)), layer(3, shown(3.9)), layer(4, shown(3.3))]
const all = (finding: { headline: string; sure: string }) => `${finding.headline} ${finding.sure}`

describe("the sentence above the picture", () => {
  test("names the largest drop, its size and its interval as a description", () => {
    const finding = largestDrop(
      release(layers, [step(2, -0.1, [-0.3, 0.1]), step(3, -0.6, [-0.8, -0.4])]),
      "all",
      "message",
    )
    expect(finding.headline).toBe("The message falls most from layer 3 to layer 4: by 0.6 scale points")
    expect(finding.sure).toBe(
      "The largest of 2 steps. 95% interval: 0.4 to 0.8 lower. Whether this is more than leaders ordinarily differ is not judged here.",
    )
  })
  test("calls the top group by its layers", () => {
    const finding = largestDrop(release(layers, [step(2, -0.5, [-0.7, -0.3])]), "all", "message")
    expect(finding.headline).toContain("from the top group (layers 1 to 2) to layer 3")
    expect(finding.sure).toContain("The only step that can be shown.")
  })
  test("claims nothing when the interval reaches zero", () => {
    const finding = largestDrop(release(layers, [step(2, -0.2, [-0.5, 0.1])]), "all", "message")
    expect(finding.headline).toBe("No drop from layer to layer stands out")
    expect(finding.sure).toContain("from 0.5 lower to 0.1 higher: it may be nothing")
  })
  test("an interval that just touches zero is not a drop either", () => {
    const finding = largestDrop(release(layers, [step(2, -0.2, [-0.4, 0])]), "all", "message")
    expect(finding.headline).toBe("No drop from layer to layer stands out")
  })
  test("a difference that rounds to nothing is no drop", () => {
    const finding = largestDrop(
      release(layers, [step(2, 0, [-0.1, 0.1]), step(3, 0.3, [0.1, 0.5])]),
      "all",
      "message",
    )
    expect(finding.headline).toBe("The message does not fall from layer to layer")
  })
  test("says that how sure cannot be told when there is no interval", () => {
    const finding = largestDrop(release(layers, [step(3, -0.6, null)]), "all", "message")
    expect(finding.headline).toContain("0.6 scale points lower")
    expect(finding.sure).toContain("cannot be told")
  })
  test("with fewer than two layers shown there is nothing to compare, and no number leaks", () => {
    const one = largestDrop(release([layer(2, shown(4)), layer(3, tooFew)], []), "all", "message")
    expect(all(one)).toMatch(/cannot be compared.*Only one layer/)
    const none = largestDrop(release([layer(2, tooFew), layer(3, tooFew)], []), "all", "message")
    expect(all(none)).toMatch(/cannot be compared.*No layer/)
    expect(all(none)).not.toMatch(/\d/)
  })
  test("what was asked of nobody here is called that, not too few", () => {
    const finding = largestDrop(release([layer(2, notAsked), layer(3, notAsked)], []), "all", "message")
    expect(finding.headline).toBe("This was not asked")
  })
  test("says where it is judged, if the measure was", () => {
    const made = { ...release(layers, [step(3, -0.6, [-0.8, -0.4])]), breaks: breaks() }
    expect(largestDrop(made, "all", "message").sure).toMatch(/is told under Breaks\.$/)
    expect(largestDrop({ ...made, breaks: breaks({ measures: [] }) }, "all", "message").sure).toMatch(
      /is not judged here\.$/,
    )
  })
  test("never speaks of a break by itself", () => {
    for (const difference of [-2, -0.6, -0.1, 0, 0.5]) {
      for (const interval of [null, [difference - 0.2, difference + 0.2]] as const) {
        const finding = largestDrop(
          release(layers, [step(3, difference, interval && [interval[0], interval[1]])]),
          "all",
          "message",
        )
        expect(all(finding)).not.toMatch(/break/i)
      }
    }
  })
  test("the first of two equal drops is named, whatever the order of the steps", () => {
    const steps = [step(3, -0.4, [-0.6, -0.2]), step(2, -0.4, [-0.6, -0.2])]
    expect(largestDrop(release(layers, steps), "all", "message").headline).toContain(
      "(layers 1 to 2) to layer 3",
    )
  })
})

describe("the line under a picture", () => {
  test("says how many of how many, when, and the smallest group", () => {
    expect(sourceText(release(layers, []))).toBe(
      "120 of 180 invited answered (67%). “Autumn”, closed 14 Nov 2026. No group below 5 is shown.",
    )
  })
  test("a unit whose groups do not hold everybody says so", () => {
    const unit = layer(9, shown(3), {
      id: "unit:9",
      kind: "unit",
      name: "Operations",
      invited: 50,
      covered: 42,
    })
    expect(coverage(unit)).toBe(", covering 42 of its 50 people")
    expect(coverage({ ...unit, covered: 50 })).toBe("")
  })
})

describe("strong and weak constructs", () => {
  const spec = (id: string) => ({ id, name: id, items: [] })
  const of = (cells: Record<string, ReturnType<typeof shown>>) => {
    const made = release([], [])
    made.measures.constructs = Object.keys(cells).map(spec)
    const first = made.groups[0]
    if (first) first.cells = cells
    return strongAndWeak({ ...made, managersOnly: ["explaining"] }, "all")
  }
  test("equal lowest ones are named together", () => {
    expect(of({ mission: shown(4), strategy: shown(3), feedback: shown(3) })).toBe(
      "Lowest: strategy and feedback. Highest: mission.",
    )
  })
  test("hidden ones are left out, and with fewer than three nothing is compared", () => {
    expect(of({ mission: shown(4), strategy: shown(3), feedback: tooFew })).toBe(
      "Too few answered to compare constructs",
    )
  })
  test("what only people with reports were asked is not ranked with what everybody was", () => {
    expect(of({ mission: shown(4), strategy: shown(3), feedback: shown(3.5), explaining: shown(2) })).toBe(
      "Lowest: strategy. Highest: mission.",
    )
  })
  test("no order is made where there is none", () => {
    expect(of({ mission: shown(3), strategy: shown(3), feedback: shown(3) })).toBe(
      "All constructs are rated alike",
    )
  })
  const bounded = (mean: number, bound: "at-least" | "at-most") =>
    shown(mean, { coded: true, bounds: { mean: bound }, interval: null })
  test("a mean that is only a bound is not ranked where it may be overtaken", () => {
    expect(of({ mission: shown(4.3), strategy: shown(3), feedback: bounded(4.1, "at-least") })).toBe(
      "Lowest: strategy.",
    )
    expect(of({ mission: shown(4), strategy: shown(3), feedback: bounded(4.1, "at-least") })).toBe(
      "Lowest: strategy. Highest: feedback.",
    )
    const all = bounded(4.1, "at-least")
    expect(of({ mission: all, strategy: all, feedback: all })).toBe(
      "Which construct is lowest or highest cannot be told",
    )
  })
  test("the only construct is said as the bound that it is", () => {
    const made = release([], [])
    if (made.groups[0]) made.groups[0].cells = { strategy: bounded(4.1, "at-least") }
    expect(strongAndWeak(made, "all")).toBe("Strategy: ≥ 4.1 of 5")
  })
})

test("layers whose means are only bounds are not called too few", () => {
  const cell = shown(4.1, { coded: true, bounds: { mean: "at-least" }, interval: null })
  const finding = largestDrop(release([layer(2, cell), layer(3, shown(3.9))], []), "all", "message")
  expect(all(finding)).toMatch(/cannot be compared.*“at least” or “at most”/)
  const apart = largestDrop(release([layer(2, shown(4)), layer(4, shown(3.9))], []), "all", "message")
  expect(all(apart)).toMatch(/cannot be compared.*No two layers that follow each other/)
})
