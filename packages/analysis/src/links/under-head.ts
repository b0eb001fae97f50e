import { coefficient } from "../stats/pearson.ts"
import { fewestUnits } from "./finding.ts"
import { type Rows, withinWaves } from "./rows.ts"

/** Units compared under the same head only, in the same wave: both sides less the mean of those. null below ten units. */
export function underHead(rows: Rows, heads: Int32Array | undefined) {
  if (heads === undefined) return null
  const groups = new Map<string, number[]>()
  for (let wave = 1; wave < rows.waves.length; wave++)
    for (let row = rows.waves[wave - 1] as number; row < (rows.waves[wave] as number); row++) {
      const key = `${wave}/${heads[rows.place[rows.unit[row] as number] as number]}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [row])
      else group.push(row)
    }
  // A unit that is alone under its head is compared with nobody.
  const compared = [...groups.values()].filter((group) => group.length > 1)
  const kept = compared.flat()
  const units = new Set(kept.map((row) => rows.unit[row])).size
  if (units < fewestUnits) return null
  const bounds = [0]
  for (const group of compared) bounds.push((bounds.at(-1) as number) + group.length)
  const away = (values: Float64Array) =>
    withinWaves(
      Float64Array.from(kept, (row) => values[row] as number),
      bounds,
    )
  const [x, y] = [away(rows.x), away(rows.y)]
  const r = x === null || y === null ? undefined : coefficient(x, y)
  return r === undefined ? null : { r, units }
}
