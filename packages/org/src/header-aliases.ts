import { headerKey } from "./header-key.ts"
import { arabic } from "./headers/arabic.ts"
import { english } from "./headers/english.ts"
import { french } from "./headers/french.ts"
import { german } from "./headers/german.ts"
import type { HeaderWords } from "./headers/header-words.ts"
import { spanish } from "./headers/spanish.ts"
import { turkish } from "./headers/turkish.ts"
import type { Field } from "./person.ts"

/** What stands alone, and what is put together. */
const PLAIN = ["employeeId", "email", "name", "givenName", "familyName", "manager", "title"] as const
const OTHER = ["department", "location", "language", "status", "endDate"] as const
const COMPOUND = { managerId: "ids", managerEmail: "mails", managerName: "names" } as const

/** Words of several languages that say less than any one language's own. */
const WEAK = new Set(["team", "teams", "workteam", "function", "functiontype", "functionname"])

/** Field → the headers that name it in six languages, as `headerKey` writes them, most telling first. */
export const headerAliases: Record<Field, readonly string[]> = collect()

function collect(): Record<Field, readonly string[]> {
  const aliases = {} as Record<Field, string[]>
  for (const [field, words] of Object.entries(english) as [Field, string][])
    aliases[field] = words.split(/\s+/)
  for (const words of [german, french, spanish, turkish, arabic]) {
    for (const field of [...PLAIN, ...OTHER]) aliases[field].push(...list(words[field]))
    for (const [field, part] of Object.entries(COMPOUND) as [
      keyof typeof COMPOUND,
      "ids" | "mails" | "names",
    ][])
      aliases[field].push(...compounds(words, list(words[part])))
  }
  for (const field of Object.keys(aliases) as Field[])
    aliases[field] = [...new Set([...aliases[field].filter((key) => !WEAK.has(key)), ...aliases[field]])]
  return aliases
}

/** “Personalnummer Vorgesetzter”, “Personalnummer des Vorgesetzten”, “Vorgesetzter Personalnummer”. */
function compounds(words: HeaderWords, parts: readonly string[]): string[] {
  const joints = ["", ...list(words.joints)]
  return [...list(words.manager), ...list(words.managers)].flatMap((manager) =>
    parts.flatMap((part) => [`${manager}${part}`, ...joints.map((joint) => `${part}${joint}${manager}`)]),
  )
}

function list(words: string): string[] {
  return words
    .split(",")
    .map(headerKey)
    .filter((key) => key !== "")
}
