import type { Language } from "@throughline/instrument"
import type { Config } from "../config.ts"
import type { Deps } from "../deps.ts"
import { type LinkParts, linkSecret, stopToken } from "../invitations/links.ts"
import { invitationMail, type PersonalFacts } from "./invitation-mail.ts"
import { usableBase } from "./link-base.ts"
import type { Mail } from "./mailer.ts"

/**
 * One person's mail. Links are computed here, at the last moment, so that neither the queue nor the database ever
 * holds one.
 */
export function personalMail(
  { config, keys, now }: Pick<Deps, "config" | "keys" | "now">,
  {
    organizationId,
    surveyId,
    code,
    mail,
    receiver,
    mailing,
  }: {
    organizationId: string
    surveyId: string
    code: string
    mail: { wave: number; message_id: string }
    receiver: {
      person_id: string
      name: string | null
      address: string
      nonce: Uint8Array
      printed: boolean
      language: string
      stop_hash: Uint8Array | null
    }
    mailing: Mailing
  },
): Mail {
  const { person_id: personId, nonce, printed } = receiver
  const parts: LinkParts = { organizationId, surveyId, personId, nonce, printed }
  const language = receiver.language as Language
  const hasReminders = receiver.stop_hash !== null && mailing.reminder_days.length > 0
  return invitationMail({
    ...mailingFacts(config, mailing, now()),
    secret: linkSecret(keys.invitationKey, code, parts),
    stop: hasReminders ? stopToken(keys.invitationKey, code, parts) : undefined,
    language,
    to: { name: receiver.name ?? "", address: receiver.address },
    reminder: mail.wave === 0 ? undefined : { last: mailing.lastWaves.includes(mail.wave) },
    messageId: `${code}.${mail.message_id.replaceAll("-", "")}`,
    list: code,
  })
}

/** What the mails of one survey have in common. */
export interface Mailing {
  name: string
  k: number
  closes_at: Date | null
  reminder_days: number[]
  /** The promise as six words; null before the launch. */
  words: string[] | null
  organization_name: string
  time_zone: string
  link_base: string | null
  /** What the questionnaire is like; left out: our own instrument. */
  asked: PersonalFacts["asked"]
  /** Waves that are the last reminder before the close. */
  lastWaves: readonly number[]
}

export function mailingFacts(config: Pick<Config, "publicUrl" | "linkHosts">, mailing: Mailing, now: Date) {
  const { name, k, closes_at, words, organization_name, time_zone, link_base, asked } = mailing
  return {
    publicUrl: usableBase(config, link_base) ?? config.publicUrl,
    organization: organization_name,
    survey: name,
    k,
    words: words ?? [],
    closesAt: closes_at ?? now,
    timeZone: time_zone,
    asked,
  } satisfies Partial<PersonalFacts>
}
