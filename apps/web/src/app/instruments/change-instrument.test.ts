import { checkInstrument, instrumentSchema } from "@throughline/instrument"
import { describe, expect, test } from "vitest"
import {
  addConstruct,
  addPage,
  addQuestion,
  moveQuestion,
  moveSection,
  placeOf,
  placeOfSection,
  putQuestion,
  removeConstruct,
  removePage,
  removeQuestion,
} from "./change-instrument.ts"
import { newId, newQuestion, onlyOnce, type QuestionType, typeNames } from "./new-question.ts"
import { sectionsOf } from "./sections.ts"
import { small } from "./testing-instrument.ts"

const shown = (instrument: typeof small) =>
  sectionsOf(instrument).map(
    ({ kind, id, questions }) => `${kind} ${id}: ${questions.map((question) => question.id).join(" ")}`,
  )
const asked = [
  "construct aims: aims-1 aims-2 aims-3",
  "construct teams: teams-1",
  "page hearing: heard how",
  "page end: more",
]

describe("the sections of an instrument", () => {
  test("are its pages in the order of asking", () => {
    expect(shown(small)).toEqual(asked)
  })

  test("hold what asks nothing yet behind the others, and what no page asks", () => {
    const made = addPage(addConstruct(small, "new"), "fresh")
    expect(shown(made)).toEqual([...asked, "construct new: ", "page fresh: "])
    const loose = { ...small, pages: small.pages.filter(({ id }) => id !== "end") }
    expect(shown(loose).at(-1)).toBe("loose : more")
  })
})

describe("moving", () => {
  test("a question changes places with its neighbour and says where it stands", () => {
    const moved = moveQuestion(small, "aims-3", -1)
    expect(shown(moved)[0]).toBe("construct aims: aims-1 aims-3 aims-2")
    expect(placeOf(moved, "aims-3")).toEqual({ at: 2, of: 3 })
    expect(moveQuestion(moved, "aims-3", 1)).toEqual(small)
  })

  test("at either end of its section nothing happens", () => {
    expect(moveQuestion(small, "aims-1", -1)).toBe(small)
    expect(moveQuestion(small, "aims-3", 1)).toBe(small)
    expect(moveQuestion(small, "nobody", 1)).toBe(small)
  })

  test("a question whose section is scattered over the list does not move its section", () => {
    const [a1, a2, a3, t1, ...rest] = small.questions
    const scattered = { ...small, questions: [a1, t1, a2, a3, ...rest] as typeof small.questions }
    expect(shown(moveQuestion(scattered, "aims-1", 1))).toEqual([
      "construct aims: aims-2 aims-1 aims-3",
      ...asked.slice(1),
    ])
  })

  test("a page takes its questions along, whatever kind its neighbour is", () => {
    const moved = moveSection(small, "page", "hearing", -1)
    expect(shown(moved)).toEqual([asked[0], asked[2], asked[1], asked[3]])
    expect(placeOfSection(moved, "page", "hearing")).toEqual({ at: 2, of: 4 })
    expect(moveSection(moved, "page", "hearing", 1)).toEqual(small)
  })

  test("constructs keep the order of their pages", () => {
    const moved = moveSection(small, "construct", "teams", -1)
    expect(moved.constructs.map(({ id }) => id)).toEqual(["teams", "aims"])
  })

  test("a page at either end, or without questions, stays", () => {
    const made = addPage(small, "fresh")
    expect(moveSection(small, "construct", "aims", -1)).toEqual(small)
    expect(shown(moveSection(made, "page", "fresh", -1))).toEqual(shown(made))
  })

  test("a statement put elsewhere counts for the construct whose page asks it", () => {
    const put = putQuestion(small, "aims-1", "construct", "teams")
    expect(shown(put)[1]).toBe("construct teams: teams-1 aims-1")
    expect(put.questions.find(({ id }) => id === "aims-1")).toMatchObject({ construct: "teams" })
    const onPage = putQuestion(small, "aims-1", "page", "end")
    expect(shown(onPage)[3]).toBe("page end: more aims-1")
    expect(onPage.questions.find(({ id }) => id === "aims-1")).toMatchObject({ construct: "aims" })
    expect(shown(putQuestion(onPage, "aims-1", "construct", "aims"))[0]).toBe(
      "construct aims: aims-2 aims-3 aims-1",
    )
  })

  test("only statements go on a construct's page", () => {
    expect(putQuestion(small, "more", "construct", "aims")).toBe(small)
  })
})

describe("adding", () => {
  test.each(Object.keys(typeNames) as QuestionType[])(
    "a %s makes an instrument that can be stored",
    (type) => {
      const id = newId("q", new Uint8Array([1, 2, 3, 4, 255]))
      const made = addQuestion(small, newQuestion(type, id, "aims"), "page", "end")
      expect(instrumentSchema.safeParse(made).error).toBeUndefined()
      expect(shown(made).at(-1)).toBe(`page end: more ${onlyOnce.includes(type) ? type : "q-01020304ff"}`)
    },
  )

  test("the first question of an empty page gives the page its place", () => {
    const made = addQuestion(addPage(small, "fresh"), newQuestion("text", "q-1", ""), "page", "fresh")
    expect(shown(made).at(-1)).toBe("page fresh: q-1")
  })
})

describe("removing", () => {
  test("a question takes the conditions that hang on it along", () => {
    const left = removeQuestion(small, "heard")
    expect(shown(left)[2]).toBe("page hearing: how")
    expect(left.questions.find(({ id }) => id === "how")).not.toHaveProperty("unless")
    expect(checkInstrument(left, [])).toEqual([])
  })

  test("a construct takes the statements of its own page along; others lose what they counted towards", () => {
    const spread = putQuestion(small, "aims-1", "page", "end")
    const left = removeConstruct(spread, "aims")
    expect(shown(left)).toEqual([asked[1], asked[2], "page end: more aims-1"])
    expect(left.questions.at(-1)).toMatchObject({ id: "aims-1", construct: "" })
    expect(left.composites).toEqual([{ id: "both", name: { en: "Both" }, constructs: ["teams"] }])
    expect(removeConstruct(left, "teams").composites).toEqual([])
  })

  test("a page takes its questions along", () => {
    expect(shown(removePage(small, "hearing"))).toEqual([asked[0], asked[1], asked[3]])
  })
})
