import { z } from "zod"
import { CANNOT_SAY, type Instrument, languages, type Wording } from "./instrument.ts"
import { utf8Length } from "./utf8-length.ts"

/** Bounds of an instrument, whoever wrote it. */
export const LIMITS = {
  constructs: 40,
  questions: 120,
  pages: 60,
  composites: 12,
  choices: 30,
  /** Characters of one text, in UTF-16 code units. */
  text: 600,
  /** Characters an answer in the respondent's own words may have. */
  answer: 4_000,
  /** Bytes of the whole as JSON, so that it fits into a request. */
  bytes: 200_000,
}

/**
 * Ids become names in SurveyJS, keys of plain objects and names of stored columns. These mean something there already:
 * answers of our own, variables of SurveyJS's expressions, the column of the atoms, a key that every object inherits.
 */
const RESERVED = new Set([
  CANNOT_SAY,
  ...["none", "all", "atom", "constructor", "question", "index", "value", "locale", "result"],
  ..."survey self parent matrix composite item choice column row panel rowindex rowvalue rowname rowtitle".split(
    " ",
  ),
  ..."prevrow nextrow totalrow visiblerowindex prevpanel nextpanel parentpanel panelindex visiblepanelindex".split(
    " ",
  ),
])

export const isReserved = (id: string): boolean => RESERVED.has(id) || id.endsWith("-unwrapped")

const id = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/,
    "an id has 1 to 40 small letters, digits and hyphens, and no hyphen at its ends",
  )
  .refine((text) => !isReserved(text), "this id is reserved")

/** One line, as it is read: no line break or other control character, no half of a character. */
const text = z
  .string()
  .max(LIMITS.text)
  .regex(/^\P{Cc}*$/u, "has characters that are no text")
  .refine((written) => written.isWellFormed(), "has characters that are no text")

const wordingSchema: z.ZodType<Wording> = z.strictObject(
  Object.fromEntries(languages.map((language) => [language, text.exactOptional()])),
)

const unless = z.strictObject({ question: id, choice: id }).exactOptional()
const choices = z
  .array(z.strictObject({ id, text: wordingSchema }))
  .max(LIMITS.choices)
  .refine(
    (all) => new Set(all.map((choice) => choice.id)).size === all.length,
    "two choices have the same id",
  )

const audience = z.enum(["everyone", "people-with-reports"])
const question = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("likert"),
    id,
    construct: z.union([id, z.literal("")]),
    text: wordingSchema,
    audience,
    reverse: z.literal(true).exactOptional(),
  }),
  z.strictObject({ type: z.literal("choice"), id, text: wordingSchema, choices, unless }),
  z.strictObject({
    type: z.literal("ranking"),
    id,
    text: wordingSchema,
    choices,
    pick: z.int().min(1).max(LIMITS.choices),
    unless,
  }),
  z.strictObject({
    type: z.literal("text"),
    id,
    text: wordingSchema,
    maxLength: z.int().min(1).max(LIMITS.answer),
    lines: z.int().min(1).max(20),
    unless,
  }),
  z.strictObject({
    type: z.literal("priorities"),
    id: z.literal("priorities"),
    text: wordingSchema,
    pick: z.literal(3),
  }),
  z.strictObject({ type: z.literal("mission"), id: z.literal("mission"), text: wordingSchema }),
])

const constructs = z
  .array(z.strictObject({ id, name: wordingSchema, about: wordingSchema, page: wordingSchema }))
  .max(LIMITS.constructs)
const composites = z
  .array(z.strictObject({ id, name: wordingSchema, constructs: z.array(id).max(LIMITS.constructs) }))
  .max(LIMITS.composites)
const version = z.int().min(1).max(1_000_000)

const shape = z.strictObject({
  id,
  version,
  name: wordingSchema,
  constructs,
  questions: z.array(question).max(LIMITS.questions),
  pages: z
    .array(z.strictObject({ id, title: wordingSchema, questions: z.array(id).max(LIMITS.questions) }))
    .max(LIMITS.pages),
  composites,
})

/** What an export of ours says beside what SurveyJS can say; everything else about it is checked with the whole. */
export const exportMarkers = {
  survey: z.strictObject({ id, version, constructs, composites }),
  page: z.strictObject({ page: id.exactOptional(), construct: id.exactOptional() }),
  element: z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("likert"),
      construct: z.union([id, z.literal("")]),
      audience,
      reverse: z.literal(true).exactOptional(),
    }),
    z.strictObject({ type: z.literal("mission") }),
    z.strictObject({ type: z.literal("priorities") }),
  ]),
}

/**
 * The shape of any instrument, a half-written draft among them: whatever passes can be shown, answered and counted.
 * What keeps it from being asked well (a missing language, a reference into nothing) `checkInstrument` says in words.
 */
export const instrumentSchema: z.ZodType<Instrument> = z
  .custom<object>((value) => isPlain(value), "not a plain object")
  .pipe(z.custom<object>(fits, `larger than ${LIMITS.bytes / 1_000} kB`))
  .pipe(
    shape.superRefine((instrument, context) => {
      const say = (path: PropertyKey[], message: string) =>
        context.addIssue({ code: "custom", path, message })
      // A release keeps the figures of items, constructs and composites side by side under their ids.
      for (const lists of [["questions", "constructs", "composites"], ["pages"]] as const) {
        const seen = new Set<string>()
        for (const list of lists) {
          instrument[list].forEach(({ id }, at) => {
            if (seen.has(id)) say([list, at, "id"], `the id ${id} is used twice`)
            seen.add(id)
          })
        }
      }
      // In SurveyJS a construct's page bears its id, any other page "page-" and its own.
      instrument.constructs.forEach(({ id }, at) => {
        if (id.startsWith("page-"))
          say(["constructs", at, "id"], "the id of a topic does not begin with page-")
      })
      instrument.questions.forEach(({ id, type }, at) => {
        if ((id === "mission" || id === "priorities") && id !== type) {
          say(["questions", at, "id"], "this id is reserved")
        }
      })
    }),
  )

function fits(value: unknown): boolean {
  return utf8Length(JSON.stringify(value)) <= LIMITS.bytes
}

/** Nothing in it, at whatever depth, but plain objects without an own "__proto__", lists and plain values. */
function isPlain(value: unknown, depth = 0): boolean {
  if (value === null || ["string", "number", "boolean", "undefined"].includes(typeof value)) return depth > 0
  if (typeof value !== "object" || depth > 8) return false
  if (Array.isArray(value)) return depth > 0 && value.every((one) => isPlain(one, depth + 1))
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  return Object.entries(value).every(([key, one]) => key !== "__proto__" && isPlain(one, depth + 1))
}
