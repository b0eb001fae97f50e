import { driverCalibration } from "./driver-rows.ts"
import type { Share } from "./summary.ts"

/** Prints how often the 90% intervals of drivers hold, and how often drivers of no and of some use are published. */
export function tellDrivers(seed: number, organizations: number, json: boolean): void {
  const { rows, pooled, publishedBy } = driverCalibration(seed, organizations)
  if (json) {
    console.log(JSON.stringify({ calibrated: "drivers", seed, organizations, rows, pooled, publishedBy }))
    return
  }
  console.table(
    rows.map(({ units, periods, effect, shock, published, held, heldPublished, missed }) => ({
      ...{ units, periods, effect, shock, published: told(published), held: told(held) },
      ...{ "held, published": told(heldPublished), "likely to miss: missed": told(missed) },
    })),
  )
  console.log("4 to 12 periods pooled, by how much whole periods differ")
  console.table(
    pooled.map(({ shock, held, heldPublished, missed }) => ({
      ...{ shock, held: told(held), "held, published": told(heldPublished) },
      "likely to miss: missed": told(missed),
    })),
  )
  console.log("4 to 12 periods pooled, by how far the KPI moves with the indicator")
  console.table(publishedBy.map(({ effect, published }) => ({ effect, published: told(published) })))
}

/** No interval: the predictions of one organization share what its last period brought. */
function told({ share, of }: Share): string {
  return share === null ? "" : `${share.toFixed(3)} of ${of}`
}
