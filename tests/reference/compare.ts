/**
 * What an answer gets wrong, by the name of the figure; nothing when all is as expected. A figure that is expected and
 * not given is wrong, and so is a number where none is defined.
 */
export function differences(actual: unknown, expected: unknown, tolerance: number, name = ""): string[] {
  const wrong = (what = `${show(actual)}, expected ${show(expected)}`) => [`${name || "answer"}: ${what}`]
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return wrong()
    if (actual.length !== expected.length)
      return wrong(`${actual.length} values, expected ${expected.length}`)
    return expected.flatMap((value, at) => differences(actual[at], value, tolerance, `${name}[${at}]`))
  }
  if (expected !== null && typeof expected === "object") {
    if (actual === null || typeof actual !== "object") return wrong()
    return Object.entries(expected).flatMap(([key, value]) => {
      const inner = name ? `${name}.${key}` : key
      if (!(key in actual)) return [`${inner}: not given, expected ${show(value)}`]
      return differences((actual as Record<string, unknown>)[key], value, tolerance, inner)
    })
  }
  // undefined is ours for what has no value; what has no value is never a number, NaN among them.
  if (expected === null) return actual === null || actual === undefined ? [] : wrong()
  if (typeof expected !== "number") return actual === expected ? [] : wrong()
  if (typeof actual !== "number" || !Number.isFinite(actual)) return wrong()
  return close(actual, expected, tolerance, name) ? [] : wrong()
}

/** p values so small that any tolerance lets them pass are compared by their order of magnitude. */
function close(actual: number, expected: number, tolerance: number, name: string): boolean {
  if (/(^|\.)p(_\w+)?$/.test(name) && expected > 0 && expected < 1e-12) {
    return Math.abs(Math.log10(actual) - Math.log10(expected)) <= 1e-6
  }
  return Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected))
}

function show(value: unknown): string {
  return value === undefined ? "undefined" : typeof value === "number" ? String(value) : JSON.stringify(value)
}
