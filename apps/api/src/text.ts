import { z } from "zod"

const WELL_FORMED = "has characters that are no text"

/** One line that a person typed: no line break, no NUL (which no database keeps), no other control character. */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^\P{Cc}*$/u, WELL_FORMED)
    .refine((value) => value.isWellFormed(), WELL_FORMED)

/** Text that a person typed or pasted; tabs and line breaks may be in it. */
export const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^(\P{Cc}|[\t\n\r])*$/u, WELL_FORMED)
    .refine((value) => value.isWellFormed(), WELL_FORMED)
