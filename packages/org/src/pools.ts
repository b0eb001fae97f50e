/** People of one layer (or one range of layers) who have not found a group yet, on their way up. */
export interface Pool {
  layers: [number, number]
  size: number
  /** Indexes of blocks. */
  members: number[]
  /** How many teams they come from. */
  teams: number
}

/** The pools one manager holds, by layer, and which of them have reached the minimum. */
export interface Holding {
  pools: Map<string, Pool>
  ripe: Set<string>
}

export function newHolding(): Holding {
  return { pools: new Map(), ripe: new Set() }
}

/** Puts a pool beside the others; pools of the same layer become one. */
export function addPool(holding: Holding, pool: Pool, minimum: number): void {
  const key = `${pool.layers[0]}-${pool.layers[1]}`
  const present = holding.pools.get(key)
  const joined = present ? join(present, pool) : pool
  holding.pools.set(key, joined)
  if (joined.size >= minimum) holding.ripe.add(key)
}

/** Smaller into larger: over a whole chart every block is moved O(log n) times. */
function join(a: Pool, b: Pool): Pool {
  const [large, small] = a.members.length >= b.members.length ? [a, b] : [b, a]
  for (const member of small.members) large.members.push(member)
  large.size += small.size
  large.teams += small.teams
  return large
}

/** What comes up from a report joins what the manager holds already. Returns the holding to go on with. */
export function passUp(own: Holding | undefined, fromBelow: Holding, minimum: number): Holding {
  if (!own) return fromBelow
  const [large, small] = own.pools.size >= fromBelow.pools.size ? [own, fromBelow] : [fromBelow, own]
  for (const pool of small.pools.values()) addPool(large, pool, minimum)
  return large
}

/** Takes out the pools that reached the minimum. */
export function takeRipe(holding: Holding): Pool[] {
  const ripe: Pool[] = []
  for (const key of holding.ripe) {
    const pool = holding.pools.get(key)
    if (pool) ripe.push(pool)
    holding.pools.delete(key)
  }
  holding.ripe.clear()
  return ripe
}

/** What is left, the highest layers first. */
export function leftovers(holding: Holding | undefined): Pool[] {
  const pools = [...(holding?.pools.values() ?? [])]
  return pools.sort((a, b) => a.layers[0] - b.layers[0] || a.layers[1] - b.layers[1])
}
