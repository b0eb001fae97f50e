import type { Person } from "./person.ts"

/** A person for tests: only the place in the chart is told. */
export function person(id: string, managerId: string | null, more: Partial<Person> = {}): Person {
  return {
    ...{
      id,
      row: 2,
      name: `Name ${id}`,
      email: `${id}@example.com`,
      title: "",
      department: "",
      location: "",
    },
    ...{ language: null, managerId, active: true },
    ...more,
  }
}

/** `staff("vp", 3)`: vp-1, vp-2, vp-3, who report to vp. */
export function staff(managerId: string, count: number, more: Partial<Person> = {}): Person[] {
  return Array.from({ length: count }, (_, i) => person(`${managerId}-${i + 1}`, managerId, more))
}
