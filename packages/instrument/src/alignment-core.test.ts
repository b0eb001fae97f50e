import { describe, expect, test } from "vitest"
import { alignmentCore } from "./alignment-core.ts"
import { likertItems } from "./instrument.ts"
import { freezeQuestionnaire } from "./questionnaire.ts"
import { toSurveyJs } from "./surveyjs.ts"

const { constructs, questions, pages, composites } = alignmentCore
const items = likertItems(alignmentCore)

describe("our own instrument", () => {
  test("measures seven constructs with three or four items, and one more for people with reports", () => {
    const counts = Object.fromEntries(
      constructs.map(({ id }) => [id, items.filter(({ construct }) => construct === id).length]),
    )
    expect(counts).toEqual({
      "mission-clarity": 4,
      "vision-clarity": 3,
      strategy: 4,
      "line-of-sight": 4,
      "leader-communication": 4,
      "cross-team": 3,
      feedback: 3,
      explaining: 3,
    })
    const apart = items.filter(({ audience }) => audience === "people-with-reports")
    expect(new Set(apart.map(({ construct }) => construct))).toEqual(new Set(["explaining"]))
    expect(apart.length).toBe(3)
  })

  test("has a few reversed items, at most one in a construct and never most of it", () => {
    const reversed = items.filter(({ reverse }) => reverse)
    expect(reversed.length).toBeGreaterThanOrEqual(3)
    expect(new Set(reversed.map(({ construct }) => construct)).size).toBe(reversed.length)
  })

  test("asks every claim before anything shows official wording, and recall before recognition", () => {
    const order = questions.map(({ id }) => id)
    const lastClaim = order.indexOf(items.at(-1)?.id ?? "")
    expect(order.slice(0, lastClaim + 1)).toEqual(items.map(({ id }) => id))
    expect(order.slice(lastClaim + 1)).toEqual([
      "explained-when",
      "explained-by",
      "top-priority",
      "priorities",
      "mission",
      "comment-helps",
      "comment-hinders",
    ])
  })

  test("gives every question one id and one page, in the order of asking", () => {
    const ids = questions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...items.map(({ id }) => id), ...pages.flatMap((page) => page.questions)]).toEqual(ids)
  })

  test("makes the message of mission, vision and strategy", () => {
    expect(composites.map(({ id, constructs }) => [id, constructs])).toEqual([
      ["message", ["mission-clarity", "vision-clarity", "strategy"]],
    ])
  })

  test("words items as short statements without a negation", () => {
    for (const { text } of items) {
      expect(text.en.split(" ").length, text.en).toBeLessThanOrEqual(16)
      expect(text.en).not.toMatch(/\b(not|no|never|nobody|cannot)\b|n[’']t\b/i)
      expect(text.en).toMatch(/\.$/)
      expect(text.ar).toMatch(/\.$/)
    }
  })

  test.each([
    ["en", 238],
    ["de", 187],
    ["fr", 204],
    ["es", 228],
    ["tr", 173],
    ["ar", 180],
  ] as const)(
    "takes about six minutes on a phone (%s), even for people with reports",
    (language, wordsPerMinute) => {
      // Silent reading of non-fiction by adults: 238 English words a minute (Brysbaert 2019); other languages convey the
      // same message at the same pace in more or fewer words (IReST: 0.79 of the English rate in German, 0.86 in French,
      // 0.96 in Spanish, 0.73 in Turkish), and Arabic needs a fifth fewer words: about 190, here 180. Each text on the
      // pages is read once; 3 seconds to decide and tap, 20 to type a priority. Comments are extra: most leave them empty.
      const priorities = Array.from(
        { length: 9 },
        (_, at) => `Deliver every order on the promised day in region ${at}`,
      )
      const words = {
        mission:
          "We bring clean water to every household in the valley, at a price everybody can pay, for good.",
        missionDecoys: ["b", "c", "d", "e"].map(
          (letter) => `We ${letter} bring safe and cheap power to every household.`,
        ),
        vision: "By 2030 nobody in the valley boils water.",
        priorities: priorities.slice(0, 3),
        priorityDecoys: priorities.slice(3),
      }
      const { questionnaire } = freezeQuestionnaire(alignmentCore, words, "Valley Water", "seed")
      const json = JSON.stringify(toSurveyJs(questionnaire, language, { hasReports: true }))
      const read = new Set(
        [...json.matchAll(/"(?:title|description|text)":"([^"]*)"/g)].map((match) => match[1]),
      )
      const count = [...read].join(" ").split(" ").length
      const taps = items.length + 3 + 1 + 2 + constructs.length + pages.length // three priorities, mission, two choices
      const seconds = (count / wordsPerMinute) * 60 + taps * 3 + 20
      expect(Math.round(seconds / 60)).toBeLessThanOrEqual(6)
      expect(seconds).toBeGreaterThan(240) // else the estimate has lost its questions
    },
  )
})
