import { z } from "zod"

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

/** A cast as the page posts it: sealed answers, signed by a key made in the browser, which the server signed blindly. */
export const castSchema = z.strictObject({
  organization: z.uuid(),
  survey: z.uuid(),
  cohort: z.int().min(0).max(1_000_000),
  sequence: z.int().min(0).max(1_000_000),
  ballotKey: base64url.max(200),
  credential: base64url.max(600).describe("the blind signature over the ballot key, unblinded"),
  ciphertext: base64url.max(60_000),
  signature: base64url.max(200),
})
