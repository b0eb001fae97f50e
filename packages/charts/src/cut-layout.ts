import { group, max, min, rollup, sum } from "d3-array"
import { hierarchy, partition } from "d3-hierarchy"
import type { CutCohort, CutNode } from "./cut-chart.tsx"

/** Neighbouring boxes of one cohort on one layer, drawn as one. x in px. */
export interface CutRun {
  layer: number
  x0: number
  x1: number
  cohort: number | null
}

/** A manager's span, where a name may be written. */
export interface CutSpan {
  id: number
  name: string
  cohort: number | null
  layer: number
  x0: number
  x1: number
}

export interface CutLayout {
  layers: { layer: number; people: number }[]
  runs: CutRun[]
  spans: CutSpan[]
  /** cohort → tint 1..4; touching cohorts get different tints wherever four are enough */
  tints: Map<number, number>
}

interface Branch {
  node: CutNode | null
  children: Branch[]
}

/**
 * The org chart as an icicle: a manager's box spans everybody below. With thousands of people the boxes become
 * finer than a pixel, so neighbours of one cohort are joined and the drawing stays small.
 */
export function layOutCut(
  nodes: readonly CutNode[],
  cohorts: readonly CutCohort[],
  from: number,
  to: number,
): CutLayout {
  const present = new Set(nodes.map((node) => node.id))
  const byParent = group(nodes, (node) => (present.has(node.parent) ? node.parent : -1))
  const branch = (node: CutNode | null): Branch => ({
    node,
    children: (byParent.get(node ? node.id : -1) ?? []).map(branch),
  })
  const root = hierarchy(branch(null))
    .sum((item) => (item.children.length === 0 ? Math.max(1, item.node?.people ?? 0) : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.data.node?.id ?? 0) - (b.data.node?.id ?? 0))
  const placed = partition<Branch>()
    .size([to - from, 1])(root)
    .descendants()
    .flatMap((item) =>
      item.data.node
        ? [
            {
              node: item.data.node,
              manages: item.children !== undefined,
              x0: from + item.x0,
              x1: from + item.x1,
            },
          ]
        : [],
    )
  const people = rollup(
    nodes,
    (items) => sum(items, (node) => node.people),
    (node) => node.layer,
  )
  const drawn = new Set(placed.map((item) => item.node.layer))
  const runs = joinRuns(
    placed.map(({ node, x0, x1 }) => ({ layer: node.layer, x0, x1, cohort: node.cohort })),
  )
  return {
    layers: [...people]
      .filter(([layer]) => drawn.has(layer))
      .map(([layer, count]) => ({ layer, people: count }))
      .sort((a, b) => a.layer - b.layer),
    runs,
    spans: placed
      .filter((item) => item.manages)
      .map(({ node, x0, x1 }) => ({
        id: node.id,
        name: node.name,
        cohort: node.cohort,
        layer: node.layer,
        x0,
        x1,
      })),
    tints: tintCohorts(runs, cohorts),
  }
}

function joinRuns(boxes: CutRun[]): CutRun[] {
  const result: CutRun[] = []
  for (const row of group(boxes, (box) => box.layer).values()) {
    let last: CutRun | undefined
    for (const box of row.sort((a, b) => a.x0 - b.x0)) {
      if (last && last.cohort === box.cohort && box.x0 - last.x1 < 0.01) last.x1 = box.x1
      else {
        last = { ...box }
        result.push(last)
      }
    }
  }
  return result
}

/** Greedy colouring of the touching cohorts, those with most neighbours first. */
function tintCohorts(runs: readonly CutRun[], cohorts: readonly CutCohort[]): Map<number, number> {
  const neighbours = new Map<number, Set<number>>(cohorts.map((cohort) => [cohort.id, new Set()]))
  const touch = (a: number | null, b: number | null) => {
    if (a === null || b === null || a === b) return
    neighbours.get(a)?.add(b)
    neighbours.get(b)?.add(a)
  }
  const rows = group(runs, (run) => run.layer)
  for (const [layer, row] of rows) {
    for (const [index, run] of row.entries()) {
      const next = row[index + 1]
      if (next && next.x0 - run.x1 < 1) touch(run.cohort, next.cohort)
    }
    let start = 0
    const below = rows.get(layer + 1) ?? []
    for (const run of row) {
      while ((below[start]?.x1 ?? Number.POSITIVE_INFINITY) <= run.x0) start++
      for (let at = start; (below[at]?.x0 ?? Number.POSITIVE_INFINITY) < run.x1; at++)
        touch(run.cohort, below[at]?.cohort ?? null)
    }
  }
  const tints = new Map<number, number>()
  const order = [...neighbours].sort((a, b) => b[1].size - a[1].size || a[0] - b[0])
  for (const [cohort, touching] of order) {
    const uses = [1, 2, 3, 4].map((tint) => [...touching].filter((other) => tints.get(other) === tint).length)
    tints.set(cohort, 1 + uses.indexOf(min(uses) ?? 0))
  }
  return tints
}

/** The first and the deepest layer drawn. */
export function extent(layout: CutLayout): [number, number] {
  return [min(layout.layers, (item) => item.layer) ?? 1, max(layout.layers, (item) => item.layer) ?? 1]
}

/** Each cohort's widest run on which no manager's name is written: there its size may be printed. */
export function roomForSizes(runs: readonly CutRun[], named: readonly CutSpan[]): CutRun[] {
  const free = runs.filter(
    (run) =>
      run.cohort !== null &&
      !named.some((span) => span.layer === run.layer && span.x0 < run.x1 - 0.5 && span.x1 > run.x0 + 0.5),
  )
  const widest = rollup(
    free,
    (items) => items.reduce((best, run) => (run.x1 - run.x0 > best.x1 - best.x0 ? run : best)),
    (run) => run.cohort,
  )
  return [...widest.values()]
}
