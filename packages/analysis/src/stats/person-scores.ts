/**
 * By person the mean of the answered items of a construct, NaN where fewer than `needed` are answered: half of them,
 * rounded up (Newman 2014, Organizational Research Methods 17). "Cannot say" counts as not answered. Nothing is put in
 * for what is missing: a person's mean over what was answered loses less than leaving the person out, and invents nothing.
 *
 * `items`: a column an item, one answer a person; `missing` (or NaN) is no answer. `reverse` names the columns keyed the
 * other way round, which are turned to low + high - answer.
 */
export function personScores(
  items: readonly ArrayLike<number>[],
  needed: number,
  options: {
    missing?: number
    reverse?: readonly number[]
    scale?: readonly [low: number, high: number]
  } = {},
): Float64Array {
  const { missing = -1, reverse = [], scale = [1, 5] } = options
  const people = items[0]?.length ?? 0
  const sums = new Float64Array(people)
  const answered = new Int32Array(people)
  for (const [index, item] of items.entries()) {
    const turned = reverse.includes(index)
    for (let person = 0; person < people; person++) {
      const answer = item[person] as number
      if (Number.isNaN(answer) || answer === missing) continue
      sums[person] = (sums[person] as number) + (turned ? scale[0] + scale[1] - answer : answer)
      answered[person] = (answered[person] as number) + 1
    }
  }
  return sums.map((sum, person) => {
    const count = answered[person] as number
    return count > 0 && count >= needed ? sum / count : Number.NaN
  })
}

/**
 * By person the share of the answered items with an answer of `from` or more, NaN as above. A construct's percentage
 * favourable is the mean of these over people, with a t interval on them.
 */
export function personShares(
  items: readonly ArrayLike<number>[],
  needed: number,
  from = 4,
  missing = -1,
): Float64Array {
  const favourable = items.map((item) =>
    Float64Array.from(item, (answer) =>
      Number.isNaN(answer) || answer === missing ? missing : Number(answer >= from),
    ),
  )
  return personScores(favourable, needed, { missing })
}
