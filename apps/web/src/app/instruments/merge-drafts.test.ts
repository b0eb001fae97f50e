import type { Instrument } from "@throughline/instrument"
import { describe, expect, test } from "vitest"
import { moveQuestion, removeQuestion } from "./change-instrument.ts"
import { withText } from "./instrument-texts.ts"
import { mergeDrafts, putAt, same, undoChange } from "./merge-drafts.ts"
import { small } from "./testing-instrument.ts"

const ids = (instrument: Instrument) => instrument.questions.map(({ id }) => id)
const text = "questions/aims-1/text"

describe("two people's changes of one draft", () => {
  test("are both kept when they are about different things", () => {
    const mine = withText(small, text, "de", "Ich weiß, was wir wollen.")
    const theirs = withText(
      moveQuestion(removeQuestion(small, "more"), "aims-2", 1),
      text,
      "en",
      "I know what we want.",
    )
    const { merged, conflicts } = mergeDrafts(small, mine, theirs)
    expect(conflicts).toEqual([])
    expect(merged.questions[0]?.text).toEqual({ en: "I know what we want.", de: "Ich weiß, was wir wollen." })
    expect(ids(merged)).toEqual(["aims-1", "aims-3", "aims-2", "teams-1", "heard", "how"])
    expect(merged.pages[1]?.questions).toEqual([])
  })

  test("of the same text keep mine and tell theirs", () => {
    const mine = withText(small, text, "de", "Meins.")
    const theirs = withText(small, text, "de", "Ihres.")
    const { merged, conflicts } = mergeDrafts(small, mine, theirs)
    expect(merged).toEqual(mine)
    expect(conflicts).toEqual([{ path: `${text}/de`, mine: "Meins.", theirs: "Ihres." }])
    expect(putAt(merged, `${text}/de`, "Ihres.")).toEqual(theirs)
  })

  test("of the same text alike are no conflict", () => {
    const both = withText(small, text, "de", "Dasselbe.")
    expect(mergeDrafts(small, both, structuredClone(both))).toEqual({ merged: both, conflicts: [] })
  })

  test("never lose a text that one removes and the other words anew", () => {
    const reworded = withText(small, "questions/more/text", "de", "Noch etwas?")
    const removed = removeQuestion(small, "more")
    for (const { merged } of [mergeDrafts(small, reworded, removed), mergeDrafts(small, removed, reworded)]) {
      expect(ids(merged)).toContain("more")
      expect(merged.questions.at(-1)?.text.de).toBe("Noch etwas?")
    }
  })

  test("keep what each of them added, in its place", () => {
    const added = (id: string, at: number): Instrument => ({
      ...small,
      questions: small.questions.toSpliced(at, 0, {
        type: "likert",
        id,
        construct: "aims",
        text: {},
        audience: "everyone",
      }),
    })
    expect(ids(mergeDrafts(small, added("mine", 1), added("theirs", 3)).merged)).toEqual([
      "aims-1",
      "mine",
      "aims-2",
      "aims-3",
      "theirs",
      "teams-1",
      "heard",
      "how",
      "more",
    ])
  })
})

describe("undo", () => {
  test("brings a removed question back to its place, with conditions and page, and leaves later changes alone", () => {
    const after = removeQuestion(small, "heard")
    const now = withText(moveQuestion(after, "aims-1", 1), "questions/teams-1/text", "en", "Teams help.")
    const undone = undoChange(small, after, now)
    expect(undone).toEqual(
      withText(moveQuestion(small, "aims-1", 1), "questions/teams-1/text", "en", "Teams help."),
    )
  })
})

test("data are the same whatever the order of their keys, and differ by what is missing", () => {
  expect(same({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true)
  expect(same({ a: undefined }, { b: 1 })).toBe(false)
  expect(same([1, 2], [2, 1])).toBe(false)
})
