import { describe, expect, test } from "vitest"
import { alignmentCore } from "./alignment-core.ts"
import type { Instrument } from "./instrument.ts"
import { pagesOf } from "./pages-of.ts"
import { pulse } from "./pulse.ts"

const asked = (instrument: Instrument) =>
  pagesOf(instrument).map(({ id, questions }) => [id, ...questions.map((question) => question.id)].join(" "))

describe("the pages of an instrument", () => {
  test("are the constructs' own, then those it names, as long as nobody moves a question", () => {
    expect(pagesOf(alignmentCore).map(({ id }) => id)).toEqual([
      ...alignmentCore.constructs.map(({ id }) => id),
      ...alignmentCore.pages.map(({ id }) => `page-${id}`),
    ])
  })

  test("may hold statements of several constructs", () => {
    expect(asked(pulse)).toEqual([
      "page-direction mission-clarity-1 vision-clarity-1 strategy-1 line-of-sight-1",
    ])
  })

  test("follow the questions: a page stands where its first question stands", () => {
    const [mission, vision, ...rest] = pulse.questions
    if (mission === undefined || vision === undefined) throw new Error("the pulse has lost its questions")
    const moved: Instrument = {
      ...pulse,
      questions: [vision, mission, ...rest],
      pages: [{ id: "late", title: { en: "Late" }, questions: ["strategy-1", "vision-clarity-1"] }],
    }
    expect(asked(moved)).toEqual([
      "page-late vision-clarity-1 strategy-1",
      "mission-clarity mission-clarity-1",
      "line-of-sight line-of-sight-1",
    ])
  })

  test("lose no question, not even one without a page or with a construct that is gone", () => {
    const draft: Instrument = {
      ...pulse,
      constructs: [],
      questions: [...pulse.questions, { type: "text", id: "note", text: {}, maxLength: 9, lines: 1 }],
      pages: [],
    }
    const [only, ...others] = pagesOf(draft)
    expect(others).toEqual([])
    expect(only?.questions).toHaveLength(5)
    expect(only?.title).toEqual(pulse.name)
  })

  test("bear the construct's name where nobody has written a heading", () => {
    const draft: Instrument = {
      ...pulse,
      pages: [],
      constructs: pulse.constructs.map((construct) => ({ ...construct, page: { en: "" } })),
    }
    expect(pagesOf(draft)[0]?.title).toEqual(pulse.constructs[0]?.name)
  })
})
