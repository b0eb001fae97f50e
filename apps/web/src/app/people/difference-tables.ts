import type { ComparedField, Difference, Person, StoredPerson } from "@throughline/org"
import type { FigureTable } from "../frame/figure.tsx"

const fieldWords: Record<ComparedField, string> = {
  name: "Name",
  email: "E-mail",
  title: "Job title",
  department: "Department",
  location: "Location",
  language: "Language",
}

/** One row a person, or a change of a person. */
export interface DifferenceTable extends FigureTable {
  people: number
}

/** Who joins, who leaves, who gets another manager and what changes about whom, each kind as a table. */
export function differenceTables(
  difference: Difference,
  stored: readonly StoredPerson[],
  people: readonly Person[],
): DifferenceTable[] {
  const before = new Map(stored.map((person) => [person.id, person]))
  const after = new Map(people.map((person) => [person.id, person]))
  const named = (id: string, who: ReadonlyMap<string, StoredPerson | Person>) => who.get(id)?.name ?? id
  const manager = (person: StoredPerson | undefined, who: ReadonlyMap<string, StoredPerson | Person>) =>
    person?.managerId && person.managerId !== person.id ? named(person.managerId, who) : ""
  const moves = [
    ...difference.moved.map(({ id, from, to }) => [id, named(from, before), named(to, after)]),
    ...difference.attached.map(({ id, to }) => [id, "nobody", named(to, after)]),
    ...difference.detached.map(({ id, from }) => [id, named(from, before), "nobody"]),
  ]
  const tables: DifferenceTable[] = [
    {
      caption: "Joined",
      people: difference.joined.length,
      columns: ["Name", "Job title", "Reports to", "Id"],
      rows: difference.joined.map((id) => {
        const person = after.get(id)
        return [person?.name ?? id, person?.title ?? "", manager(person, after), id]
      }),
    },
    {
      caption: "Left",
      people: difference.left.length,
      columns: ["Name", "Job title", "Reported to", "Id"],
      rows: difference.left.map((id) => {
        const person = before.get(id)
        return [person?.name ?? id, person?.title ?? "", manager(person, before), id]
      }),
    },
    {
      caption: "Another manager",
      people: moves.length,
      columns: ["Name", "Before", "Now", "Id"],
      rows: moves.map(([id = "", from = "", to = ""]) => [named(id, after), from, to, id]),
    },
    {
      caption: "Changed",
      people: difference.changed.length,
      columns: ["Name", "What", "Before", "Now", "Id"],
      rows: difference.changed.flatMap(({ id, fields }) =>
        fields.map(({ field, from, to }) => [named(id, after), fieldWords[field], from, to, id]),
      ),
    },
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}
