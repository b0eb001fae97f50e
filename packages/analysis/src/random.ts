/**
 * Reproducible random numbers: the same seed gives the same numbers on every machine, so that whoever holds a
 * release's seed can repeat its resampling.
 *
 * xoshiro128** (Blackman & Vigna 2021, ACM Transactions on Mathematical Software 47, 36): period 2^128 - 1, four words
 * of state, 32-bit arithmetic only. The state is filled from the seed, a whole number from 0 to 2^32 - 1, by splitmix32,
 * as its authors recommend, so that neighbouring seeds give unrelated streams. Not for secrets: whoever sees a few
 * numbers knows the rest.
 */
export function seeded(seed: number): () => number {
  const fill = splitmix(seed)
  let a = fill()
  let b = fill()
  let c = fill()
  let d = fill()
  const word = () => {
    const scrambled = Math.imul(b, 5)
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }
  // 53 bits, so that every step of a double in [0, 1) can occur and a logarithm of it reaches the far tail.
  return () => ((word() >>> 5) * 67_108_864 + (word() >>> 6)) / 9_007_199_254_740_992
}

/**
 * Standard normal numbers by Marsaglia's polar method (Marsaglia & Bray 1964, SIAM Review 6): exact, in pairs, of
 * which the second is kept for the next call. Make one sampler for a stream and keep it.
 */
export function normalFrom(random: () => number): () => number {
  let spare = 0
  let kept = false
  return () => {
    if (kept) {
      kept = false
      return spare
    }
    for (;;) {
      const x = 2 * random() - 1
      const y = 2 * random() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const factor = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * factor
      kept = true
      return x * factor
    }
  }
}

/** Puts the entries in random order, each order equally likely (Durstenfeld 1964, Communications of the ACM 7). */
export function shuffle(entries: number[] | Float64Array | Uint8Array, random: () => number): void {
  for (let at = entries.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const held = entries[at] as number
    entries[at] = entries[other] as number
    entries[other] = held
  }
}

/** Steele, Lea & Flood 2014 with a 32-bit finalizer (lowbias32). Its four first words are never all 0. */
function splitmix(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
}
