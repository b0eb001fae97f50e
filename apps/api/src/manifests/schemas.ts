import type { Bundle, CohortLeaf, CutCohort, Manifest } from "@throughline/ballot"
import { z } from "zod"

const count = z.int().nonnegative()
/** An answer is read by whoever trusts nothing, and is written from what was frozen: nothing more may be in it. */
const sha256 = z.string().length(43)

const manifestSchema: z.ZodType<Manifest> = z.strictObject({
  version: z.literal(2),
  organization: z.string(),
  survey: z.string(),
  texts: sha256.describe("hash of the questionnaire as respondents receive it"),
  k: count.describe("minimum group size"),
  closesAt: z.string(),
  sealingKey: z.string().describe("HPKE public key, P-256, base64url"),
  sealedSize: count,
  page: z.string().describe("hash of the respondents' page"),
  cut: sha256.describe("hash of how people are cut into groups"),
  reviewers: z.array(z.string()).describe("who reads comments"),
  trustees: z.array(z.string()).describe("who holds the sealing key together; empty: the server does"),
  cohorts: count,
  root: sha256.describe("Merkle root over the groups and their keys, RFC 6962"),
})

const leafSchema: z.ZodType<CohortLeaf> = z.strictObject({
  id: count,
  label: z.string(),
  invited: count,
  key: z.strictObject({ n: z.string(), e: z.string() }).describe("RSA public key of RFC 9474"),
})

const cutSchema: z.ZodType<CutCohort> = z.strictObject({
  id: count,
  layers: z.tuple([z.int(), z.int()]),
  anchor: z.int(),
  kind: z.enum(["pure", "mixed", "top"]),
  invited: count,
})

export const bundleSchema: z.ZodType<Bundle> = z.strictObject({
  version: z.literal(1),
  manifest: manifestSchema,
  words: z.array(z.string()),
  leaves: z.array(leafSchema),
  cut: z.array(cutSchema),
  ballots: z.array(
    z.strictObject({
      cohort: count,
      ballotKey: z.string(),
      sequence: count,
      credential: z.string(),
      ciphertextHash: z.string(),
      signature: z.string(),
    }),
  ),
  signed: count.describe("invitations that got a signature"),
  receipts: z.array(z.string()),
  withdrawn: count,
  uncounted: count,
  releases: z.array(z.unknown()),
})

export const publicManifest = z.object({
  manifest: manifestSchema,
  words: z.array(z.string()).describe("the manifest as six words, as mails show them"),
  fingerprint: sha256.describe("SHA-256 of the manifest's canonical JSON (RFC 8785), base64url"),
})
export const publicLeaf = z.object({
  leaf: leafSchema,
  index: count.describe("the leaf's place in the tree of the manifest"),
  proof: z.array(z.string()).describe("hashes from the leaf to the manifest's root"),
})
export const publicReceipts = z.object({ receipts: z.array(z.string()) })

export const manifestPath = z.object({ organization: z.uuid(), survey: z.uuid() })
export const leafPath = manifestPath.extend({ cohort: z.string().regex(/^\d{1,6}$/) })
