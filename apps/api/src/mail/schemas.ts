import { z } from "zod"
import { instant, language, surveyId } from "../surveys/schemas.ts"
import { line } from "../text.ts"

export const mailOverview = z.object({
  sender: z.string(),
  bounceAddress: z
    .string()
    .nullable()
    .describe("where reports about undeliverable mails go; null: to the sender"),
  publicUrl: z.string(),
  linkBase: z.string().nullable().describe("the organization's own domain; null: links begin with publicUrl"),
  linkHosts: z
    .array(z.string())
    .describe("hosts that the operator lets links begin with; none: only publicUrl"),
  suppressed: z.int().describe("addresses that were refused for good; nothing more is sent there"),
  toMend: z.object({
    total: z.int(),
    people: z.array(
      z.object({
        person: z.uuid(),
        name: z.string(),
        department: z.string(),
        address: z.string(),
        status: z.string().nullable(),
      }),
    ),
  }),
  withoutAddress: z.int().describe("people invited to an open survey whom only a letter can reach"),
})
export type MailOverview = z.infer<typeof mailOverview>

export const mailCheck = z.object({
  sender: z.string(),
  findings: z.array(
    z.object({
      id: z.enum(["server", "spf", "dkim", "dmarc", "mx"]),
      state: z.enum(["good", "advice", "bad", "unknown"]),
      says: z.string(),
      found: z.string().nullable(),
      publish: z.object({ name: z.string(), type: z.enum(["TXT", "MX"]), value: z.string() }).nullable(),
    }),
  ),
})
export type MailCheck = z.infer<typeof mailCheck>

export const linkBase = z.strictObject({ base: line(200).nullable() })

export const mendedAddress = z.strictObject({ person: z.uuid(), address: z.email().max(254) })

const sampleKind = z.enum(["invitation", "reminder", "last-reminder", "letter"])
export const sampleQuery = surveyId.extend({ kind: sampleKind, language })
export const sample = z.object({ subject: z.string(), text: z.string(), html: z.string() })
export type MailSample = z.infer<typeof sample>

export const surveyMails = z.object({
  invitations: z.object({
    queued: z.int(),
    deferred: z.int().describe("a mail server asked to come again later"),
    sent: z.int(),
    unsure: z.int().describe("sent twice, and neither time did the mail server say that it took it"),
    refused: z.int(),
    none: z.int().describe("people without a mail address"),
    copies: z.int().describe("mails that may have arrived a second time"),
    softBounces: z.int().describe("reports that a mail is late or a mailbox full"),
  }),
  reminders: z
    .array(z.object({ day: z.iso.date(), last: z.boolean() }))
    .describe("days on which reminders went out; to how many and to whom is never said"),
})
export type SurveyMails = z.infer<typeof surveyMails>

const print = z.object({ by: z.string(), at: instant, letters: z.int() })
export const letterPlan = z.object({
  people: z.int().describe("invited people without a mail address, or whose address was refused"),
  prints: z.array(print).describe("who fetched letters and when, newest first"),
})
export type LetterPlan = z.infer<typeof letterPlan>

export const letters = z.object({
  letters: z.array(
    z.object({
      name: z.string(),
      department: z.string(),
      language,
      direction: z.enum(["ltr", "rtl"]),
      title: z.string(),
      greeting: z.string(),
      before: z.array(z.string()),
      scan: z.string(),
      type: z.string(),
      addressLabel: z.string(),
      codeLabel: z.string(),
      after: z.array(z.string()),
      link: z.string().describe("for the QR code"),
      address: z.string(),
      code: z.string(),
    }),
  ),
})
export type Letters = z.infer<typeof letters>
