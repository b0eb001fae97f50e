import { expect, test } from "vitest"
import { analyse } from "./analyse.ts"
import { assemble } from "./assemble.ts"
import { audit } from "./audit.ts"
import { gate } from "./gate.ts"
import type { AnalysisInput, Earlier, MeasureItem, Release } from "./release.ts"
import { sharedMeasures } from "./waves-shared.ts"

const clear: MeasureItem = { id: "q", text: "Our goals are clear." }

/** A survey of these persons, in one atom, of whom all have answered but those named. */
function survey(
  id: string,
  asked: (person: number) => boolean,
  silent: number[] = [],
  item = clear,
): AnalysisInput {
  const people = Int32Array.from({ length: 41 }, (_, person) => (asked(person) ? 0 : -1))
  const invited = people.filter((atom) => atom === 0).length
  const answers = Int8Array.from({ length: invited - silent.length }, (_, at) => 1 + (at % 5))
  return {
    survey: { id, name: id, organization: "Company", closedAt: "2026-01-31T17:00:00Z", k: 5, invited },
    measures: { constructs: [{ id: `topic of ${item.id}`, name: "Clarity", items: [item] }], composites: [] },
    observations: { atom: new Int32Array(answers.length), items: [answers], itemIds: [item.id], atoms: 1 },
    atoms: [{ anchor: 0, layers: [1, 2], kind: "top", invited, respondents: answers.length, coarse: 0 }],
    groupings: [
      {
        ...{ id: "all", kind: "organization", name: "All", parent: null, layer: null, unit: null, depth: 0 },
        ...{ atoms: [0], invited, covered: invited },
      },
    ],
    seed: 1,
    people,
  }
}

const all = survey("all", () => true)
const first = survey("first", (person) => person <= 20)
const last = survey("last", (person) => person >= 20)
const asEarlier = (input: AnalysisInput, release: Release = analyse(input)): Earlier => ({
  ...{ release, groupings: input.groupings, people: input.people as Int32Array },
})
const cellOf = (release: Release, id = "q") => release.groups[0]?.cells[id]
const hidden = { state: "hidden", reason: "earlier-survey" }

test("three surveys that any two of are fine do not tell what person 20 said", () => {
  const before = [asEarlier(all), asEarlier(first)]
  for (const one of before) expect(cellOf(analyse(last, [one]))?.state).toBe("shown")
  const release = analyse(last, before)
  expect(cellOf(release)).toEqual(hidden)
  expect(release.groups[0]?.distributions.q).toEqual(hidden)
  expect(release.beside?.map(({ survey }) => survey)).toEqual(["all", "first"])
  expect(audit(release, last, before)).toEqual([])
  // Judged by pairs only, the audit says whom it is about.
  const careless = assemble(last, (counted, input) => gate(counted, input, [before[0] as Earlier]), before)
  expect(cellOf(careless)?.state).toBe("shown")
  expect(audit(careless, last, before)).toMatchObject([{ code: "earlier", people: 1 }])
})

test("who was taken out of the people file before answering is as good as not asked", () => {
  const before = [asEarlier(all)]
  const again = survey("again", () => true, [7])
  expect(cellOf(analyse(again, before))?.state).toBe("shown")
  const absent = new Uint8Array(41)
  absent[7] = 1
  const input = { ...again, absent }
  const release = analyse(input, before)
  expect(cellOf(release)).toEqual(hidden)
  expect(audit(release, input, before)).toEqual([])
  expect(audit(analyse(again, before), input, before).map(({ code }) => code)).toEqual(["earlier"])
  // Five of them are as many as may be told of.
  absent.fill(1, 7, 12)
  expect(cellOf(analyse({ ...survey("again", () => true, [7, 8, 9, 10, 11]), absent }, before))?.state).toBe(
    "shown",
  )
})

test("beside a release whose people cannot be compared nothing of the same questions is told", () => {
  const before: Earlier[] = [
    { ...asEarlier(all), people: new Int32Array(), groupings: [], unjudgeable: true },
  ]
  const release = analyse(all, before)
  expect(cellOf(release)).toEqual(hidden)
  expect(release.beside).toMatchObject([{ survey: "all", unjudgeable: true }])
  expect(audit(release, all, before)).toEqual([])
  expect(audit(analyse(all), all, before).map(({ code }) => code)).toEqual(["statistics", "earlier"])
  const other = survey("other", () => true, [], { id: "z", text: "Something else" })
  expect(cellOf(analyse(other, before), "z")?.state).toBe("shown")
})

test("a question is the same by its id, its topic or its words in any language, however they are written", () => {
  const asked = survey("a", () => true, [], { ...clear, texts: ["Unsere Ziele sind klar."] })
  const isShared = (item: MeasureItem, topic = "another") =>
    sharedMeasures({ measures: { constructs: [{ id: topic, name: "", items: [item] }], composites: [] } }, [
      asEarlier(asked),
    ])(item)
  expect(isShared({ id: "q", text: "Other words" })).toBe(true)
  expect(isShared({ id: "z", text: "our goals  ARE clear" })).toBe(true)
  expect(isShared({ id: "z", text: "unsere Ziele sind klar!" })).toBe(true)
  expect(isShared({ id: "z", text: "Nos buts", texts: ["“Unsere Ziele” sind klar"] })).toBe(true)
  expect(isShared({ id: "z", text: "Other words" }, "topic of q")).toBe(true)
  expect(isShared({ id: "z", text: "Our goals are not clear." })).toBe(false)
  expect(isShared({ id: "z", text: "…" })).toBe(false)
})
