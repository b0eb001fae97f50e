/**
 * The median: half of the values lie on either side of it; of an even number the mean of the middle two.
 * `counts` says how often each value occurs; without it once each. undefined without values.
 */
export function median(values: ArrayLike<number>, counts?: ArrayLike<number>): number | undefined {
  const count = (at: number) => counts?.[at] ?? 1
  const order = Array.from({ length: values.length }, (_, at) => at)
  order.sort((a, b) => (values[a] as number) - (values[b] as number))
  const n = order.reduce((sum, at) => sum + count(at), 0)
  if (n === 0) return undefined
  const inPlace = (place: number) => {
    let before = 0
    const found = order.find((at) => {
      before += count(at)
      return before > place
    })
    return values[found as number] as number
  }
  return (inPlace(Math.floor((n - 1) / 2)) + inPlace(Math.floor(n / 2))) / 2
}
