/**
 * One text for one value, whichever way it was put together: object keys sorted by UTF-16 code units, no white space,
 * numbers and strings as ECMAScript writes them (the scheme of RFC 8785). Properties holding undefined are left out,
 * as JSON does, so that a value has the same text before and after a trip over the wire.
 *
 * What JSON would silently turn into something else (NaN, Infinity, undefined inside an array, functions, bigint,
 * dates, maps) throws a TypeError: a fingerprint of such a value would be a lie.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value)
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`canonical JSON has no ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(",")}]`
  if (typeof value === "object" && isPlain(value)) {
    const properties = Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`)
    return `{${properties.join(",")}}`
  }
  throw new TypeError(`canonical JSON has no ${typeof value === "object" ? "such object" : typeof value}`)
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  // Another realm (an iframe, a test runner's sandbox) has its own Object.prototype: it too ends the chain at null.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
