import type { ReleaseGroup } from "@throughline/analysis"
import { heatClass } from "@throughline/charts"
import { Link } from "wouter"
import { points } from "../format.ts"
import { hiddenText, meanText } from "./cell-text.ts"
import classes from "./heat-grid.module.css"
import type { HeatColumn } from "./heat-rows.ts"
import { cellOf } from "./release-groups.ts"

/** Where a cell stands in the grid, and whether Tab leads to it. */
export interface Spot {
  tabIndex: number
  onFocus: () => void
  "data-active"?: string
}

/** One mean on its colour, leading to its layers; hatched where it is hidden, dashed where it is only a bound. */
export function HeatCell(props: {
  unit: ReleaseGroup
  name: string
  column: HeatColumn
  /** counted from 1 */
  at: number
  href: string
  spot: Spot
}) {
  const { unit, name, column, spot } = props
  const cell = cellOf(unit, column.id)
  if (cell.state === "hidden")
    return (
      <td aria-colindex={props.at} className={classes.cell}>
        <span className={classes.hidden} title={hiddenText(cell)} {...spot}>
          <span className={classes.said}>{hiddenText(cell)}</span>
        </span>
      </td>
    )
  const bound = cell.bounds?.mean !== undefined
  const heat = column.centre === null ? 4 : heatClass(cell.mean, column.centre.mean)
  const colours = bound
    ? { background: `color-mix(in srgb, var(--tl-heat-${heat}) 30%, var(--tl-paper))` }
    : { background: `var(--tl-heat-${heat})`, color: `var(--tl-heat-${heat}-ink)` }
  const range = cell.interval ? ` (${points(cell.interval.low)} to ${points(cell.interval.high)})` : ""
  return (
    <td aria-colindex={props.at} className={classes.cell}>
      <Link
        href={props.href}
        className={bound ? `${classes.figure} ${classes.bound}` : classes.figure}
        style={colours}
        title={`${name}, ${column.label}: ${meanText(cell)}${range}`}
        {...spot}
      >
        {meanText(cell)}
      </Link>
    </td>
  )
}
