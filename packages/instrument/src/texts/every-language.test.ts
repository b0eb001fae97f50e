import { describe, expect, test } from "vitest"
import { type Language, languages } from "../instrument.ts"
import { respondentTexts } from "./respondent-texts.ts"
import { everyItem, everyText, facts, plain } from "./testing.ts"

/** Names, links and codes come from outside and stand as they are in every language. */
const outside = [
  facts.organization,
  facts.survey,
  facts.name ?? "",
  facts.link,
  facts.stopLink ?? "",
  facts.address,
  facts.code,
]
const ownWordsOf = (text: string) => outside.reduce((rest, name) => rest.replaceAll(name, ""), plain(text))
const letters = (text: string) => ownWordsOf(text).replace(/[^\p{L}]/gu, "")
const english = new Map([...everyText("en"), ...everyItem("en")])
/** The same word in two languages, rightly. */
const same: Record<string, Language[]> = {
  "letter.codeLabel": ["de", "fr"],
  "code.label": ["de", "fr"],
  "alignment-core.pages.2.title": ["de", "fr"],
}

const quotes: Record<Language, [string, string]> = {
  en: ["“", "”"],
  de: ["„", "“"],
  fr: ["«", "»"],
  es: ["«", "»"],
  tr: ["“", "”"],
  ar: ["«", "»"],
}

describe.each(languages)("every text (%s)", (language) => {
  const texts = new Map([...everyText(language), ...everyItem(language)])

  test("is there wherever English has one, and none is empty, marked up or half filled in", () => {
    expect([...texts.keys()]).toEqual([...english.keys()])
    expect(texts.size).toBeGreaterThan(400)
    for (const [path, text] of texts) {
      expect(text.trim(), path).not.toBe("")
      expect(text, path).not.toMatch(/[<>{}#$]|\bundefined\b|\bnull\b|\bNaN\b|\[object|TODO/)
      expect(text.replace(/\n$/, ""), path).not.toMatch(/^\s|\s$|[ \t]{2}|\s[,.]/)
    }
  })

  if (language !== "en")
    test("is not left in English", () => {
      for (const [path, text] of texts) {
        if (letters(text) === "" || same[path]?.includes(language)) continue
        expect(letters(text), path).not.toBe(letters(english.get(path) ?? ""))
        expect(ownWordsOf(text), path).not.toMatch(/\b(the|your|you|with|until|answer|people|please)\b/i)
      }
    })

  test("says the same numbers as English", () => {
    const numbers = (text: string): string[] => [...(ownWordsOf(text).match(/\d+/g) ?? [])].sort()
    // Hours are written by the language's own clock, and Arabic writes one and two as words.
    const timeless = (path: string) =>
      !/promise|thanks|states|invitation|Invitation|eminder|letter|announcements|worksCouncil/.test(path)
    for (const [path, text] of texts) {
      if (timeless(path)) expect(numbers(text), path).toEqual(numbers(english.get(path) ?? ""))
      else
        for (const number of [
          facts.k,
          facts.invitedInGroup,
          facts.minutes,
          2026,
          facts.questions,
          facts.invited,
        ])
          expect(numbers(text).includes(`${number}`), `${path}: ${number}`).toBe(
            numbers(english.get(path) ?? "").includes(`${number}`),
          )
    }
  })

  test("fits where it stands: buttons on a phone, the scale in five columns, a subject in a list of mails", () => {
    for (const [path, text] of texts) {
      if (/^buttons\.|\.button$/.test(path)) expect(text.length, path).toBeLessThanOrEqual(40)
      if (/^(questions\.scale|questions\.cannotSay)/.test(path))
        expect(text.length, path).toBeLessThanOrEqual(31)
      if (/subject$/.test(path)) expect(plain(text).length, path).toBeLessThanOrEqual(90)
      if (path.startsWith("windowTitle")) expect(text.length, path).toBeLessThanOrEqual(32)
      const inEnglish = english.get(path)?.length ?? 0
      if (inEnglish > 40) expect(plain(text).length, path).toBeLessThan(inEnglish * 1.75)
    }
  })

  test("is written in the sentences of its language", () => {
    const limits: Record<Language, RegExp> = {
      en: /[a-z]{25}/i,
      de: /\b(du|dein|deine|dir|dich)\b|[*_:]innen\b|In\b(?<=\p{Ll}In)/u,
      fr: /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})|\p{L}·\p{L}|[^\u202f\d/][:;?!»](?!\/)|«[^\u202f]|[a-z]'[a-z]/iu,
      es: /(?<!\p{L})(tú|tu|tus|vosotros|ti)(?!\p{L})|\p{L}@\p{L}/iu,
      tr: /(?<!\p{L})(sen|senin|sana|seni)(?!\p{L})|\p{L}'\p{L}/iu,
      ar: /[٠-٩]|[?;,](?!\d)|[A-Za-z]/u,
    }
    for (const [path, text] of texts) {
      const own = ownWordsOf(text)
        .replace(/https?:\S+/g, "")
        .replace(/Chrome|Edge|Firefox|Safari|Alpha|Beta|HR|\bOK\b/g, "")
      expect(own, path).not.toMatch(limits[language])
      expect(own, path).not.toMatch(/[—–]| - |\.\.\./)
      const [opened, closed] = quotes[language]
      expect(own.split(opened).length, path).toBe(own.split(closed).length)
      expect(own.replaceAll(opened, "").replaceAll(closed, ""), path).not.toMatch(/[«»„“”"]/)
    }
  })

  test("words statements in the first person or as what one sees, without a negation", () => {
    const negation: Record<Language, RegExp> = {
      en: /\b(not|no|never|nobody|cannot)\b|n[’']t\b/i,
      de: /\b(nicht|nie|niemals|niemand|kein\w*)\b/i,
      fr: /\b(ne|n’\p{L}+|pas|jamais|aucun\p{L}*)(?!\p{L})/iu,
      es: /\b(no|nunca|jamás|nadie|ningun\w*|ningún)\b/iu,
      tr: /\b(değil|hiç|asla|yok)\b|m[ıiuü]yor\b|m[ıiuü]yorum\b|maz\b|mez\b/iu,
      ar: /(^|\s)(لا|لم|لن|ليس|ليست|غير)(\s|$)/u,
    }
    const items = [...everyItem(language)].filter(([path]) => {
      const statement = path.match(/^(.+\.questions\.\d+)\.text$/)
      return statement !== null && !(english.get(path) ?? "").endsWith("?")
    })
    expect(items.length).toBeGreaterThan(40)
    for (const [path, text] of items) {
      expect(text, path).not.toMatch(negation[language])
      expect(text, path).toMatch(/\.$/)
      expect(text.split(/\s+/u).length, path).toBeLessThanOrEqual(
        language === "tr" || language === "ar" ? 15 : 20,
      )
    }
  })

  test("has its language, its direction, and a promise short enough to be read", () => {
    const { language: own, direction, promise } = respondentTexts(language)
    expect([own, direction]).toEqual([language, language === "ar" ? "rtl" : "ltr"])
    const words = JSON.stringify(promise(facts)).split(/\s+/u).length
    expect(words).toBeLessThan(560)
    const sentences = promise(facts).points.flatMap(({ text }) => plain(text).split(/[.:؟؛;](?:\s|$)/u))
    for (const sentence of sentences) expect(sentence.split(/\s+/u).length, sentence).toBeLessThanOrEqual(36)
  })
})
