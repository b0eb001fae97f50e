/**
 * The x between `low` and `high` at which `f` passes from below zero to above it or back: Ridders's method (1979,
 * IEEE Transactions on Circuits and Systems 26), which keeps the root bracketed. To the last digits of x.
 */
export function rootBetween(f: (x: number) => number, low: number, high: number): number {
  let [a, b, atA, atB] = [low, high, f(low), f(high)]
  if (atA === 0) return a
  if (atB === 0) return b
  for (let step = 0; step < 200; step++) {
    const middle = (a + b) / 2
    if (middle === a || middle === b || Math.abs(b - a) <= 4e-16 * Math.abs(middle)) break
    const atMiddle = f(middle)
    if (atMiddle === 0) return middle
    const x =
      middle + ((middle - a) * Math.sign(atA - atB) * atMiddle) / Math.sqrt(atMiddle * atMiddle - atA * atB)
    const atX = f(x)
    if (atX === 0) return x
    if (Math.sign(atX) !== Math.sign(atMiddle)) [a, atA, b, atB] = [middle, atMiddle, x, atX]
    else if (Math.sign(atX) !== Math.sign(atA)) [b, atB] = [x, atX]
    else [a, atA] = [x, atX]
    if (Math.sign(atA) === Math.sign(atB)) break
  }
  return Math.abs(atA) < Math.abs(atB) ? a : b
}
