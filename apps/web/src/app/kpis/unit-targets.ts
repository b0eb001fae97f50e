// What a label can stand for, as a list to choose from.

import type { KpiUnits, UnitTarget } from "../api.ts"

/** A target as the value of an option. */
export function keyOfTarget(target: UnitTarget): string {
  if (target.kind === "unit") return `unit:${target.personId}`
  return target.kind === "department" ? `department:${target.department}` : target.kind
}

export function targetOfKey(key: string): UnitTarget {
  if (key.startsWith("unit:")) return { kind: "unit", personId: key.slice("unit:".length) }
  if (key.startsWith("department:"))
    return { kind: "department", department: key.slice("department:".length) }
  return key === "whole" ? { kind: "whole" } : { kind: "none" }
}

export function targetOptions({ units, departments }: KpiUnits["targets"]) {
  return [
    {
      group: "Units, with who heads them",
      items: units.map(({ personId, name, head }) => ({
        value: keyOfTarget({ kind: "unit", personId }),
        label: name === head ? name : `${name} (${head})`,
      })),
    },
    {
      group: "Departments",
      items: departments.map((department) => ({
        value: keyOfTarget({ kind: "department", department }),
        label: department,
      })),
    },
    {
      group: "Other",
      items: [
        { value: "whole", label: "The whole organization" },
        { value: "none", label: "None of ours" },
      ],
    },
  ]
}
