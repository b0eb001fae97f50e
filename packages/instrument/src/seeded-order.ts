/**
 * The numbers 0 … length − 1 in an order fixed by the seed: Fisher–Yates over the generator sfc32 (Doty-Humphrey,
 * PractRand), its 128-bit state hashed from the text. The same on every machine, so that a frozen questionnaire can be
 * made again. Not a cipher: the secrecy is in the seed.
 */
export function seededOrder(length: number, seed: string): number[] {
  const order = Array.from({ length }, (_, at) => at)
  const random = sfc32(hash128(seed))
  for (let last = length - 1; last > 0; last--) {
    const chosen = below(last + 1, random)
    const held = order[last] as number
    order[last] = order[chosen] as number
    order[chosen] = held
  }
  return order
}

/** Uniform by rejection: a plain remainder would favour low numbers. */
function below(bound: number, random: () => number): number {
  const limit = 2 ** 32 - (2 ** 32 % bound)
  for (;;) {
    const drawn = random()
    if (drawn < limit) return drawn % bound
  }
}

function sfc32([a, b, c, d]: [number, number, number, number]): () => number {
  const next = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 15; warmUp++) next()
  return next
}

/** Four FNV-1a lanes with different starts, each finished by the mixer of MurmurHash3. */
function hash128(text: string): [number, number, number, number] {
  const lane = (start: number) => {
    let hash = start
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return hash ^ (hash >>> 16)
  }
  return [lane(0x811c9dc5), lane(0x1b873593), lane(0x9e3779b9), lane(0x243f6a88)]
}
