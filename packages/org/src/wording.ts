import type { Draft } from "./draft.ts"

/** “Row 12 (Ada Example)”; a vacant post that a repair made has no row: “The vacant post “Ada Example””. */
export function rowOf(draft: Pick<Draft, "person">): string {
  const { row } = draft.person
  const name = short(draft.person.name)
  return row < 0 ? `The vacant post “${name}”` : `Row ${row} (${name})`
}

/** “Ada Example (row 12)”. */
export function nameOf(draft: Pick<Draft, "person">): string {
  const { row } = draft.person
  const name = short(draft.person.name)
  return row < 0 ? `the vacant post “${name}”` : `${name} (row ${row})`
}

/** “3 people”, “1 person”. */
export function peopleCount(count: number): string {
  return count === 1 ? "1 person" : `${grouped(count)} people`
}

/** “3 people report”, “1 person reports”. */
export function peopleReport(count: number): string {
  return `${peopleCount(count)} report${count === 1 ? "s" : ""}`
}

export function rowCount(count: number): string {
  return count === 1 ? "1 row" : `${grouped(count)} rows`
}

/** 200000 → “200,000”, wherever this runs. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",")
}

/** A cell in a sentence: a long one is cut. */
export function quoted(text: string): string {
  return `“${short(text)}”`
}

export function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
