import type { ReleaseGroup } from "@throughline/analysis"
import { textWidth } from "@throughline/charts"
import { Fragment, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react"
import { Link } from "wouter"
import type { ViewedRelease } from "../api.ts"
import { count } from "../format.ts"
import { HeatCell, type Spot } from "./heat-cells.tsx"
import classes from "./heat-grid.module.css"
import type { HeatColumn, HeatOrder, HeatRow } from "./heat-rows.ts"
import { groupOf, rootOf } from "./release-groups.ts"
import { moved, rowWindow, scrolledTo } from "./row-window.ts"

/** px, as in the style sheet */
const ROW = 34
const HEAD = 72
/** px; more rows than this holds scroll inside. */
const TALLEST = 578

export interface HeatGridProps {
  release: ViewedRelease
  rows: readonly HeatRow[]
  columns: readonly HeatColumn[]
  order: HeatOrder
  onOrder: (by: "name" | "size" | "measure", measure: string) => void
  /** in the order of the tree, units inside others stand further in */
  indented: boolean
  label: string
  width: number
}

/**
 * Units by constructs with every number printed. Of thousands of rows only those in view are in the page; arrow keys,
 * Page Up and Down, Home and End lead through all of them, and the grid says how many there are.
 */
export function HeatGrid(props: HeatGridProps) {
  const { release, rows, columns, width } = props
  const view = useRef<HTMLElement>(null)
  const [scrolled, setScrolled] = useState(0)
  const [at, setAt] = useState({ row: 0, column: 0 })
  // Counts the moves by key: when the cell has come into the page, it takes the focus.
  const [moves, setMoves] = useState(0)
  const whole = groupOf(release, rootOf(release))
  const heads = headsOf(columns, columns.length === 1)
  const before = heads.length - columns.length
  const fixed = whole ? 2 : 1
  const lines = rows.length + fixed
  const room = Math.min(TALLEST, rows.length * ROW)
  const active = { row: Math.min(at.row, lines - 1), column: Math.min(at.column, heads.length - 1) }

  useLayoutEffect(() => {
    if (moves > 0) view.current?.querySelector<HTMLElement>("[data-active]")?.focus({ preventScroll: true })
  }, [moves])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || view.current === null) return
    const page = Math.max(1, Math.floor(room / ROW) - 1)
    const next = moved(event.key, event.ctrlKey, active, lines, heads.length, page)
    if (next === undefined) return
    event.preventDefault()
    const box = view.current
    if (next.row >= fixed) box.scrollTop = scrolledTo(next.row - fixed, box.scrollTop, room, ROW)
    const cell = box.querySelectorAll<HTMLElement>("thead th")[next.column]
    if (cell && next.column > 0) {
      const frozen = box.querySelector<HTMLElement>("thead th")?.offsetWidth ?? 0
      const [left, right] = [cell.offsetLeft - frozen, cell.offsetLeft + cell.offsetWidth - box.clientWidth]
      box.scrollLeft = Math.max(right, Math.min(left, box.scrollLeft))
    }
    setAt(next)
    setScrolled(box.scrollTop)
    setMoves(moves + 1)
  }
  const spot = (row: number, column: number): Spot => {
    const here = row === active.row && column === active.column
    return {
      tabIndex: here ? 0 : -1,
      ...(here ? { "data-active": "" } : {}),
      onFocus: () => (here ? undefined : setAt({ row, column })),
    }
  }
  const line = (unit: ReleaseGroup, depth: number, index: number) => {
    const name = unit.id === whole?.id ? "Everybody" : unit.name
    const link = (measure = "") =>
      `/results/${release.survey.id}?group=${encodeURIComponent(unit.id)}&measure=${encodeURIComponent(measure)}`
    return (
      <tr
        key={unit.id}
        aria-rowindex={index + 1}
        className={unit.id === whole?.id ? classes.whole : undefined}
      >
        <th scope="row" aria-colindex={1} className={classes.name}>
          <Link
            href={link(columns[0]?.id)}
            title={name}
            style={props.indented ? { paddingInlineStart: `${Math.min(5, depth) * 0.875}rem` } : {}}
            {...spot(index, 0)}
          >
            {name}
          </Link>
        </th>
        {before === 2 && (
          <td aria-colindex={2} className={classes.count} {...spot(index, 1)}>
            {count(unit.respondents)}
          </td>
        )}
        {columns.map((column, nth) => (
          <HeatCell
            key={column.id}
            {...{ unit, name, column }}
            at={nth + before + 1}
            href={link(column.id)}
            spot={spot(index, nth + before)}
          />
        ))}
      </tr>
    )
  }
  const sizes = columnSizes(width, columns)
  return (
    <section
      ref={view}
      className={classes.view}
      style={{ maxHeight: HEAD + ROW * (fixed - 1) + TALLEST }}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
      aria-label={props.label}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern, on a real table
        role="grid"
        aria-label={props.label}
        aria-rowcount={lines}
        aria-colcount={heads.length}
        className={classes.grid}
        style={{ width: sizes.total }}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {heads.map(({ id }, nth) => (
            <col
              key={id}
              style={{ width: nth === 0 ? sizes.name : nth < before ? sizes.count : sizes.figure }}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {heads.map((head, nth) => {
              const sorted = sortOf(props.order, head)
              return (
                <th
                  key={head.id}
                  scope="col"
                  aria-colindex={nth + 1}
                  aria-sort={sorted}
                  className={nth === 0 ? classes.name : undefined}
                >
                  <button
                    type="button"
                    onClick={() => props.onOrder(head.by, head.measure)}
                    {...spot(0, nth)}
                  >
                    {head.label}
                    <span aria-hidden="true">{{ ascending: " ↑", descending: " ↓", none: "" }[sorted]}</span>
                  </button>
                </th>
              )
            })}
          </tr>
          {whole && line(whole, 0, 1)}
        </thead>
        <tbody>
          {drawnRows(rowWindow(scrolled, room, ROW, rows.length), active.row - fixed).map(
            ({ index, skipped }) => {
              const row = rows[index]
              return (
                <Fragment key={row?.unit.id ?? "end"}>
                  {skipped > 0 && (
                    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: room for rows that are not drawn; it takes no focus
                    <tr aria-hidden="true" style={{ height: skipped * ROW }}>
                      <td colSpan={heads.length} />
                    </tr>
                  )}
                  {row && line(row.unit, row.depth, index + fixed)}
                </Fragment>
              )
            },
          )}
        </tbody>
      </table>
    </section>
  )

  /** The rows in view and the one that has the focus, each with how many are left out before it; last the end. */
  function drawnRows({ from, to }: { from: number; to: number }, focused: number) {
    const indexes = Array.from({ length: to - from }, (_, nth) => from + nth)
    if (focused >= 0 && focused < from) indexes.unshift(focused)
    if (focused >= to && focused < rows.length) indexes.push(focused)
    indexes.push(rows.length)
    return indexes.map((index, nth) => ({ index, skipped: index - ((indexes[nth - 1] ?? -1) + 1) }))
  }
}

interface Head {
  id: string
  by: "name" | "size" | "measure"
  measure: string
  label: string
}

function headsOf(columns: readonly HeatColumn[], narrow: boolean): Head[] {
  const size: Head = { id: "size", by: "size", measure: "", label: "Answered" }
  return [
    { id: "name", by: "name", measure: "", label: "Unit" },
    ...(narrow ? [] : [size]),
    ...columns.map(({ id, label }): Head => ({ id: `measure ${id}`, by: "measure", measure: id, label })),
  ]
}

const sortOf = (order: HeatOrder, head: Head) =>
  order.by !== head.by || order.measure !== head.measure
    ? "none"
    : order.descending
      ? "descending"
      : "ascending"

/** px. What the names need not is shared by the figures; where even that is too little, the grid scrolls sideways. */
function columnSizes(width: number, shown: readonly HeatColumn[]) {
  const columns = shown.length
  if (columns === 1) return { name: width - 112, count: 0, figure: 112, total: width }
  const count = 76
  // No word of a head, 11 px high, is broken; 5 px beside it.
  const words = shown.flatMap(({ label }) => label.split(/[\s-]+/u))
  const least = Math.min(132, Math.max(76, ...words.map((word) => Math.ceil(textWidth(word, 11)) + 5)))
  const name = Math.max(168, Math.min(300, width - count - columns * least))
  const figure = Math.max(least, Math.floor((width - name - count) / columns))
  return { name, count, figure, total: name + count + figure * columns }
}
