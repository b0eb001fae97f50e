import { z } from "zod"

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

/** 512 characters: a key of 3072 bits. */
export const signatureRequest = z.strictObject({
  blinded: base64url.max(512).describe("as long as the cohort's key; says nothing about the ballot"),
})
export const signatureAnswer = z.object({
  signature: base64url.describe("of the blinded message; the browser takes the blinding away"),
})
