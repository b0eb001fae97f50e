import { acrossRows } from "./across-rows.ts"
import { tellDrivers } from "./driver-tables.ts"
import { knowingRows } from "./knowing-rows.ts"
import { tellLinks } from "./link-tables.ts"
import type { ChoosingCalibration } from "./settings.ts"

/** Prints what a calibration counted: of answers about priorities and mission, of links, or of drivers. */
export function tellChoosing({ what, seed, organizations, json }: ChoosingCalibration): void {
  if (what === "links") {
    tellLinks(seed, organizations, json)
    return
  }
  if (what === "drivers") {
    tellDrivers(seed, organizations, json)
    return
  }
  const rows = what === "knowing" ? knowingRows(seed, organizations) : acrossRows(seed, organizations)
  if (json) console.log(JSON.stringify({ calibrated: what, seed, organizations, rows }))
  else console.table(rows.map(flat))
}

const share = ({ held, of }: { held: number; of: number }) =>
  of === 0 ? "" : `${(held / of).toFixed(3)} of ${of}`

function flat(
  row: ReturnType<typeof knowingRows>[number] | ReturnType<typeof acrossRows>[number],
): Record<string, string | number> {
  if ("kind" in row) {
    const { reference, kind, options, functions, findings, hidden } = row
    return { reference, kind, options, functions, ...findings, hidden }
  }
  const { people, objective, truth, halfWidth, illusion, modest } = row
  return {
    ...{
      people,
      objective,
      "beyond chance": truth.beyondChance,
      "interval holds it": share(row.beyondChance),
    },
    ...{
      "half width": halfWidth,
      gap: truth.gap,
      "interval holds the gap": share(row.gap),
      illusion,
      modest,
    },
  }
}
