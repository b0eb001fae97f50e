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
/** A share sealed to a trustee: nothing that the server could read. */
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

/** What HR and the three see of each other. */
export const trusteeStanding = z.object({
  seat,
  name: z.string(),
  hasKey: z.boolean().describe("has made a key of their own"),
  hasTried: z.boolean().describe("has opened their share of the survey's key with the file they keep"),
  handedTo: seat.nullable().describe("at the close: whom they have handed their share"),
})
export type TrusteeStanding = z.infer<typeof trusteeStanding>
export const hrTrustees = z.object({
  sealing: z.enum(["server", "trustees"]),
  isSplit: z.boolean().describe("the survey's key is made, and each has a share of it"),
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
  trustees: z.array(trusteeStanding.extend({ publicKey: publicKey.nullable() })),
  sealingKey: publicKey.nullable().describe("the survey's; null: not made yet"),
  sealedShare: z.string().nullable().describe("the own share, sealed to the own key"),
  handed: z.array(z.object({ from: seat, sealed: z.string() })).describe("shares sealed to the own key"),
  manifest: z.looseObject({}).nullable().describe("null before the launch"),
  cohorts: z.array(z.int()).describe("numbers of the survey's cohorts; empty before the launch"),
})
export type OpenedTrustee = z.infer<typeof openedTrustee>

export const newKey = z.strictObject({ publicKey })
export const splitKeyBody = z.strictObject({
  sealingKey: publicKey,
  publicKeys: z.array(publicKey).length(3).describe("of seats 1, 2, 3, as the shares were sealed to"),
  shares: z.array(sealedShare).length(3).describe("for seats 1, 2, 3"),
})
export const triedShare = z.strictObject({ sealingKey: publicKey })
export const handedShare = z.strictObject({ to: seat, sealed: sealedShare })

export const ballotPageQuery = z.object({ after: publicKey.optional() })
export const ballotPage = z.object({
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
