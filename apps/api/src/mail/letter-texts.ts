import { type Language, respondentTexts } from "@throughline/instrument"
import { spacedCode } from "../invitations/links.ts"
import type { mailingFacts } from "./personal-mail.ts"

/** What stands in one person's letter, with the address to type and the code. */
export function letterTexts(
  { publicUrl, organization, survey, k, words, closesAt, timeZone, asked }: ReturnType<typeof mailingFacts>,
  { language, name, secret }: { language: Language; name: string; secret: string },
) {
  const texts = respondentTexts(language)
  const address = `${publicUrl.replace(/^https?:\/\//, "")}/code`
  const code = spacedCode(secret)
  const letter = texts.letter({
    ...asked,
    organization,
    survey,
    name,
    address,
    code,
    k,
    words,
    closesAt: closesAt.toISOString(),
    timeZone,
  })
  return { ...letter, direction: texts.direction, address, code, link: `${publicUrl}/s/${secret}` }
}
