import { fromBase64url } from "@throughline/ballot"
import { z } from "zod"
import { line } from "../text.ts"

const bytes = (longest: number) =>
  z
    .string()
    .max(Math.ceil((longest * 4) / 3))
    .refine((text) => fromBase64url(text) !== undefined, "is no base64url")
const ofSize = (size: number) =>
  z.string().refine((text) => fromBase64url(text)?.length === size, `is no base64url of ${size} bytes`)

/** P-256, uncompressed. */
const publicKey = ofSize(65).refine((text) => fromBase64url(text)?.[0] === 4, "is no public key")
const seat = z.int().min(1).max(3)
/** What was sealed to a key, given back. */
const proof = ofSize(32)
/** A share, or a part of one, sealed to a trustee: nothing that the server could read. */
const sealedShare = bytes(4096)

/** Deliberately loose: what a mail server takes decides, but no line break and no bracket gets in. */
const email = line(320).regex(/^[^\s@<>,;]+@[^\s@<>,;]+$/, "is no mail address")
export const namedTrustee = z.strictObject({ name: line(200).min(1), email })
export type NamedTrustee = z.infer<typeof namedTrustee>
export const threeTrustees = z.strictObject({
  trustees: z
    .array(namedTrustee)
    .length(3)
    .refine(
      (three) => new Set(three.map(({ email }) => email.toLowerCase())).size === 3,
      "two have the same address",
    ),
})
export const trusteePath = z.object({ survey: z.uuid(), seat: z.coerce.number().pipe(seat) })

const commitment = z.strictObject({ a: publicKey, b: publicKey })

/** What HR and the three see of each other. */
export const trusteeStanding = z.object({
  seat,
  name: z.string(),
  hasKey: z.boolean().describe("has made a key of their own"),
  hasDealt: z.boolean().describe("has dealt their part of the survey's key to the three"),
  hasTried: z.boolean().describe("has opened their share of the survey's key with the file they keep"),
  handedTo: seat.nullable().describe("at the close: whom they have handed their share"),
})
export type TrusteeStanding = z.infer<typeof trusteeStanding>
export const hrTrustees = z.object({
  sealing: z.enum(["server", "trustees"]),
  isDealt: z.boolean().describe("all three have dealt, so that each has a share of the survey's key"),
  trustees: z.array(trusteeStanding.extend({ email: z.string(), isMailed: z.boolean() })),
})
export type HrTrustees = z.infer<typeof hrTrustees>

/** What a trustee's link opens. Looking changes nothing. */
export const openedTrustee = z.object({
  organization: z.object({ id: z.uuid(), name: z.string() }),
  timeZone: z.string(),
  survey: z.object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(["draft", "open", "closing", "closed"]),
    closesAt: z.iso.datetime().nullable(),
    outcome: z.enum(["released", "too-few"]).nullable(),
  }),
  seat,
  trustees: z.array(
    trusteeStanding.extend({
      publicKey: publicKey.nullable(),
      commitment: commitment.nullable().describe("what this one has published of the line they have dealt"),
    }),
  ),
  sealingKey: publicKey.nullable().describe("the survey's; null: not all three have dealt"),
  parts: z.array(z.string().nullable()).describe("of seats 1, 2, 3: what they dealt to this one, sealed"),
  challenge: z.string().nullable().describe("opens with the own key only; what is in it proves who calls"),
  handed: z.array(z.object({ from: seat, sealed: z.string() })).describe("shares sealed to the own key"),
  manifest: z.looseObject({}).nullable().describe("null before the launch"),
  cohorts: z.array(z.int()).describe("numbers of the survey's cohorts; empty before the launch"),
})
export type OpenedTrustee = z.infer<typeof openedTrustee>

export const newKey = z.strictObject({ publicKey })
export const newDealing = commitment.extend({
  publicKeys: z.array(publicKey).length(3).describe("of seats 1, 2, 3, as the parts were sealed to"),
  sealed: z.array(sealedShare).length(3).describe("for seats 1, 2, 3"),
  proof,
})
export type NewDealing = z.infer<typeof newDealing>
export const triedShare = z.strictObject({ sealingKey: publicKey, proof })
export const handedShare = z.strictObject({ to: seat, sealed: sealedShare, proof })

export const ballotPageQuery = z.object({ after: publicKey.optional() })
export const ballotPage = z.object({
  challenge: z.string().describe("opens with the survey's key only; what is in it goes with the answers"),
  total: z.int(),
  ballots: z.array(z.object({ ballotKey: z.string(), cohort: z.int(), ciphertext: z.string() })),
  next: z.string().nullable().describe("`after` of the next page"),
})
export type BallotPage = z.infer<typeof ballotPage>

const opening = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), cohort: z.int(), answers: z.unknown(), receipt: ofSize(16) }),
  z.strictObject({
    ok: z.literal(false),
    cohort: z.int(),
    reason: z.enum(["cohort-unknown", "malformed", "not-openable", "unreadable"]),
  }),
])
/** One for every ballot, in an order that says nothing. */
export const openedBallots = z.strictObject({ openings: z.array(opening).max(500_000) })
export type TrusteeOpening = z.infer<typeof opening>
export const counted = z.object({ state: z.enum(["closing", "closed"]) })
