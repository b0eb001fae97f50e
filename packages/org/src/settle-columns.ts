import { idColumns } from "./columns.ts"
import { looseId } from "./find-person.ts"
import { headerKey } from "./header-key.ts"
import { ADDRESS } from "./identify.ts"
import type { ColumnMap } from "./person.ts"
import type { Rows } from "./read-rows.ts"

/** Headers that name a person in one system and number them in the next. */
const NAME_OR_NUMBER = /^(employee|worker|person|participant)$/
const NUMBER = /^\S*\d\S*$/

/**
 * What headers leave open is settled by what stands below them: a `Participant` may be a name, a number or an address;
 * a manager's id may be any of several ids of the file; ids may be addresses. What HR chose by hand stays.
 */
export function settleColumns(found: ColumnMap, rows: Rows, chosen: ColumnMap = {}): ColumnMap {
  const columns = { ...found }
  const cells = (header: string) => {
    const index = rows.headers.indexOf(header)
    return rows.cells.map((row) => row[index] ?? "").filter((cell) => cell !== "")
  }
  const mostly = (header: string, form: RegExp) => {
    const filled = cells(header)
    return filled.length > 0 && filled.filter((cell) => form.test(cell)).length * 2 > filled.length
  }

  const { name } = columns
  if (name !== undefined && chosen.name === undefined && NAME_OR_NUMBER.test(headerKey(name))) {
    const isMail = mostly(name, ADDRESS)
    if (isMail || mostly(name, NUMBER)) delete columns.name
    if (isMail && chosen.email === undefined) columns.email ??= name
    else if (columns.name === undefined && chosen.employeeId === undefined) columns.employeeId ??= name
  }

  const ids = idColumns(rows.headers).filter(
    (header) => header === columns.employeeId || !Object.values(columns).includes(header),
  )
  const manager = columns.managerId ?? columns.manager
  if (chosen.employeeId === undefined && manager !== undefined && ids.length > 1) {
    const named = cells(manager).map(looseId)
    const score = (header: string | undefined) => {
      if (header === undefined) return 0
      const known = new Set(cells(header).map(looseId))
      return named.filter((id) => known.has(id)).length
    }
    const best = ids.reduce<string | undefined>(
      (best, header) => (score(header) > score(best) ? header : best),
      undefined,
    )
    // Row numbers meet many a short number by chance: the more telling header goes unless it hardly ever fits.
    if (score(columns.employeeId) * 2 < score(best)) columns.employeeId = best
  }

  if (columns.email === undefined && chosen.email === undefined) {
    const mail = [columns.employeeId ?? [], ids].flat().find((header) => mostly(header, ADDRESS))
    if (mail !== undefined) columns.email = mail
  }
  return columns
}
