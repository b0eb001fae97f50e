/**
 * Who can be singled out by adding and subtracting sets of people of whom something is told? People who are in the same
 * sets are one class. Written for the attack alone, without anything of the gate's own audit.
 */
export function singledOut(
  sets: readonly ReadonlySet<number>[],
  people: readonly number[],
  k: number,
): number {
  const { classes, rows } = classesOf(sets, people)
  const sizes = classes.map((members) => members.reduce((sum, one) => sum + (people[one] as number), 0))
  const size = (row: readonly number[]) =>
    row.reduce((sum, value, at) => (value === 0 ? sum : sum + (sizes[at] as number)), 0)
  const isSmall = (row: readonly number[]) => size(row) > 0 && size(row) < k
  const exposed = new Set<number>()
  const expose = (row: readonly number[]) => {
    for (const [at, value] of row.entries()) if (value !== 0) exposed.add(at)
  }
  // (a) A less B: those in one of them only, of whom the sign is the only thing that is not told apart. And (b) the row space: every reduced row, every small class, every small difference of two sets.
  const reduced = reducedRows(rows)
  for (const row of reduced) if (isSmall(row)) expose(row)
  for (const at of sizes.keys()) {
    const row = sizes.map((_, other) => (other === at ? 1 : 0))
    if (isSmall(row) && isInSpace(row, reduced)) expose(row)
  }
  for (const a of rows) {
    for (const b of rows) {
      const left = leftOver(a, b, sizes, k)
      if (left === 0 || left >= k) continue
      const rest = a.map((value, at) => (b[at] === 1 ? 0 : value))
      if (isInSpace(rest, reduced)) expose(rest)
      const either = a.map((value, at) => (value === b[at] ? 0 : 1))
      if (isSmall(either)) expose(either)
    }
  }
  return [...exposed].reduce((sum, at) => sum + (sizes[at] as number), 0)
}

/** Members that the same sets hold, and the sets as rows over these classes. Without people a member is in none. */
export function classesOf(sets: readonly ReadonlySet<number>[], people: readonly number[]) {
  const byKey = new Map<string, number[]>()
  for (const [member, count] of people.entries()) {
    if (count === 0) continue
    const key = sets.map((set) => (set.has(member) ? "1" : "0")).join("")
    if (!key.includes("1")) continue
    byKey.set(key, [...(byKey.get(key) ?? []), member])
  }
  const keys = [...byKey.keys()]
  const rows = sets.map((_, at) => keys.map((key) => Number(key[at])))
  const distinct = new Map(rows.map((row) => [row.join(""), row]))
  return { classes: [...byKey.values()], rows: [...distinct.values()] }
}

const p = 1_000_003

/** Reduced row echelon form over a prime field: no rounding decides. */
function reducedRows(rows: readonly (readonly number[])[]): number[][] {
  const work = rows.map((row) => [...row])
  const width = work[0]?.length ?? 0
  let done = 0
  for (let column = 0; column < width && done < work.length; column++) {
    const pivot = work.findIndex((row, at) => at >= done && row[column] !== 0)
    if (pivot < 0) continue
    ;[work[done], work[pivot]] = [work[pivot] as number[], work[done] as number[]]
    const lead = work[done] as number[]
    const factor = inverse(lead[column] as number)
    for (let at = 0; at < width; at++) lead[at] = times(lead[at] as number, factor)
    for (const [at, row] of work.entries()) {
      if (at !== done && row[column] !== 0) subtract(row, lead, row[column] as number)
    }
    done++
  }
  return work.slice(0, done)
}

function isInSpace(wanted: readonly number[], reduced: readonly number[][]): boolean {
  const rest = wanted.map(modulo)
  for (const row of reduced) {
    const column = row.findIndex((value) => value !== 0)
    if (rest[column] !== 0) subtract(rest, row, rest[column] as number)
  }
  return rest.every((value) => value === 0)
}

function subtract(row: number[], lead: readonly number[], factor: number): void {
  for (const [at, value] of lead.entries()) {
    if (value !== 0) row[at] = modulo((row[at] as number) - times(value, factor))
  }
}

const modulo = (value: number) => ((value % p) + p) % p
/** Below 10^12: exact. */
const times = (a: number, b: number) => (modulo(a) * modulo(b)) % p

function inverse(value: number): number {
  let [result, base, exponent] = [1, modulo(value), p - 2]
  while (exponent > 0) {
    if (exponent % 2 === 1) result = times(result, base)
    base = times(base, base)
    exponent = Math.floor(exponent / 2)
  }
  return result
}

/** People in A and not in B; k when there are so many, or more. */
function leftOver(a: readonly number[], b: readonly number[], sizes: readonly number[], k: number): number {
  let people = 0
  for (let at = 0; at < a.length && people < k; at++) {
    if (a[at] === 1 && b[at] === 0) people += sizes[at] as number
  }
  return people
}
