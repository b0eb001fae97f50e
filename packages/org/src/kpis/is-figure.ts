/** Neither beyond what a double holds to the unit, nor so small or large that its square is nothing or infinite. */
export function isFigure(value: number): boolean {
  const size = Math.abs(value)
  return size === 0 || (size >= 1e-15 && size <= 1e15)
}
