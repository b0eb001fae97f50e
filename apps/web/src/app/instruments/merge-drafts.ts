import type { Instrument } from "@throughline/instrument"

/** One thing that both sides changed, each differently. */
export interface Conflict {
  /** Ids and names from the instrument down: "questions/strategy-1/text/de". */
  path: string
  mine: unknown
  theirs: unknown
}

/**
 * What two people made of the same draft, joined: whatever only one of them changed is taken from that one; where both
 * changed the same thing differently, mine stands and theirs is told. What one removed and the other changed stays, so
 * that nobody's words are lost.
 */
export function mergeDrafts(
  base: Instrument,
  mine: Instrument,
  theirs: Instrument,
): { merged: Instrument; conflicts: Conflict[] } {
  const conflicts: Conflict[] = []
  const merged = join(base, mine, theirs, [], conflicts) as Instrument
  return { merged, conflicts }
}

/** Takes one change back and leaves everything since as it is. */
export function undoChange(before: Instrument, after: Instrument, now: Instrument): Instrument {
  return mergeDrafts(after, now, before).merged
}

/** The instrument with another value at that path; without it for undefined. */
export function putAt<Value>(value: Value, path: string, next: unknown): Value {
  return put(value, path.split("/"), next) as Value
}

type Json = Record<string, unknown>

function put(value: unknown, [key = "", ...rest]: string[], next: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => (keyOf(one) === key ? (rest.length > 0 ? put(one, rest, next) : next) : one))
  }
  const { [key]: before, ...others } = (value ?? {}) as Json
  const changed = rest.length > 0 ? put(before, rest, next) : next
  if (changed === undefined) return others
  return key in ((value ?? {}) as Json)
    ? { ...(value as Json), [key]: changed }
    : { ...others, [key]: changed }
}

function join(base: unknown, mine: unknown, theirs: unknown, path: string[], conflicts: Conflict[]): unknown {
  if (same(mine, theirs) || same(theirs, base)) return mine
  if (same(mine, base)) return theirs
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    return joinLists(Array.isArray(base) ? base : [], mine, theirs, path, conflicts)
  }
  if (isObject(mine) && isObject(theirs)) {
    const from = isObject(base) ? base : {}
    const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
    const joined = keys.map((key) => [
      key,
      join(from[key], mine[key], theirs[key], [...path, key], conflicts),
    ])
    return Object.fromEntries(joined.filter(([, value]) => value !== undefined))
  }
  conflicts.push({ path: path.join("/"), mine, theirs })
  return mine
}

function joinLists(
  base: unknown[],
  mine: unknown[],
  theirs: unknown[],
  path: string[],
  conflicts: Conflict[],
): unknown[] {
  const [was, my, their] = [base, mine, theirs].map(byKey) as [
    Map<string, unknown>,
    Map<string, unknown>,
    Map<string, unknown>,
  ]
  const kept = (key: string) => {
    if (my.has(key) && their.has(key)) return true
    if (!was.has(key)) return true
    return !same(my.get(key) ?? their.get(key), was.get(key))
  }
  // Whoever changed the order of what both have decides it; I do, should both have.
  const common = [...was.keys()].filter((key) => my.has(key) && their.has(key))
  const inOrderOf = (list: Map<string, unknown>) => [...list.keys()].filter((key) => common.includes(key))
  const mineMoved = !same(inOrderOf(my), common)
  const [first, second] = mineMoved ? [my, their] : [their, my]
  const order = [...first.keys()].filter(kept)
  const rest = [...second.keys()]
  for (const [at, key] of rest.entries()) {
    if (first.has(key) || !kept(key)) continue
    const before = rest.slice(0, at).findLast((one) => order.includes(one))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
  }
  return order.map((key) =>
    my.has(key) && their.has(key)
      ? join(was.get(key), my.get(key), their.get(key), [...path, key], conflicts)
      : (my.get(key) ?? their.get(key)),
  )
}

function keyOf(value: unknown): string {
  return isObject(value) ? String(value.id) : String(value)
}

function byKey(list: unknown[]): Map<string, unknown> {
  return new Map(list.map((one) => [keyOf(one), one]))
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Alike as data, whatever the order of an object's keys. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, at) => same(one, b[at]))
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]))
}
