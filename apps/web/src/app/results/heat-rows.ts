// Which rows the heat map has and in which order. Only what the release tells has a say in it.

import type { Cell, ReleaseGroup } from "@throughline/analysis"
import type { ViewedRelease } from "../api.ts"
import { centreOf } from "./cell-text.ts"
import { askedOf, measureName } from "./measure-names.ts"
import { cellOf, rootOf, units } from "./release-groups.ts"

/** A composite or construct, and the mean over everybody, around which its colours stand. */
export interface HeatColumn {
  id: string
  label: string
  centre: ReturnType<typeof centreOf>
  /** only people with reports were asked */
  forSome: boolean
}

export interface HeatRow {
  unit: ReleaseGroup
  /** nesting among the units shown, 0 the outermost */
  depth: number
}

export interface HeatOrder {
  by: "tree" | "name" | "size" | "measure"
  /** the measure it goes by; "" for the others */
  measure: string
  /** the highest, the largest or the last name first */
  descending: boolean
}

export const inTree: HeatOrder = { by: "tree", measure: "", descending: false }

/** Composites, then constructs in the order of the questionnaire, those asked of fewer people last. */
export function heatColumns(release: ViewedRelease): HeatColumn[] {
  const { everyone, peopleWithReports } = askedOf(release)
  return [...release.measures.composites, ...everyone, ...peopleWithReports].map(({ id }) => ({
    id,
    label: measureName(release.measures, id),
    centre: centreOf(release, id),
    forSome: peopleWithReports.some((one) => one.id === id),
  }))
}

/** Each unit right above those inside it, as they follow in the release; the root itself is no row. */
export function treeRows(release: ViewedRelease): HeatRow[] {
  const root = rootOf(release)
  const all = units(release).filter(({ id }) => id !== root)
  const known = new Set(all.map(({ id }) => id))
  const inside = new Map<string, ReleaseGroup[]>()
  for (const unit of all) {
    const above = unit.parent !== null && known.has(unit.parent) ? unit.parent : ""
    const there = inside.get(above)
    if (there) there.push(unit)
    else inside.set(above, [unit])
  }
  const rows: HeatRow[] = []
  const visit = (above: string, depth: number) => {
    for (const unit of inside.get(above) ?? []) {
      rows.push({ unit, depth })
      visit(unit.id, depth + 1)
    }
  }
  visit("", 0)
  return rows
}

/** What a unit is ranked by: its told mean; null: hidden, so it has no place. */
export type Rank = (cell: Cell, unit: string) => number | null

export const toldMean: Rank = (cell) => (cell.state === "shown" ? cell.mean : null)

/** The mean drawn towards the organization's by what is not reliable; null: the release tells none for this measure. */
export function shrunkRank(release: ViewedRelease, measure: string): Rank | null {
  const told = release.statistics?.[measure]?.units
  if (told === undefined || !Object.values(told).some(({ shrunk }) => shrunk !== null)) return null
  return (cell, unit) => (cell.state === "shown" ? (told[unit]?.shrunk ?? null) : null)
}

/** Equal ones, and last those without a figure, stay in the order of the tree: nothing hidden moves a row. */
export function ordered(
  rows: readonly HeatRow[],
  order: HeatOrder,
  rank: Rank = toldMean,
): readonly HeatRow[] {
  const sign = order.descending ? -1 : 1
  if (order.by === "tree") return rows
  if (order.by === "name") {
    const names = new Intl.Collator("en", { numeric: true, sensitivity: "base" })
    return rows.toSorted((a, b) => sign * names.compare(a.unit.name, b.unit.name))
  }
  if (order.by === "size") return rows.toSorted((a, b) => sign * (a.unit.respondents - b.unit.respondents))
  const value = (row: HeatRow) => rank(cellOf(row.unit, order.measure), row.unit.id)
  const placed = rows.flatMap((row) => {
    const at = value(row)
    return at === null ? [] : [{ row, at }]
  })
  placed.sort((a, b) => sign * (a.at - b.at))
  return [...placed.map(({ row }) => row), ...rows.filter((row) => value(row) === null)]
}

const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase()

/** Rows whose unit's name holds every word, whatever its case and accents. */
export function named(rows: readonly HeatRow[], words: string): readonly HeatRow[] {
  const wanted = plain(words).split(/\s+/u).filter(Boolean)
  if (wanted.length === 0) return rows
  return rows.filter(({ unit }) => {
    const name = plain(unit.name)
    return wanted.every((word) => name.includes(word))
  })
}
