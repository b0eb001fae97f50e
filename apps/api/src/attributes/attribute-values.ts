import type { AttributeColumn, AttributeValue } from "@throughline/instrument"
import type { OrgChart } from "@throughline/org"

/** A column as a question: its values in the order of asking, and how many invited people the people file gives each. */
export interface ColumnValues {
  column: AttributeColumn
  values: { value: AttributeValue; people: number }[]
  /** Invited people whose value was joined into "Other", of so many different values. */
  joined: { people: number; values: number }
  /** Invited people of whom the file says nothing. */
  none: number
  refused: "too-few" | "too-many" | null
}

const MOST = 12

/**
 * What a survey could ask of one column. A value that fewer than k + 3 invited people have could never be shown and would
 * only mark those who have it: such values are joined into "Other". Two values are needed, and more than twelve are no
 * question any more. Ties go by the alphabet; letters' case and spaces do not make another value.
 */
export function columnValues(
  chart: OrgChart,
  invited: readonly boolean[],
  column: AttributeColumn,
  k: number,
): ColumnValues {
  const count = new Map<string, { value: string; people: number }>()
  let none = 0
  chart.people.forEach((person, position) => {
    if (!invited[position]) return
    const key = keyOf(person[column])
    if (key === "") none++
    else {
      const found = count.get(key) ?? { value: tidy(person[column]), people: 0 }
      count.set(key, { ...found, people: found.people + 1 })
    }
  })
  const all = [...count.values()].sort((a, b) => b.people - a.people || (a.value < b.value ? -1 : 1))
  const kept = all.filter(({ people }) => people >= k + 3)
  const small = all.slice(kept.length)
  const joined = { people: small.reduce((sum, { people }) => sum + people, 0), values: small.length }
  const values: ColumnValues["values"] = [
    ...kept,
    ...(joined.values > 0 ? [{ value: null, people: joined.people }] : []),
  ]
  const refused =
    kept.length === 0 || values.length < 2 ? "too-few" : values.length > MOST ? "too-many" : null
  return { column, values, joined, none, refused }
}

/** By position the place of the person's value; null: the file says nothing, or the person is not invited. */
export function valuesByPosition(
  chart: OrgChart,
  invited: readonly boolean[],
  { column, values }: ColumnValues,
): (number | null)[] {
  const places = new Map(
    values.flatMap(({ value }, at) => (value === null ? [] : [[keyOf(value), at] as const])),
  )
  const other = values.findIndex(({ value }) => value === null)
  return chart.people.map((person, position) => {
    const key = keyOf(person[column])
    if (!invited[position] || key === "") return null
    const at = places.get(key) ?? other
    return at < 0 ? null : at
  })
}

const tidy = (text: string) => text.replace(/\s+/g, " ").trim()
const keyOf = (text: string) => tidy(text).toLowerCase()
