import { expect, test } from "vitest"
import { covers, toggled, wordsOf } from "./words-of.ts"

test("words and what stands between them make the text again", () => {
  for (const text of ["Ask Anna  today.", "لا أحد يشرح", "山田さんwithあ", "  ", "a👩‍🔧b"]) {
    expect(
      wordsOf(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text)
    for (const { from, to, text: piece } of wordsOf(text)) expect(text.slice(from, to)).toBe(piece)
  }
  expect(wordsOf("山田 x").filter(({ isWord }) => isWord)).toHaveLength(3)
})

test("a word is redacted by one press and shown again by the next, whatever lies around it", () => {
  const once = toggled([], { from: 4, to: 8 })
  expect(once).toEqual([{ from: 4, to: 8 }])
  expect(toggled(once, { from: 4, to: 8 })).toEqual([])
  // A whole address was redacted; one word of it is shown again.
  expect(toggled([{ from: 0, to: 20 }], { from: 4, to: 8 })).toEqual([
    { from: 0, to: 4 },
    { from: 8, to: 20 },
  ])
  expect(toggled([{ from: 0, to: 4 }], { from: 4, to: 8 })).toEqual([{ from: 0, to: 8 }])
  expect(covers([{ from: 0, to: 4 }], { from: 4, to: 8 })).toBe(false)
})
