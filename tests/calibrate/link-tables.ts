import { linkRows } from "./link-rows.ts"
import type { Share } from "./summary.ts"

/** Prints how often links are found where there are none, where there are some, and how often their intervals hold. */
export function tellLinks(seed: number, organizations: number, json: boolean): void {
  const rows = linkRows(seed, organizations)
  if (json) {
    console.log(JSON.stringify({ calibrated: "links", seed, organizations, ...rows }))
    return
  }
  console.log("No link is true: organizations in which one is found, and p of the first pair at most .05")
  console.table(
    rows.null.map(({ what: _, ...row }) => ({ ...row, found: told(row.found), first: told(row.first) })),
  )
  console.log(`In any pair, over all of them: ${told(rows.pooled)}`)
  console.log("One link is true: how often it is found by itself, and as one of 48 tests")
  console.table(
    rows.power.map(({ what: _, ...row }) => ({
      ...row,
      alone: told(row.alone),
      inFamily: told(row.inFamily),
    })),
  )
  console.log("How often the 95% intervals hold what is true")
  console.table(
    rows.coverage.map(({ what: _, ...row }) => ({
      ...{ ...row, pearson: told(row.pearson), spearman: told(row.spearman) },
    })),
  )
}

function told({ share, low, high, of }: Share): string {
  return share === null ? "" : `${share.toFixed(3)} (${low?.toFixed(3)}-${high?.toFixed(3)}) of ${of}`
}
