import { describe, expect, test } from "vitest"
import { languages } from "../instrument.ts"
import { organizerTexts } from "./organizer-texts.ts"
import { respondentTexts } from "./respondent-texts.ts"
import { everyText, type Facts, facts, plain } from "./testing.ts"

const all = (language: (typeof languages)[number], change: Partial<Facts>) =>
  everyText(language, { ...facts, ...change })

describe.each(languages)("odd facts (%s)", (language) => {
  test("names that are missing, empty or blank leave no hole", () => {
    for (const name of [null, "", "  \n"])
      for (const [path, text] of all(language, { name, organization: "", survey: " " })) {
        expect(text.replace(/\n$/, ""), path).not.toMatch(
          /^\s|\s$|[ \t]{2}|\s[,.،]|null|“”|«[\s\u2068\u2069]*»|„“|^:/u,
        )
        expect(text, path).not.toContain("\u2068\u2069")
      }
  })

  test("a name with line breaks, controls or turned direction stays on its line and in its place", () => {
    const name = "Ada\r\nBcc: all@example.com\u0000\u202e"
    const texts = all(language, { name, organization: `Valley\n${name}`, survey: `S\u2067${name}` })
    for (const [path, text] of texts) {
      expect(text.replaceAll("\n", ""), path).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066\u2067]/u)
      if (/subject|title|greeting/i.test(path)) expect(text, path).not.toContain("\n")
      expect(text.split("\u2068").length, path).toBe(text.split("\u2069").length)
    }
  })

  test("a name in the other direction is kept apart from the sentence around it", () => {
    const other = language === "ar" ? "Valley Water" : "مياه الوادي"
    const texts = all(language, { organization: other, survey: other, name: other })
    for (const [path, text] of texts) {
      // A subject or a title is a line of its own.
      if (
        language === "ar" &&
        /Mail|subject$|letter\.title$|nvitation|eminder/.test(path) &&
        /subject|title/.test(path)
      )
        continue
      for (const at of text.matchAll(new RegExp(other, "g")))
        expect(text[at.index - 1], `${path}: ${text}`).toBe("\u2068")
    }
  })

  test("huge counts are grouped, and every number from 0 to 200 makes a sentence", () => {
    const group = (count: number) =>
      plain(respondentTexts(language).promise({ ...facts, invitedInGroup: count }).points[2]?.text ?? "")
    expect(group(1_234_567).replace(/\D/gu, "")).toMatch(/^1234567/)
    expect(group(1_234_567)).toMatch(/1[.,\u202f\u00a0]234[.,\u202f\u00a0]567/u)
    for (let count = 0; count <= 200; count++) {
      const said = group(count)
      expect(said).not.toMatch(/#|undefined/)
      if (!(language === "ar" && (count === 1 || count === 2))) expect(said).toContain(`${count}`)
    }
  })

  test("a survey without our strategy's words, free text, reminders or people is told as it is", () => {
    const texts = all(language, {
      direction: false,
      recognition: false,
      ownWords: false,
      minutes: 1,
      reminders: [],
      invited: null,
      opensAt: null as unknown as string,
      stopLink: null,
      departments: ["Care", "Häuser\n& Höfe"],
      layers: 2,
      printedCodes: false,
    })
    for (const [path, text] of texts) {
      expect(text.trim(), path).not.toBe("")
      expect(text, path).not.toMatch(/undefined|null|NaN/)
    }
    const intro = texts.get("promise.text") ?? ""
    expect(intro).not.toMatch(/mission|Mission|misión|misyon|رسالت/)
    expect([...texts.keys()].filter((path) => /^promise\.points\.\d\.title/.test(path)).length).toBe(5)
    expect(plain([...texts.values()].join())).not.toContain(facts.stopLink)
    expect(plain(texts.get("worksCouncil.sections.1.paragraphs.1") ?? "")).toMatch(/Care.*Häuser & Höfe/)
  })

  test("a closing date that is not chosen yet stands as a gap that is seen", () => {
    const mark = { en: "[date]", de: "[Datum]", fr: "[date]", es: "[fecha]", tr: "[tarih]", ar: "[التاريخ]" }[
      language
    ]
    const [head] = organizerTexts(language).announcements({ ...facts, closesAt: "" })
    expect(head?.text).toContain(mark)
    expect(JSON.stringify(organizerTexts(language).worksCouncil({ ...facts, closesAt: "" }))).toContain(mark)
  })

  test("the way to stop reminders is in the text of invitation and reminder, on a line of its own", () => {
    for (const mail of [
      respondentTexts(language).invitation(facts),
      respondentTexts(language).reminder(facts),
    ]) {
      expect(mail.text.split("\n")).toContain(facts.link)
      expect(mail.text.split("\n")).toContain(facts.stopLink)
      expect(mail.text).toContain(mail.stop?.text)
      expect(mail.text.indexOf(facts.stopLink ?? "")).toBeGreaterThan(mail.text.indexOf(facts.link))
    }
    expect(respondentTexts(language).invitation({ ...facts, stopLink: null }).stop).toBeNull()
  })

  test("announcements are ready to be copied, for four uses", () => {
    const texts = organizerTexts(language).announcements(facts)
    expect(texts.map(({ id }) => id)).toEqual(["head", "note", "leaders", "last-days"])
    for (const { text, paragraphs, points } of texts) {
      for (const part of [...paragraphs, ...points]) expect(text).toContain(part)
      expect(text.endsWith("\n")).toBe(true)
    }
    expect(texts.filter(({ subject }) => subject !== null).length).toBe(1)
  })

  test("the works council reads the same limits as the respondent, and every setting", () => {
    const page = organizerTexts(language).worksCouncil(facts)
    const told = page.sections.flatMap(({ paragraphs }) => paragraphs)
    for (const limit of respondentTexts(language).promise(facts).limits.points) expect(told).toContain(limit)
    expect(page.sections.length).toBe(12)
    for (const { rows } of page.sections)
      for (const row of rows?.body ?? []) expect(row.length).toBe(rows?.head.length)
    const settings = plain(JSON.stringify(page.sections.at(-1)))
    for (const fact of ["Direction 2026", "311", "2026", "7", "10"]) expect(settings).toContain(fact)
  })
})
