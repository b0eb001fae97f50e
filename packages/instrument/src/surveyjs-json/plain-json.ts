import { utf8Length } from "../utf8-length.ts"
import type { SurveyJsFault } from "./faults.ts"

const LIMITS = { bytes: 256 * 1024, depth: 16, keys: 20_000 }

/** Keys that are no data: through them a plain assignment reaches what all objects inherit. */
const NO_DATA = new Set(["__proto__", "constructor", "prototype"])

/**
 * What keeps a value from being read at all: too large, too deep, too many keys, or something in it that no JSON text
 * can hold. Looks at every key before anything is read, and stops at the first limit.
 */
export function plainFaults(json: unknown): SurveyJsFault[] {
  const faults: SurveyJsFault[] = []
  let keys = 0
  let bytes = 0
  const say = (path: string, property: string, message: string) => faults.push({ path, property, message })
  const over = () => keys > LIMITS.keys || bytes > LIMITS.bytes
  const look = (value: unknown, path: string, property: string, depth: number): void => {
    if (faults.length > 50 || over()) return
    if (typeof value === "string") bytes += utf8Length(value) + 2
    else bytes += 4
    if (value === null || ["string", "boolean", "undefined"].includes(typeof value)) return
    if (typeof value === "number" && Number.isFinite(value)) return
    if (typeof value !== "object") {
      say(path, property, `A ${typeof value} is no data. Remove it.`)
      return
    }
    if (depth > LIMITS.depth) {
      say(path, property, `This is nested more than ${LIMITS.depth} levels deep.`)
      return
    }
    const prototype = Object.getPrototypeOf(value)
    if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) {
      say(path, property, "This is no plain data. Give the survey as JSON.")
      return
    }
    for (const [key, inner] of Object.entries(value)) {
      keys += 1
      bytes += utf8Length(key) + 3
      const at = path === "" ? key : `${path}.${key}`
      if (NO_DATA.has(key)) say(at, key, `“${key}” is no name of a property. Remove it.`)
      else look(inner, at, Array.isArray(value) ? property : key, depth + 1)
    }
  }
  look(json, "", "", 0)
  if (keys > LIMITS.keys)
    say("", "", `There are more than ${LIMITS.keys} keys. Import fewer questions at once.`)
  if (bytes > LIMITS.bytes)
    say("", "", `The survey is larger than ${LIMITS.bytes / 1024} kB. Import fewer questions at once.`)
  return faults
}
