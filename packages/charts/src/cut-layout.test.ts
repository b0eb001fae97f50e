import { describe, expect, test } from "vitest"
import { layOutCut } from "./cut-layout.ts"
import { madeUpCut } from "./gallery/made-up-chart.ts"

const node = (id: number, parent: number, layer: number, people: number, cohort: number | null) => ({
  id,
  parent,
  layer,
  people,
  cohort,
  name: `${id}`,
})

const cohort = (id: number) => ({ id, label: `${id}`, size: 8, kind: "pure" as const })

describe("the org chart as an icicle", () => {
  test("gives a manager the width of the people below", () => {
    const { spans } = layOutCut(
      [
        node(0, -1, 1, 1, 0),
        node(1, 0, 2, 1, 0),
        node(2, 1, 3, 30, 1),
        node(3, 0, 2, 1, 0),
        node(4, 3, 3, 10, 2),
      ],
      [0, 1, 2].map(cohort),
      0,
      400,
    )
    const width = (id: number) => spans.filter((span) => span.id === id).map((span) => span.x1 - span.x0)[0]
    expect([width(0), width(1), width(3)]).toEqual([400, 300, 100])
  })

  test("joins neighbours of one cohort and gives touching cohorts different tints", () => {
    const { runs, tints } = layOutCut(
      [node(0, -1, 1, 1, 0), node(1, 0, 2, 9, 1), node(2, 0, 2, 8, 1), node(3, 0, 2, 7, 2)],
      [0, 1, 2].map(cohort),
      0,
      240,
    )
    expect(runs.filter((run) => run.cohort === 1)).toHaveLength(1)
    expect(new Set([tints.get(0), tints.get(1), tints.get(2)]).size).toBe(3)
  })

  test("leaves out who hangs on a loop and takes an absent manager's reports as tops, without an error", () => {
    const { spans, layers } = layOutCut(
      [node(1, 2, 1, 1, 0), node(2, 1, 2, 1, 0), node(3, 99, 2, 1, 0), node(4, 3, 3, 5, 0)],
      [cohort(0)],
      0,
      100,
    )
    expect(spans.map((span) => span.id)).toEqual([3])
    expect(layers).toEqual([
      { layer: 2, people: 2 },
      { layer: 3, people: 5 },
    ])
  })

  test("of 10,000 people is laid out in well under a second", () => {
    const { nodes, cohorts } = madeUpCut(10_000)
    const start = performance.now()
    const { runs } = layOutCut(nodes, cohorts, 0, 1100)
    expect(performance.now() - start).toBeLessThan(900)
    expect(runs.length).toBeLessThan(nodes.length)
  })
})
