import type { AttributeInput } from "@throughline/analysis"
import { shuffle } from "@throughline/ballot"
import type { StoredColumn } from "../surveys/stored-columns.ts"

/**
 * What people gave as the attribute, kept without their answers and without their atom: in an order of its own, so that no
 * row says anything of another column. Beside atom and answers a value would name people. Values of fewer than k count as
 * not said, and the next smallest with them while those are fewer than k.
 */
export function storedAttribute(
  { of, values }: Pick<AttributeInput, "of" | "values">,
  k: number,
): StoredColumn[] {
  const sizes = Array.from(
    { length: values.length + 1 },
    (_, value) => of.filter((one) => one === value).length,
  )
  const unsaid = new Set([values.length])
  let merged = sizes[values.length] as number
  const smallest = values.map((_, value) => value).sort((a, b) => (sizes[a] as number) - (sizes[b] as number))
  for (const value of smallest) {
    const size = sizes[value] as number
    if (size === 0) continue
    if (size >= k && (merged === 0 || merged >= k)) break
    unsaid.add(value)
    merged += size
  }
  if (merged > 0 && merged < k) return []
  return [
    {
      item: "attribute",
      values: Uint8Array.from(shuffle([...of]), (value) => (unsaid.has(value) ? values.length : value)),
    },
  ]
}
