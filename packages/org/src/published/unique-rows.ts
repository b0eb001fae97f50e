import type { NumberedRow } from "./read-row.ts"
import type { PublishedColumns, PublishedIssue } from "./types.ts"

/**
 * Rows of which there is one only. Two rows of the same wave, group, layer, code and question are both refused, by
 * name, alike or not: nobody can say here which of them is meant. So is a row whose layer stands elsewhere in the
 * order than in most rows of its wave and group.
 */
export function uniqueRows(
  read: readonly NumberedRow[],
  columns: PublishedColumns,
): { rows: NumberedRow[]; issues: PublishedIssue[] } {
  const spelt = read.map(oneSpelling())
  const issues: PublishedIssue[] = []
  const refused = new Set<number>()
  const refuse = (number: number, code: "not-unique" | "layer-order", column: string, why: string) => {
    if (refused.has(number)) return
    refused.add(number)
    issues.push({ code, row: number, column, message: `Row ${number} is not counted: ${why}.`, repair: null })
  }

  const keyColumns = ["wave", "group", "level", "code", "question"] as const
  const named = [...new Set(keyColumns.flatMap((field) => columns[field] ?? []))].join(", ")
  const same = Map.groupBy(spelt, ({ row }) => JSON.stringify(keyColumns.map((field) => row[field])))
  for (const rows of same.values()) {
    if (rows.length < 2) continue
    for (const { number } of rows) {
      const others = rows.map((other) => other.number).filter((other) => other !== number)
      const list = `${others.slice(0, 5).join(", ")}${others.length > 5 ? " …" : ""}`
      const which = others.length === 1 ? `row ${list} is` : `rows ${list} are`
      refuse(number, "not-unique", named, `${which} of the same ${named.replace(/, ([^,]*)$/, " and $1")}`)
    }
  }

  const places = Map.groupBy(spelt, ({ row }) => JSON.stringify([row.wave, row.group]))
  for (const rows of places.values()) {
    // Units are in no order.
    if (rows[0]?.row.order === null) continue
    const pairs = Map.groupBy(rows, ({ row }) => JSON.stringify([row.level, row.order]))
    const counts = [...pairs.values()].map((of) => ({ of, row: (of[0] as NumberedRow).row }))
    for (const { of, row } of counts) {
      const rival = counts.find(
        (other) =>
          other.row !== row &&
          (other.row.level === row.level || other.row.order === row.order) &&
          other.of.length >= of.length,
      )
      if (!rival) continue
      const why = `“${row.level}” has the place ${row.order} here, but in other rows of the same wave and group “${rival.row.level}” has the place ${rival.row.order}`
      for (const { number } of of) refuse(number, "layer-order", columns.order ?? "", why)
    }
  }
  return { rows: spelt.filter(({ number }) => !refused.has(number)), issues }
}

/** Texts that differ in case only are one text, spelt as where it came first. */
function oneSpelling(): (read: NumberedRow) => NumberedRow {
  const first = new Map<string, string>()
  const spell = (text: string) => {
    const key = text.normalize("NFC").toLowerCase()
    const known = first.get(key)
    if (known !== undefined) return known
    first.set(key, text)
    return text
  }
  return ({ number, row }) => ({
    number,
    row: {
      ...row,
      ...{ wave: row.wave && spell(row.wave), group: row.group && spell(row.group), level: spell(row.level) },
      ...{ code: row.code && spell(row.code), question: spell(row.question) },
    },
  })
}
