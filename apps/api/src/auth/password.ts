import { z } from "zod"

/** The rules stand beside the field on the page; how hard a password is to guess is said there in words. */
export const passwordRules = { least: 12, most: 128, different: 5 } as const

/** A new password: long, and not a few characters over and over. */
export const newPassword = z
  .string()
  .min(passwordRules.least)
  .max(passwordRules.most)
  .refine((value) => new Set(value).size >= passwordRules.different, "needs more different characters")
