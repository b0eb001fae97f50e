/**
 * A new array in an order nobody can foresee: Fisher–Yates over the system's cryptographic generator. Every order is
 * equally likely; draws that would favour low positions are thrown away (rejection sampling).
 */
export function shuffle<T>(items: readonly T[]): T[] {
  const shuffled = [...items]
  const below = randomBelow()
  for (let last = shuffled.length - 1; last > 0; last--) {
    const chosen = below(last + 1)
    const held = shuffled[last] as T
    shuffled[last] = shuffled[chosen] as T
    shuffled[chosen] = held
  }
  return shuffled
}

/** Uniform whole numbers from 0 to bound − 1 (bound up to 2^32), fetched from the generator 1,024 at a time. */
function randomBelow(): (bound: number) => number {
  const pool = new Uint32Array(1024)
  let used = pool.length
  return (bound) => {
    const limit = 2 ** 32 - (2 ** 32 % bound)
    for (;;) {
      if (used === pool.length) {
        crypto.getRandomValues(pool)
        used = 0
      }
      const drawn = pool[used++] as number
      if (drawn < limit) return drawn % bound
    }
  }
}
