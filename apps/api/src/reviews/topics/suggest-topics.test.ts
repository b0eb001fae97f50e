import { languages } from "@throughline/instrument"
import { expect, test } from "vitest"
import { suggestTopics } from "./suggest-topics.ts"
import { topicWords } from "./topic-words.ts"
import { languagesOf, wordOf, wordsIn } from "./words-in.ts"

const topicOf = (text: string) => suggestTopics(text)[0]?.topic

test.each([
  ["Priorities change and nobody says which one is off the list.", "Goals and priorities", ["Priorities"]],
  [
    "Unsere Unternehmensziele kennt niemand, und die Prioritäten auch nicht.",
    "Goals and priorities",
    ["Unternehmensziele", "Prioritäten"],
  ],
  [
    "Les objectifs de notre équipe ne sont pas ceux de la stratégie.",
    "Goals and priorities",
    ["objectifs", "stratégie"],
  ],
  ["Nadie nos explica las razones.", "Explaining why", ["explica", "razones"]],
  [
    "Önceliklerimiz ve hedeflerimiz sürekli değişiyor.",
    "Goals and priorities",
    ["Önceliklerimiz", "hedeflerimiz"],
  ],
  [
    "لا أحد يقول لنا لماذا تتغيّر الأهداف والأولويات كل شهر.",
    "Goals and priorities",
    ["الأهداف", "والأولويات"],
  ],
  ["Mein Teamleiter hört zu", "Leaders and managers", ["Teamleiter"]],
  [
    "Toplantılarda yalnız günün planı konuşuluyor, toplantı çok.",
    "News and information",
    ["Toplantılarda", "toplantı"],
  ],
  ["STRATEGIE UND ZIELE SIND KLAR", "Goals and priorities", ["STRATEGIE", "ZIELE"]],
])("%s", (text, topic, because) => {
  const [first] = suggestTopics(text)
  expect(first).toEqual({ topic, because })
})

test("where no word of a list stands in a comment nothing is suggested", () => {
  for (const text of ["", "Lunch", "…", "Das ist ein Beispiel.", "山田さん", "12 345"])
    expect(suggestTopics(text)).toEqual([])
})

test("a word counts in the language of the comment only, and in each where that cannot be told", () => {
  // "temps" is time in French; "claro" is clear in Spanish.
  expect(topicOf("The temps are paid by the hour and they are not of the firm")).not.toBe("Time and workload")
  expect(topicOf("Nous n’avons pas le temps")).toBe("Time and workload")
  expect(languagesOf("Ziele")).toEqual(["en", "de", "fr", "es", "tr"])
  expect(topicOf("Ziele")).toBe("Goals and priorities")
  expect(languagesOf("Wir wissen nicht, was das Ziel ist")).toEqual(["de"])
  expect(languagesOf("الهدف")).toEqual(["ar"])
})

test("words are cut as their language writes them", () => {
  const plain = (text: string, language: (typeof languages)[number]) =>
    wordsIn(text, language).map((word) => word.plain)
  expect(plain("İŞIĞI gördük", "tr")).toEqual(["işığı", "gördük"])
  expect(plain("l’équipe d’abord", "fr").join(" ")).toContain("équipe")
  expect(plain("وَالأَهْدَاف، للفريق.", "ar")).toEqual(["اهداف", "فريق"])
  expect(plain("Ärger-frei: über 3 Tage", "de")).toContain("über")
  // The two ways to write an accent, and none at all.
  expect(wordOf("strate\u0301gie", "fr").stems).toEqual(wordOf("stratégie", "fr").stems)
  expect(wordOf("prioritat", "de").stems).toEqual(wordOf("Priorität", "de").stems)
})

test("every topic has words in every language, and each of them leads to its topic", () => {
  for (const { topic, words } of topicWords)
    for (const language of languages) {
      expect(words[language].length, `${topic}, ${language}`).toBeGreaterThanOrEqual(5)
      for (const word of words[language]) {
        const written = word.replace(/^-/, "xxx").replace(/-$/, "xxx")
        const found = suggestTopics(language === "ar" ? written : `${written} `).map((one) => one.topic)
        expect(found, `${word} (${language})`).toContain(topic)
      }
    }
})
