import type { IcicleFigures } from "../icicle-cell.tsx"

/** A made-up organization of so many units, the same every time: eight below the head, fewer below each of these. */
export function madeUpUnits(count: number): IcicleFigures[] {
  let state = 11
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
  const units: IcicleFigures[] = []
  const add = (parent: string | null, layer: number, people: number, mean: number) => {
    const id = units.length === 0 ? "all" : `unit:${units.length}`
    const name = units.length === 0 ? "Whole organization" : `Unit ${units.length}`
    const last = people < 12 ? layer : Math.min(9, layer + Math.ceil(Math.log(people / 6) / Math.log(5)))
    units.push({
      ...{ id, name, parent, layers: [layer, last], people, own: Math.min(people, 8) },
      ...{ mean, spoken: `${name}: ${mean}`, unknown: people < 20 },
    })
    return id
  }
  let open = [{ id: add(null, 2, count * 10, 3.7), layer: 2, people: count * 10, mean: 3.7 }]
  while (units.length < count && open.length > 0) {
    const next: typeof open = []
    for (const { id, layer, people, mean } of open) {
      const parts = Math.min(8, Math.floor(people / 9))
      for (let part = 0; part < parts && units.length < count; part++) {
        const share = Math.max(8, Math.round((people / parts) * (0.55 + random() * 0.7)))
        const own = Math.round(Math.min(4.8, Math.max(1.6, mean + (random() - 0.5) * 0.7)) * 10) / 10
        next.push({ id: add(id, layer + 1, share, own), layer: layer + 1, people: share, mean: own })
      }
    }
    open = next
  }
  return units
}
