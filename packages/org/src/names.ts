/** A name as it is compared: lower case, without accents, dots, commas, remarks in brackets; first name first. */
export interface NameKey {
  /** All parts in order, joined by blanks; empty when there is no name. */
  full: string
  /** All parts in alphabetic order: the same for “Smith John” and “John Smith”. */
  unordered: string
  /** First and last part, in alphabetic order; initials do not count. */
  ends: string
  /** What stands between them, and initials. */
  middle: string[]
}

/** Words HR systems write where no name was given, or where nobody sits. */
const NOT_A_NAME = /^(n\/?[da]|not disclosed|undisclosed|unknown|none|null|nil|tb[acdh]|-+|\.+|\?+|x+)$/i

export function isName(text: string): boolean {
  return text !== "" && !NOT_A_NAME.test(text)
}

/** What follows a comma without being a first name: “John Smith, PhD”. */
const SUFFIX = /,\s*(jr|sr|ii|iii|iv|ph\.?d|m\.?d|mba|cpa|esq|msc|bsc|obe|cbe)\.?\s*$/i

/** “Last, First” → “First Last”; other names as they are. */
export function firstNameFirst(name: string): string {
  const bare = name.replace(SUFFIX, "")
  const comma = bare.indexOf(",")
  if (comma < 0 || comma !== bare.lastIndexOf(",")) return name
  return `${bare.slice(comma + 1).trim()} ${bare.slice(0, comma).trim()}`.trim()
}

/** “Last, First  Middle ” and “First M. Last (on leave)” become the same shape. */
export function nameKey(name: string): NameKey {
  const parts = firstNameFirst(name.replace(/[([].*?[)\]]/g, " "))
    .replace(SUFFIX, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "")
  const long = parts.filter((part) => part.length > 1)
  const first = long[0] ?? parts[0] ?? ""
  const last = long.at(-1) ?? ""
  const rest = [...parts]
  for (const end of [first, last]) {
    const at = rest.indexOf(end)
    if (at >= 0) rest.splice(at, 1)
  }
  return {
    full: parts.join(" "),
    unordered: [...parts].sort().join(" "),
    ends: [first, last].sort().join(" "),
    middle: rest,
  }
}

/** A missing middle name fits every middle name; “R” fits “Robert”; “Ann” does not fit “Beth”. */
export function middleFits(a: readonly string[], b: readonly string[]): boolean {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a]
  return fewer.every((part) => more.some((other) => other.startsWith(part) || part.startsWith(other)))
}
