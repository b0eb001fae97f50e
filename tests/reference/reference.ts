import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type Case, type Folder, parseTable, type Table } from "./case.ts"
import { differences } from "./compare.ts"
import { engine } from "./engine.ts"
import { scanOutcomes, type TreeCase } from "./scan.ts"

/** What came of one case: the figures that are wrong, none when it passed. */
export interface Outcome {
  id: string
  wrong: string[]
}

/** Every case of a folder's expected.json, in its order, and every tree of its treescan_fixture.json; none where there is no such file. */
export function runReference(folder: string): Outcome[] {
  const cases = read<Case>(folder, "expected.json")
  const tables = new Map<string, Table>()
  const given: Folder = {
    cases,
    table: (name) => {
      const table = tables.get(name) ?? parseTable(readFileSync(join(folder, name), "utf8"))
      tables.set(name, table)
      return table
    },
  }
  return [
    ...cases.map((one) => ({ id: one.id, wrong: failures(one, given) })),
    ...read<TreeCase>(folder, "treescan_fixture.json").flatMap(scanOutcomes),
  ]
}

function read<T>(folder: string, name: string): T[] {
  const file = join(folder, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).cases : []
}

/** A case that cannot be read fails like one that is wrong; the others are told all the same. */
function failures(one: Case, folder: Folder): string[] {
  try {
    const answer = engine[one.fn]?.(one, folder)
    return answer ? differences(answer, one.expected, one.tol) : [`nothing computes ${one.fn}`]
  } catch (error) {
    return [String(error)]
  }
}
