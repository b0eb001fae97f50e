import { expect, test } from "vitest"
import { removeConstruct, removePage, removeQuestion } from "./change-instrument.ts"
import { small } from "./testing-instrument.ts"
import { undoPlace } from "./undo-place.ts"

const place = (where: string, after: typeof small) => undoPlace(small, after, where)

test("the way back stands where the removed question stood: before the next, or at the end of its section", () => {
  expect(place("questions/aims-1", removeQuestion(small, "aims-1"))).toBe("questions/aims-2")
  expect(place("questions/aims-3", removeQuestion(small, "aims-3"))).toBe("constructs/aims/end")
  expect(place("questions/more", removeQuestion(small, "more"))).toBe("pages/end/end")
})

test("that of an answer stands at its question", () => {
  expect(place("questions/heard", small)).toBe("questions/heard")
})

test("that of a section stands before the next one, or behind all", () => {
  expect(place("constructs/aims", removeConstruct(small, "aims"))).toBe("constructs/teams")
  expect(place("constructs/teams", removeConstruct(small, "teams"))).toBe("pages/hearing")
  expect(place("pages/end", removePage(small, "end"))).toBe("end")
})
